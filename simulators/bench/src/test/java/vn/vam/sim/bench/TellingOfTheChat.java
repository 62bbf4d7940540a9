package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.sim.bench.MessengerDesk.Sent;

class TellingOfTheChat {
  private record Call(String signature, String body) {}

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  @TempDir Path folder;
  private HttpServer hub;
  private ChatLine line;

  @BeforeEach
  void listen() throws IOException {
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    hub.createContext("/webhooks/zalo", this::take);
    hub.start();
    line =
        new ChatLine(
            URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/webhooks/zalo"),
            code -> "http://127.0.0.1:9/photos/" + code);
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(new Call(call.getRequestHeaders().getFirst("X-ZEvent-Signature"), body));
      call.sendResponseHeaders(body.contains("refuse-me") ? 503 : 200, -1);
    }
  }

  @AfterEach
  void hangUp() {
    line.close();
    hub.stop(0);
  }

  private TalkingCitizen citizen(String id) {
    TalkingCitizen citizen =
        TalkingCitizen.of(
            id, 2, Duration.ofMillis(2), line, () -> "H58.12-261120-00001", new Random(1));
    citizen.talk(System.nanoTime());
    return citizen;
  }

  @Test
  void what_citizens_type_is_signed_as_the_platform_signs_it() throws Exception {
    assertThat(line.say("u1", words("độ mặn"))).isTrue();

    Call call = calls.take();
    String timestamp = call.body().replaceFirst(".*\"timestamp\":\"(\\d+)\".*", "$1");
    String signed = ChatHub.APP_ID + call.body() + timestamp + ChatHub.OA_SECRET;
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8));
    assertThat(call.signature()).isEqualTo("mac=" + HexFormat.of().formatHex(sum));
    assertThat(call.body()).contains("\"text\":\"độ mặn\"", "\"user_send_text\"", "\"u1\"");
  }

  private static Utterance words(String text) {
    return new Utterance.Words(Utterance.Kind.WORDS, text, "");
  }

  @Test
  void a_photo_comes_as_the_address_where_it_lies() throws Exception {
    assertThat(line.say("u1", new Utterance.Photo("H58.12-261120-00001"))).isTrue();

    assertThat(calls.take().body())
        .contains("\"user_send_image\"", "\"http://127.0.0.1:9/photos/H58.12-261120-00001\"");
  }

  @Test
  void whoever_asks_for_a_dossier_proves_next_that_it_is_theirs() {
    Random random = new Random(1);
    List<List<Utterance>> topics =
        Stream.generate(() -> Utterance.topic(random, "H58.12-261120-00001")).limit(200).toList();

    assertThat(topics)
        .filteredOn(topic -> topic.getFirst() instanceof Utterance.Photo)
        .isNotEmpty()
        .allSatisfy(
            topic ->
                assertThat(topic.getLast())
                    .isEqualTo(
                        new Utterance.Words(
                            Utterance.Kind.DOSSIER,
                            ChatOffice.LOOK_UP_CODE,
                            ChatOffice.PROCEDURE)));
    assertThat(topics.stream().map(topic -> topic.getFirst().kind()))
        .contains(Utterance.Kind.values());
  }

  @Test
  void a_webhook_that_is_refused_is_counted() {
    assertThat(line.say("refuse-me", words("a"))).isFalse();
    assertThat(citizen("refuse-me-1").refused()).isEqualTo(2);
  }

  @Test
  void the_first_answer_belongs_to_the_first_question() {
    TalkingCitizen citizen = citizen("c-1");
    List<Sent> heard =
        citizen.said().stream().map(one -> new Sent("c-1", one.at() + 8_000_000, "")).toList();

    ChatFigures figures = ChatBench.figures(List.of(citizen), Map.of("c-1", heard), 100);

    assertThat(figures.answer().p50()).isEqualTo(8);
    assertThat(figures.said()).isEqualTo(2);
    assertThat(figures.refused() + figures.unanswered() + figures.beyond()).isZero();
  }

  @Test
  void one_webhook_in_a_hundred_that_waits_for_longer_than_200_ms_is_a_flaw() {
    ChatFigures.Spread answers = new ChatFigures.Spread(8, 30, 82, 334);

    assertThat(webhooksTook(new ChatFigures.Spread(3, 10, 200, 450), answers).isFlawless())
        .isTrue();
    assertThat(webhooksTook(new ChatFigures.Spread(3, 10, 201, 450), answers).isFlawless())
        .isFalse();
  }

  private static ChatFigures webhooksTook(ChatFigures.Spread webhooks, ChatFigures.Spread answers) {
    return new ChatFigures(3_000, 0, 0, 0, 0, webhooks, answers, Map.of(), 375);
  }

  @Test
  void what_nobody_answered_and_what_nobody_asked_is_a_flaw() {
    TalkingCitizen citizen = citizen("c-1");
    Sent answer = new Sent("c-1", System.nanoTime(), "");

    ChatFigures one = ChatBench.figures(List.of(citizen), Map.of("c-1", List.of(answer)), 0);
    ChatFigures three =
        ChatBench.figures(List.of(citizen), Map.of("c-1", List.of(answer, answer, answer)), 0);

    assertThat(one.unanswered()).isEqualTo(1);
    assertThat(three.beyond()).isEqualTo(1);
    assertThat(List.of(one, three)).noneMatch(ChatFigures::isFlawless);
  }

  @Test
  void people_read_a_table_and_programs_json() throws IOException {
    ChatFigures.Spread spread = new ChatFigures.Spread(3, 10, 26, 112);
    ChatFigures figures =
        new ChatFigures(
            3_000, 0, 1, 0, 40, spread, spread, Map.of(Utterance.Kind.CHART, spread), 375);
    Path json = folder.resolve("chat.json");
    ChatTable.write(figures, json);

    assertThat(ChatTable.of(figures))
        .anyMatch(
            line ->
                line.contains(
                    "3,000 messages said; 0 refused, 1 unanswered, 0 answers beyond, 40 put off"))
        .anyMatch(line -> line.matches("  a chart +p50 3 ms, p95 10 ms.*"));
    assertThat(Files.readString(json)).contains("\"unanswered\" : 1", "\"p99\" : 26.0");
  }

  @Test
  void what_cannot_be_measured_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ChatPlan(folder, 0, 3, Duration.ofMinutes(1), 4_000, Duration.ZERO, 1, ""))
        .withMessageContaining("citizens: 1 to 10000, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChatPlan(folder, 1, 3, Duration.ZERO, 4_000, Duration.ZERO, 1, ""))
        .withMessageContaining("within: 1s to 1h");
  }
}
