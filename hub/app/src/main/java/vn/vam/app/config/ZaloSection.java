package vn.vam.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.vam.zalo.RequestRate;
import vn.vam.zalo.photo.PhotoHosts;

/** Reads {@code zalo}. */
final class ZaloSection {
  private static final int MOST_PRICE = 100_000;
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
        "rest_after_limit",
        "photo_hosts",
        "template_by_user",
        "template_by_phone",
        "confirm_within",
        "price_in_chat",
        "price_by_user",
        "price_by_phone",
        "form_picture",
        "callback_url",
        "consent_state",
        "consent_verifier");
    return new ZaloSettings(
        account(zalo),
        zalo.at("oa_secret").token("oa_secret: ${file:/run/secrets/zalo_oa_secret}"),
        rate(zalo),
        photoHosts(zalo.at("photo_hosts")),
        ways(zalo),
        consent(zalo));
  }

  private static RequestRate rate(ConfigNode zalo) {
    RequestRate usual = RequestRate.OF_THE_PLATFORM;
    return new RequestRate(
        zalo.at("requests_per_minute")
            .integer(1, 100_000, usual.perMinute(), "requests_per_minute: 4000"),
        zalo.at("rest_after_limit")
            .duration(
                usual.pause(),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                "rest_after_limit: 30s"));
  }

  private static WaysConfig ways(ConfigNode zalo) {
    return new WaysConfig(
        template(zalo.at("template_by_user"), "template_by_user: '318844'"),
        template(zalo.at("template_by_phone"), "template_by_phone: '318845'"),
        zalo.at("confirm_within")
            .duration(
                WaysConfig.CHAT.confirmWithin(),
                Duration.ofSeconds(5),
                Duration.ofHours(12),
                "confirm_within: 10m"),
        zalo.at("price_in_chat").integer(0, MOST_PRICE, 0, "price_in_chat: 55"),
        zalo.at("price_by_user").integer(0, MOST_PRICE, 0, "price_by_user: 120"),
        zalo.at("price_by_phone").integer(0, MOST_PRICE, 0, "price_by_phone: 200"),
        zalo.maybe("form_picture")
            .map(
                url ->
                    url.uri(ConfigNode.HTTP, "form_picture: https://hub.example/song-tien.png")));
  }

  private static Optional<String> template(ConfigNode id, String example) {
    Optional<String> text = id.optionalText(example);
    if (text.isPresent() && !text.get().matches("[A-Za-z0-9_-]{1,40}")) {
      id.complain("1 to 40 letters, digits, - and _", example);
    }
    return text;
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
