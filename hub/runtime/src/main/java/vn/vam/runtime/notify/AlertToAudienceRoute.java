package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;

/**
 * When an alert has changed, write a message to everyone who agreed to hear of its station; when a
 * citizen's own limit was passed, to that citizen.
 */
public final class AlertToAudienceRoute extends RouteBuilder {
  public static final String FROM = "direct:alert";

  private final Audience audience;
  private final LimitAudience owner;

  public AlertToAudienceRoute(Audience audience, LimitAudience owner) {
    this.audience = audience;
    this.owner = owner;
  }

  @Override
  public void configure() {
    from(FROM)
        .routeId("alert-to-audience")
        .choice()
        .when(method(owner, "isFor"))
        .bean(owner, "tell")
        .otherwise()
        .bean(audience, "tell");
  }
}
