package vn.vam.sim.zalo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the simulator can be told; {@link #of} gives the defaults.
 *
 * @param host address to listen on
 * @param port 0 to 65535, 0 for any free one
 * @param webhook where events are posted; http or https
 * @param appId the app's id, digits
 * @param appSecret sent by the app as {@code secret_key} when it asks for tokens
 * @param oaId the official account's id, digits
 * @param oaSecretKey signs webhooks; not the app secret
 * @param accessTokenLifetime from issue to death unless replaced earlier; the platform's is 25 h
 * @param initialAccessToken in force from the start, so that no consent is needed
 * @param initialRefreshToken can be exchanged once, from the start
 * @param retryLadder waits before each repeat of a failed webhook; afterwards the webhook is
 *     switched off
 * @param requestsPerMinute calls an app may make before it hears -32
 * @param clock tells message times, windows and token ages; timers run on real time
 * @param office the simulated one-stop office whose receipts can be photographed without a camera
 */
public record ZaloSimulatorConfig(
    String host,
    int port,
    URI webhook,
    String appId,
    Secret appSecret,
    String oaId,
    Secret oaSecretKey,
    Duration accessTokenLifetime,
    Optional<Secret> initialAccessToken,
    Optional<Secret> initialRefreshToken,
    List<Duration> retryLadder,
    int requestsPerMinute,
    Clock clock,
    Optional<URI> office) {

  /** The platform's own: 30 s, 5 min, 15 min, 30 min, 1 h. */
  public static final List<Duration> PLATFORM_LADDER =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  public ZaloSimulatorConfig {
    retryLadder = List.copyOf(retryLadder);
    List<String> wrong = new ArrayList<>();
    complain(wrong, port < 0 || port > 65535, "port must be 0 to 65535, was " + port);
    complain(wrong, host.isBlank(), "host must not be blank");
    complain(wrong, !isHttp(webhook), "webhook must be an absolute http or https address");
    complain(
        wrong,
        office.filter(address -> !isHttp(address)).isPresent(),
        "office must be an absolute http or https address");
    complain(wrong, !appId.matches("\\d{1,32}"), "appId must be 1 to 32 digits");
    complain(wrong, !oaId.matches("\\d{1,32}"), "oaId must be 1 to 32 digits");
    complain(wrong, !isPositive(accessTokenLifetime), "accessTokenLifetime must be positive");
    complain(
        wrong, retryLadder.stream().anyMatch(d -> !isPositive(d)), "retryLadder must be positive");
    complain(wrong, requestsPerMinute < 1, "requestsPerMinute must be at least 1");
    if (!wrong.isEmpty()) throw new IllegalArgumentException(String.join("; ", wrong));
  }

  /** Port 8090 on 127.0.0.1, the platform's lifetimes, limits and ladder, no tokens in force. */
  public static ZaloSimulatorConfig of(
      URI webhook, String appId, Secret appSecret, String oaId, Secret oaSecretKey) {
    return new ZaloSimulatorConfig(
        "127.0.0.1",
        8090,
        webhook,
        appId,
        appSecret,
        oaId,
        oaSecretKey,
        Duration.ofHours(25),
        Optional.empty(),
        Optional.empty(),
        PLATFORM_LADDER,
        4000,
        Clock.systemUTC(),
        Optional.empty());
  }

  public ZaloSimulatorConfig withAddress(String newHost, int newPort) {
    return new ZaloSimulatorConfig(
        newHost,
        newPort,
        webhook,
        appId,
        appSecret,
        oaId,
        oaSecretKey,
        accessTokenLifetime,
        initialAccessToken,
        initialRefreshToken,
        retryLadder,
        requestsPerMinute,
        clock,
        office);
  }

  /**
   * What the hub holds too, so that nobody has to consent first; without the access token the app
   * begins by refreshing.
   */
  public ZaloSimulatorConfig withInitialTokens(Optional<Secret> access, Optional<Secret> refresh) {
    return new ZaloSimulatorConfig(
        host,
        port,
        webhook,
        appId,
        appSecret,
        oaId,
        oaSecretKey,
        accessTokenLifetime,
        access,
        refresh,
        retryLadder,
        requestsPerMinute,
        clock,
        office);
  }

  /** Receipts come from there. */
  public ZaloSimulatorConfig withOffice(URI address) {
    return new ZaloSimulatorConfig(
        host,
        port,
        webhook,
        appId,
        appSecret,
        oaId,
        oaSecretKey,
        accessTokenLifetime,
        initialAccessToken,
        initialRefreshToken,
        retryLadder,
        requestsPerMinute,
        clock,
        Optional.of(address));
  }

  private static boolean isHttp(URI uri) {
    return uri.getHost() != null
        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private static void complain(List<String> wrong, boolean broken, String complaint) {
    if (broken) wrong.add(complaint);
  }
}
