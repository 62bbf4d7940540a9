package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.webhook.WebhookEvent.TextReceived;

/**
 * A whole application of somebody else's: what citizens write is answered, and nothing of a hub.
 */
class ReceivingEvents {
  private static final String APP = "36084652489903967";
  private static final String KEY = "oa-secret-key";
  private static final String EVENT =
      """
      {"app_id":"36084652489903967","sender":{"id":"2468"},"recipient":{"id":"3882"},"event_name":"user_send_text",\
      "message":{"text":"do man","msg_id":"96d3"},"timestamp":"154390853474"}""";

  private final FakePlatform platform = new FakePlatform();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void a_route_that_answers() throws Exception {
    ZaloComponent zalo =
        new ZaloComponent(
            Platform.configuration(platform),
            MemoryStore.with(Platform.pair("access-1", "refresh-1")),
            ZaloObserver.NONE);
    zalo.setWebhookSecret(Secret.of(KEY));
    context.addComponent("zalo", zalo);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(ZaloException.class).handled(true).to("mock:failed");
            from("zalo:events?port=0&path=/events")
                .routeId("answer")
                .to("mock:heard")
                .setBody(constant("Nước tại Xuân Hòa: 0,6 g/l"))
                .to("zalo:text?throwExceptionOnFailure=true");
          }
        });
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
    platform.close();
    http.close();
  }

  private int post(String body, String signature) throws Exception {
    int port = ((ZaloConsumer) context.getRoute("answer").getConsumer()).port();
    return http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                .header("X-ZEvent-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static String signed(String body) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest((APP + body + "154390853474" + KEY).getBytes(StandardCharsets.UTF_8));
    return "mac=" + HexFormat.of().formatHex(hash);
  }

  private MockEndpoint mock(String name) {
    return context.getEndpoint("mock:" + name, MockEndpoint.class);
  }

  @Test
  void a_genuine_event_reaches_the_route_and_its_answer_the_citizen() throws Exception {
    platform.on(Platform.TEXT, Platform.SENT);

    assertThat(post(EVENT, signed(EVENT))).isEqualTo(200);

    var heard = mock("heard").getExchanges().getFirst().getMessage();
    assertThat(heard.getBody())
        .isInstanceOfSatisfying(
            TextReceived.class, text -> assertThat(text.text()).isEqualTo("do man"));
    assertThat(heard.getHeader(ZaloHeaders.EVENT)).isEqualTo("user_send_text");
    assertThat(platform.requests(Platform.TEXT).getFirst().body()).contains("\"2468\"");
  }

  @Test
  void a_forged_event_reaches_nobody() throws Exception {
    assertThat(post(EVENT, signed(EVENT + " "))).isEqualTo(401);

    assertThat(mock("heard").getExchanges()).isEmpty();
  }

  @Test
  void a_refusal_is_a_typed_exception_that_a_route_can_handle() throws Exception {
    platform.on(Platform.TEXT, Platform.error(-230, "7 days"));

    assertThat(post(EVENT, signed(EVENT))).isEqualTo(200);

    assertThat(
            mock("failed")
                .getExchanges()
                .getFirst()
                .getProperty("CamelExceptionCaught", ZaloException.class))
        .satisfies(failure -> assertThat(failure.errorClass()).isEqualTo(ErrorClass.RECIPIENT))
        .hasMessageContaining("-230");
  }

  @Test
  void an_event_the_route_could_not_handle_comes_again() throws Exception {
    mock("heard")
        .whenAnyExchangeReceived(
            exchange -> {
              throw new IllegalStateException("the database is away");
            });

    assertThat(post(EVENT, signed(EVENT))).isEqualTo(500);
  }

  @Test
  void what_is_signed_and_no_event_gets_its_200_and_reaches_nobody() throws Exception {
    String odd = "{\"event_name\":\"user_send_text\",\"timestamp\":\"154390853474\"}";

    assertThat(post(odd, signed(odd))).isEqualTo(200);
    assertThat(mock("heard").getExchanges()).isEmpty();
  }

  @Test
  void what_is_longer_than_anybody_signs_is_turned_away() throws Exception {
    assertThat(post("x".repeat(1_100_000), "mac=00")).isEqualTo(413);
  }

  @Test
  void without_the_webhooks_key_it_says_what_is_missing() throws Exception {
    try (Hub hub = new Hub()) {
      assertThatThrownBy(
              () -> hub.context.getEndpoint("zalo:events").createConsumer(exchange -> {}))
          .hasMessageContaining("setWebhookSecret");
    }
  }
}
