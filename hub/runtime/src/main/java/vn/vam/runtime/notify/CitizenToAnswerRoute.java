package vn.vam.runtime.notify;

import org.apache.camel.builder.RouteBuilder;

/**
 * When a citizen did something, understand it, look up what it needs, and put the answer into the
 * outbox.
 */
public final class CitizenToAnswerRoute extends RouteBuilder {
  public static final String FROM = "direct:citizen";

  private final Answering answering;

  public CitizenToAnswerRoute(Answering answering) {
    this.answering = answering;
  }

  @Override
  public void configure() {
    from(FROM).routeId("citizen-to-answer").bean(answering, "answer");
  }
}
