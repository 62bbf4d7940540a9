package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;

/**
 * When a message is due, do not exceed the allowed rate, send it to the official account, and keep
 * what became of it.
 */
public final class MessageToZaloRoute extends RouteBuilder {
  public static final String FROM = "direct:message";

  private final Dispatch dispatch;
  private final String endpoint;
  private final int perMinute;

  /**
   * @param perMinute requests a minute the messenger allows
   */
  public MessageToZaloRoute(Dispatch dispatch, String endpoint, int perMinute) {
    this.dispatch = dispatch;
    this.endpoint = endpoint;
    this.perMinute = perMinute;
  }

  @Override
  public void configure() {
    from(FROM)
        .routeId("message-to-zalo")
        .setProperty(Dispatch.MESSAGE, body())
        .throttle(perMinute)
        .timePeriodMillis(60_000)
        .bean(dispatch, "request")
        .to(endpoint)
        .bean(dispatch, "settle");
  }
}
