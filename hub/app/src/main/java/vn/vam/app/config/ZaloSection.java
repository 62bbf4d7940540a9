package vn.vam.app.config;

import java.net.URI;
import java.util.List;
import vn.vam.zalo.photo.PhotoHosts;

/** Reads {@code zalo}. */
final class ZaloSection {
  private static final int PER_MINUTE = 4_000;
  private static final String PHOTO_HOSTS = "photo_hosts: [zdn.vn, zadn.vn]";

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
        "requests_per_minute",
        "photo_hosts",
        "callback_url",
        "consent_state",
        "consent_verifier");
    return new ZaloSettings(
        account(zalo),
        zalo.at("oa_secret").token("oa_secret: ${file:/run/secrets/zalo_oa_secret}"),
        zalo.at("requests_per_minute").integer(1, 100_000, PER_MINUTE, "requests_per_minute: 4000"),
        photoHosts(zalo.at("photo_hosts")),
        consent(zalo));
  }

  private static ConsentConfig consent(ConfigNode zalo) {
    return new ConsentConfig(
        zalo.maybe("callback_url")
            .map(
                url -> url.uri(ConfigNode.HTTP, "callback_url: https://hub.example/zalo/callback")),
        zalo.at("consent_state").optionalText("consent_state: tinh-nha"),
        zalo.at("consent_verifier")
            .optionalToken("consent_verifier: ${file:/run/secrets/zalo_verifier}"));
  }

  private static PhotoHosts photoHosts(ConfigNode hosts) {
    if (!hosts.isPresent()) {
      return PhotoHosts.OF_THE_PLATFORM;
    }
    List<String> entries =
        hosts.items(PHOTO_HOSTS).stream().map(entry -> entry.text(PHOTO_HOSTS)).toList();
    try {
      return new PhotoHosts(entries);
    } catch (IllegalArgumentException wrong) {
      hosts.complain(String.valueOf(wrong.getMessage()), PHOTO_HOSTS);
      return PhotoHosts.OF_THE_PLATFORM;
    }
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
