package vn.vam.app.config;

import java.net.URI;

/** Reads {@code zalo}. */
final class ZaloSection {
  private static final int PER_MINUTE = 4_000;

  private ZaloSection() {}

  static ZaloSettings read(ConfigNode zalo) {
    zalo.only(
        "oauth_url",
        "openapi_url",
        "business_url",
        "app_id",
        "app_secret",
        "oa_secret",
        "refresh_token",
        "requests_per_minute");
    return new ZaloSettings(
        account(zalo),
        zalo.at("oa_secret").token("oa_secret: ${file:/run/secrets/zalo_oa_secret}"),
        zalo.at("requests_per_minute")
            .integer(1, 100_000, PER_MINUTE, "requests_per_minute: 4000"));
  }

  /** One that is only spoken for: nobody posts webhooks to it. */
  static ZaloAccount sender(ConfigNode zalo) {
    zalo.only("oauth_url", "openapi_url", "business_url", "app_id", "app_secret", "refresh_token");
    return account(zalo);
  }

  private static ZaloAccount account(ConfigNode zalo) {
    return new ZaloAccount(
        url(zalo, "oauth_url"),
        url(zalo, "openapi_url"),
        url(zalo, "business_url"),
        zalo.at("app_id").text("app_id: '36084652489903967'"),
        zalo.at("app_secret").token("app_secret: ${file:/run/secrets/zalo_app_secret}"),
        zalo.at("refresh_token")
            .optionalToken("refresh_token: ${file:/run/secrets/zalo_refresh_token}"));
  }

  private static URI url(ConfigNode zalo, String key) {
    return zalo.at(key).uri(ConfigNode.HTTP, key + ": http://127.0.0.1:8090");
  }
}
