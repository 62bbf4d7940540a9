package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;
import vn.vam.core.notify.AlertNotice;

/**
 * When an alert has changed, write a message to everyone who agreed to hear of its station, or to
 * the one who did so just now; when a citizen's own limit was passed, to that citizen. In a storm
 * the message waits for others, except for who has just agreed.
 */
public final class AlertToAudienceRoute extends RouteBuilder {
  public static final String FROM = "direct:alert";

  private final Audience audience;
  private final LimitAudience owner;
  private final Gathering gathering;
  private final LimitGathering own;

  public AlertToAudienceRoute(
      Audience audience, LimitAudience owner, Gathering gathering, LimitGathering own) {
    this.audience = audience;
    this.own = own;
    this.gathering = gathering;
    this.owner = owner;
  }

  @Override
  public void configure() {
    from(FROM)
        .routeId("alert-to-audience")
        .choice()
        .when(method(own, "holds"))
        .stop()
        .when(method(owner, "isFor"))
        .bean(owner, "tell")
        .when()
        .body(AlertNotice.class, AlertNotice::isForOne)
        .bean(audience, "tell")
        .when(method(gathering, "holds"))
        .stop()
        .otherwise()
        .bean(audience, "tell");
  }
}
