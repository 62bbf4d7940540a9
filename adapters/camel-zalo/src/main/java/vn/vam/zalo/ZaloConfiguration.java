package vn.vam.zalo;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where the platform is, who we are to it, and how patient we are.
 *
 * @param oauth base address of consent and tokens
 * @param openApi base address of the Official Account API
 * @param business base address of template messages by phone number
 * @param appId the application's id in the developer console
 * @param appSecret the application's secret key; not the Official Account's webhook key
 * @param appSecretProof whether the console demands the {@code appsecret_proof} header
 * @param connectTimeout for opening a connection; shorter than {@code requestTimeout}
 * @param requestTimeout from asking to the last byte of the answer
 * @param refreshEarly how long before its expiry an access token is replaced; at most half its life
 *     is used
 * @param refreshPause least time between two tries to refresh
 * @param rate how many requests leave, tokens' included
 */
public record ZaloConfiguration(
    URI oauth,
    URI openApi,
    URI business,
    String appId,
    Secret appSecret,
    boolean appSecretProof,
    Duration connectTimeout,
    Duration requestTimeout,
    Duration refreshEarly,
    Duration refreshPause,
    RequestRate rate) {
  public static final URI OAUTH = URI.create("https://oauth.zaloapp.com");
  public static final URI OPEN_API = URI.create("https://openapi.zalo.me");
  public static final URI BUSINESS = URI.create("https://business.openapi.zalo.me");

  public ZaloConfiguration {
    checkBase("oauth", oauth);
    checkBase("openApi", openApi);
    checkBase("business", business);
    check(!appId.isBlank(), "appId must not be blank");
    check(connectTimeout.isPositive(), "connectTimeout must be positive");
    check(
        requestTimeout.compareTo(connectTimeout) > 0,
        "requestTimeout must be longer than connectTimeout");
    check(!refreshEarly.isNegative(), "refreshEarly must not be negative");
    check(!refreshPause.isNegative(), "refreshPause must not be negative");
  }

  /**
   * The real platform: 5 s to connect, 15 s to answer, tokens replaced an hour before they end,
   * 4,000 requests a minute.
   */
  public static ZaloConfiguration of(String appId, Secret appSecret) {
    return new ZaloConfiguration(
        OAUTH,
        OPEN_API,
        BUSINESS,
        appId,
        appSecret,
        false,
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofHours(1),
        Duration.ofSeconds(10),
        RequestRate.OF_THE_PLATFORM);
  }

  public ZaloConfiguration at(URI oauthBase, URI openApiBase, URI businessBase) {
    return new ZaloConfiguration(
        oauthBase,
        openApiBase,
        businessBase,
        appId,
        appSecret,
        appSecretProof,
        connectTimeout,
        requestTimeout,
        refreshEarly,
        refreshPause,
        rate);
  }

  public ZaloConfiguration withTimeouts(Duration connect, Duration request) {
    return new ZaloConfiguration(
        oauth,
        openApi,
        business,
        appId,
        appSecret,
        appSecretProof,
        connect,
        request,
        refreshEarly,
        refreshPause,
        rate);
  }

  public ZaloConfiguration withRefresh(Duration early, Duration pause) {
    return new ZaloConfiguration(
        oauth,
        openApi,
        business,
        appId,
        appSecret,
        appSecretProof,
        connectTimeout,
        requestTimeout,
        early,
        pause,
        rate);
  }

  public ZaloConfiguration withAppSecretProof(boolean demanded) {
    return new ZaloConfiguration(
        oauth,
        openApi,
        business,
        appId,
        appSecret,
        demanded,
        connectTimeout,
        requestTimeout,
        refreshEarly,
        refreshPause,
        rate);
  }

  public ZaloConfiguration withRate(RequestRate allowed) {
    return new ZaloConfiguration(
        oauth,
        openApi,
        business,
        appId,
        appSecret,
        appSecretProof,
        connectTimeout,
        requestTimeout,
        refreshEarly,
        refreshPause,
        allowed);
  }

  private static void checkBase(String name, URI base) {
    boolean web = base.getScheme() != null && Set.of("http", "https").contains(base.getScheme());
    check(
        web && base.getHost() != null && base.getRawQuery() == null && base.getUserInfo() == null,
        name + " must be like https://host[:port][/path], without query or user");
  }

  private static void check(boolean fine, String complaint) {
    if (!fine) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
