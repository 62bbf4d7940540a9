package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;

/**
 * When a message is due, choose the way the messenger allows, hand over the picture it shows, if
 * any, send it to the official account, and keep what became of it. The allowed rate is kept where
 * requests leave, in the messenger's component.
 */
public final class MessageToZaloRoute extends RouteBuilder {
  public static final String FROM = "direct:message";

  private final Dispatch dispatch;

  public MessageToZaloRoute(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  public void configure() {
    from(FROM)
        .routeId("message-to-zalo")
        .setProperty(Dispatch.MESSAGE, body())
        .bean(dispatch, "chooseWay")
        .filter(exchangeProperty(Dispatch.ENDPOINT).isNotNull())
        .filter(exchangeProperty(Dispatch.PICTURE_ENDPOINT).isNotNull())
        .toD("${exchangeProperty." + Dispatch.PICTURE_ENDPOINT + "}")
        .bean(dispatch, "showPicture")
        .end()
        .filter(exchangeProperty(Dispatch.ENDPOINT).isNotNull())
        .toD("${exchangeProperty." + Dispatch.ENDPOINT + "}")
        .bean(dispatch, "settle");
  }
}
