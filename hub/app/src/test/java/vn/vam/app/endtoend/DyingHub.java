package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import vn.vam.testing.Http;

/**
 * A hub that is killed while it tells people, all that is around it, and a messenger that can be
 * made to fail just then.
 */
final class DyingHub {
  static final String ALERT = "Nước tại Xuân Hòa đã mặn";
  static final String ALL_CLEAR = "Nước tại Xuân Hòa đã bớt mặn";
  static final String CHAT = "/v3.0/oa/message/cs";
  static final String TEMPLATE = "/v3.0/oa/message/template";
  static final String BY_PHONE = "/message/template";

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  final Servers servers;
  final Door door;
  final Phone phone;
  private final HubElsewhere hub;

  private final Duration ahead;

  private DyingHub(Servers servers, HubElsewhere hub, Duration ahead) {
    this.ahead = ahead;
    this.servers = servers;
    this.door = servers.door();
    this.phone = servers.phone();
    this.hub = hub;
  }

  /**
   * @param opened ends all of it
   * @param change of the hub's configuration
   */
  static DyingHub startIn(Path folder, Opened opened, UnaryOperator<String> change) {
    Servers servers = Servers.startIn(folder, opened);
    Path config = changed(servers.config(), change);
    return new DyingHub(
        servers, opened.add(new HubElsewhere(config, servers.door())), Duration.ZERO);
  }

  /** The same, where it is noon. */
  static DyingHub startAtNoonIn(Path folder, Opened opened, UnaryOperator<String> change) {
    Servers servers = Servers.startIn(folder, opened);
    Path config = changed(servers.config(), change);
    ZonedDateTime now = ZonedDateTime.now(VIETNAM);
    Duration ahead = Duration.between(now, now.withHour(12));
    HubElsewhere hub = opened.add(HubElsewhere.ahead(ahead, config, servers.door()));
    DyingHub dying = new DyingHub(servers, hub, ahead);
    dying.post("/_sim/switches", JsonObject.of("night-zns", 0));
    return dying;
  }

  private static Path changed(Path config, UnaryOperator<String> change) {
    try {
      return Files.writeString(config, change.apply(Files.readString(config)));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void aCitizenAgrees() {
    phone.follow();
    phone.hears("Xin chào");
    phone.say("nhận cảnh báo Xuân Hòa");
    phone.hears("Đã ghi nhận");
    patiently().until(() -> door.deliveries("waiting") == 0);
  }

  void breach() {
    measures(4.2);
  }

  void measures(double salinity) {
    servers.field().measures("xuan-hoa-1", salinity, Instant.now().plus(ahead));
  }

  /** So often a delivery has come to this since the hub was started. */
  double counted(String outcome) {
    return door.metric("vam_deliveries_total", "outcome=\"" + outcome + "\"");
  }

  /** The next calls of that path fail so. */
  void order(String kind, int count, String path, JsonObject more) {
    post("/_sim/faults", JsonObject.of("kind", kind, "count", count, "only", path).mergeIn(more));
  }

  JsonObject post(String path, JsonObject body) {
    var answer = Http.post(servers.zalo.baseUri().resolve(path), "application/json", body.encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return new JsonObject(answer.body());
  }

  /** Where one delivery stands when the hub dies. */
  enum Step {
    /** Another way is next; the answer to this one is not on disk yet, or just is. */
    TURNED_DOWN,
    /** The messenger has delivered it and not answered yet. */
    ON_THE_WIRE,
    /** The messenger has delivered it and hung up: the hub is in doubt. */
    IN_DOUBT,
    /** Its answer is on disk. */
    DELIVERED
  }

  /**
   * Brings the next delivery to that step.
   *
   * @param path by which it goes
   * @param change makes the hub tell somebody
   * @param words of the message
   */
  void reach(Step step, String path, Runnable change, String words) {
    long delivered = door.deliveries("delivered");
    double turnedDown = counted("otherway");
    switch (step) {
      case TURNED_DOWN, ON_THE_WIRE -> order("slow", 1, path, JsonObject.of("ms", 30_000));
      case IN_DOUBT -> {
        order("cut-after-accept", 1, path, JsonObject.of());
        phone.echoesAreLost(1);
      }
      case DELIVERED -> {}
    }
    change.run();
    switch (step) {
      case TURNED_DOWN -> patiently().until(() -> counted("otherway") == turnedDown + 1);
      case ON_THE_WIRE -> phone.hears(words);
      case IN_DOUBT -> patiently().until(() -> counted("unclear") == 1);
      case DELIVERED -> patiently().until(() -> door.deliveries("delivered") == delivered + 1);
    }
  }

  void dies() {
    hub.kill();
  }

  /** Returns when it is ready. */
  void comesBack() {
    hub.startAgain();
  }

  /** Until nothing waits any more, and everybody was told or it is counted that nobody knows. */
  void untilSettled(String words, int people) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> {
              assertThat(door.deliveries("waiting")).isZero();
              assertThat(messagesWith(words).size() + door.deliveries("unclear"))
                  .isGreaterThanOrEqualTo(people);
            });
  }

  void isToldOnceOrDoubted(String words) {
    long unclear = door.deliveries("unclear");
    int told = phone.messagesWith(words).size();
    assertThat(told).as("told, %d unclear", unclear).isLessThanOrEqualTo(1);
    assertThat(told + unclear).isGreaterThanOrEqualTo(1);
    assertThat(door.deliveries("undeliverable")).isZero();
    assertThat(door.alerts()).hasSize(1);
  }

  /** Who has them on their phone: once for each message. */
  List<String> messagesWith(String words) {
    var all = Http.get(servers.zalo.baseUri().resolve("/_sim/messages")).body();
    return new JsonObject(all)
        .getJsonArray("messages").stream()
            .map(JsonObject.class::cast)
            .filter(message -> message.getString("text").contains(words))
            .map(message -> message.getString("user"))
            .toList();
  }

  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
