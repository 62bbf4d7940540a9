package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;

/**
 * When a message is due, choose the way the messenger allows, do not exceed the allowed rate, hand
 * over the picture it shows, if any, send it to the official account, and keep what became of it.
 */
public final class MessageToZaloRoute extends RouteBuilder {
  public static final String FROM = "direct:message";

  private static final int MINUTE_MS = 60_000;
  private static final int SECOND_MS = 1_000;
  private static final int SECONDS = 60;

  private final Dispatch dispatch;
  private final int perMinute;

  /**
   * @param perMinute requests a minute the messenger allows; spread over its seconds, so that an
   *     urgent message never waits for a minute behind the others
   */
  public MessageToZaloRoute(Dispatch dispatch, int perMinute) {
    this.dispatch = dispatch;
    this.perMinute = perMinute;
  }

  @Override
  public void configure() {
    from(FROM)
        .routeId("message-to-zalo")
        .setProperty(Dispatch.MESSAGE, body())
        .bean(dispatch, "chooseWay")
        .filter(exchangeProperty(Dispatch.ENDPOINT).isNotNull())
        .throttle(Math.max(1, perMinute / SECONDS))
        .timePeriodMillis(perMinute < SECONDS ? MINUTE_MS / perMinute : SECOND_MS)
        .filter(exchangeProperty(Dispatch.PICTURE_ENDPOINT).isNotNull())
        .toD("${exchangeProperty." + Dispatch.PICTURE_ENDPOINT + "}")
        .bean(dispatch, "showPicture")
        .end()
        .filter(exchangeProperty(Dispatch.ENDPOINT).isNotNull())
        .toD("${exchangeProperty." + Dispatch.ENDPOINT + "}")
        .bean(dispatch, "settle");
  }
}
