package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.vam.testing.Http;

/** A citizen's phone on the simulated platform, and the handles that make the platform fail. */
record Phone(URI platform, String citizen) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  Phone of(String another) {
    return new Phone(platform, another);
  }

  void follow() {
    act("follow", new JsonObject());
  }

  void say(String text) {
    act("text", JsonObject.of("text", text));
  }

  /**
   * @param photo a PNG
   */
  void sendsPhoto(byte[] photo) {
    sendsPhoto(photo, "");
  }

  /**
   * @param caption what stands below it
   */
  void sendsPhoto(byte[] photo, String caption) {
    String query = "?text=" + URLEncoder.encode(caption, StandardCharsets.UTF_8);
    var answer =
        Http.post(
            platform.resolve("/_sim/users/" + citizen + "/image" + query), "image/png", photo);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  void sendsFile(byte[] file) {
    var answer =
        Http.post(platform.resolve("/_sim/users/" + citizen + "/file"), "application/pdf", file);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  void sharesPlace(double lat, double lon) {
    act("location", JsonObject.of("lat", lat, "lon", lon));
  }

  private void act(String what, JsonObject body) {
    post("/_sim/users/" + citizen + "/" + what, body);
  }

  /** What the account sent, oldest first. */
  List<String> messages() {
    return sent().stream().map(Phone::words).toList();
  }

  /** What a person reads, on cards too. */
  private static String words(JsonObject message) {
    return Stream.concat(
            Stream.of(message.getString("text")),
            message.getJsonArray("elements", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .flatMap(
                    card ->
                        Stream.of("title", "subtitle", "url").map(key -> card.getString(key, ""))))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private List<JsonObject> sent() {
    String path = "/_sim/messages?user=" + citizen;
    return new JsonObject(Http.get(platform.resolve(path)).body())
        .getJsonArray("messages").stream().map(JsonObject.class::cast).toList();
  }

  /** Of what the account sent, oldest first. */
  List<String> kinds() {
    return sent().stream().map(message -> message.getString("kind")).toList();
  }

  /** Waits for the first message of that kind, such as {@code image} or {@code list}. */
  JsonObject isShown(String kind) {
    Predicate<JsonObject> wanted = message -> message.getString("kind").equals(kind);
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(sent()).anyMatch(wanted));
    return sent().stream().filter(wanted).findFirst().orElseThrow();
  }

  List<String> messagesWith(String words) {
    return messages().stream().filter(text -> text.contains(words)).toList();
  }

  /** Waits for the first message with these words. */
  String hears(String words) {
    return hears(text -> text.contains(words));
  }

  private String hears(Predicate<String> wanted) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(messages()).anyMatch(wanted));
    return messages().stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Says something and waits for the next message. */
  String asks(String text) {
    int before = messages().size();
    say(text);
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(messages()).hasSizeGreaterThan(before));
    return messages().get(before);
  }

  /** The next {@code count} messages of the account fail so. */
  void messagesFail(String kind, int count) {
    post(
        "/_sim/faults", JsonObject.of("kind", kind, "count", count, "only", "/v3.0/oa/message/cs"));
  }

  /** The platform tells nobody of the next {@code count} messages it delivers. */
  void echoesAreLost(int count) {
    post(
        "/_sim/faults",
        JsonObject.of("kind", "drop-webhook", "count", count, "only", "oa_send_text"));
  }

  private void post(String path, JsonObject body) {
    var answer = Http.post(platform.resolve(path), "application/json", body.encode());
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(300);
  }
}
