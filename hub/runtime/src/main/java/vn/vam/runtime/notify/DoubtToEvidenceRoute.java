package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;

/** When nobody said what became of a message, ask the messenger what the citizen was sent. */
public final class DoubtToEvidenceRoute extends RouteBuilder {
  public static final String FROM = "direct:doubt";

  private final Inquiry inquiry;
  private final String endpoint;

  public DoubtToEvidenceRoute(Inquiry inquiry, String endpoint) {
    this.inquiry = inquiry;
    this.endpoint = endpoint;
  }

  @Override
  public void configure() {
    from(FROM)
        .routeId("doubt-to-evidence")
        .setProperty(Inquiry.DOUBT, body())
        .bean(inquiry, "request")
        .to(endpoint)
        .bean(inquiry, "keep");
  }
}
