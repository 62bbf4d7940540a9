package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;

/** When an alert has changed, write a message to everyone who agreed to hear of its station. */
public final class AlertToAudienceRoute extends RouteBuilder {
  public static final String FROM = "direct:alert";

  private final Audience audience;

  public AlertToAudienceRoute(Audience audience) {
    this.audience = audience;
  }

  @Override
  public void configure() {
    from(FROM).routeId("alert-to-audience").bean(audience, "tell");
  }
}
