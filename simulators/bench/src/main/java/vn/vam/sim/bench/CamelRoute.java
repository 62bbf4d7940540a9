package vn.vam.sim.bench;

import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What is written in an afternoon for the same job: messages come in, are parsed, and go to the
 * database. Nothing is kept on disk in between.
 */
public final class CamelRoute extends RouteBuilder {
  static final String FILTER = "vam/v1/salinity/+";
  private static final int TOGETHER = 5_000;
  private static final int MILLIS = 500;

  private final String broker;
  private final String database;
  private final String client;
  private final boolean batch;

  CamelRoute(String broker, String database, String client, boolean batch) {
    this.broker = broker;
    this.database = database;
    this.client = client;
    this.batch = batch;
  }

  /** Runs until it is ended. */
  public static void main(String[] arguments) throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(
          new CamelRoute(
              arguments[0], arguments[1], arguments[2], Boolean.parseBoolean(arguments[3])));
      camel.start();
      Thread.currentThread().join();
    }
  }

  /** A queued message comes at once: what it is handed on to starts before what receives it. */
  @Override
  public void configure() {
    from("paho-mqtt5:"
            + FILTER
            + "?brokerUrl="
            + broker
            + "&clientId="
            + client
            + "&qos=1&cleanStart=false&sessionExpiryInterval=86400&receiveMaximum=4000")
        .routeId("message-to-influxdb")
        .startupOrder(3)
        .unmarshal()
        .json(Map.class)
        .process(CamelRoute::line)
        .to(batch ? "direct:gather" : "direct:write");
    from("direct:gather")
        .routeId("gather")
        .startupOrder(2)
        .aggregate(constant(true), new Lines())
        .completionSize(TOGETHER)
        .completionTimeout(MILLIS)
        .to("direct:write");
    from("direct:write")
        .routeId("write")
        .startupOrder(1)
        .setHeader(Exchange.HTTP_METHOD, constant("POST"))
        .removeHeaders("CamelMqtt*")
        .to(database + "/write?db=camel&precision=ms");
  }

  private static void line(Exchange exchange) {
    Map<?, ?> said = exchange.getMessage().getBody(Map.class);
    String topic = exchange.getMessage().getHeader("CamelMqttTopic", String.class);
    long millis = OffsetDateTime.parse(String.valueOf(said.get("time"))).toInstant().toEpochMilli();
    exchange
        .getMessage()
        .setBody(
            "salinity,device=%s salinity_gl=%s,temperature_c=%s,battery_v=%s %d"
                .formatted(
                    topic.substring(topic.lastIndexOf('/') + 1),
                    said.get("salinity_gl"),
                    said.get("temperature_c"),
                    said.get("battery_v"),
                    millis));
  }

  private static final class Lines implements AggregationStrategy {
    @Override
    public Exchange aggregate(Exchange before, Exchange next) {
      if (before == null) {
        next.getMessage().setBody(new StringBuilder(next.getMessage().getBody(String.class)));
        return next;
      }
      before
          .getMessage()
          .getBody(StringBuilder.class)
          .append('\n')
          .append(next.getMessage().getBody(String.class));
      return before;
    }

    @Override
    public void onCompletion(Exchange exchange) {
      exchange.getMessage().setBody(exchange.getMessage().getBody(StringBuilder.class).toString());
    }
  }
}
