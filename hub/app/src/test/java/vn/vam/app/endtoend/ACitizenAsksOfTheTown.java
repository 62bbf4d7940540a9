package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.sim.town.TownConfig;
import vn.vam.sim.town.TownSimulator;
import vn.vam.testing.Http;

/** From a citizen's phone through the webhook to an answer of what others publish. */
class ACitizenAsksOfTheTown {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static TownSimulator town;
  private static Path config;
  private static Hub hub;
  private static int citizens;

  private Phone phone;

  @BeforeAll
  static void the_town_opens() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    town = opened.add(TownSimulator.start(TownConfig.standard().withPort(0)));
    config = TownYaml.appendTo(servers.config(), town.port());
    hub = HubHere.start(config);
    opened.add(() -> hub.close());
    for (String feed :
        List.of(
            "news-town",
            "bus",
            "bus-realtime",
            "bus-vehicles",
            "bus-alerts",
            "places",
            "schools",
            "sluices")) {
      Awaitility.await().atMost(PATIENCE).until(() -> asked("fresh", "feed=\"" + feed + "\"") >= 1);
    }
  }

  /** How many askings of sources ended so, summed over the feeds. */
  private static double asked(String outcome) {
    return asked(outcome, "");
  }

  private static double asked(String outcome, String label) {
    return servers.door().metric("vam_feed_asked_total", "outcome=\"" + outcome + "\"", label);
  }

  @BeforeEach
  void someone_else_each_time() {
    phone = servers.phone().of("citizen-of-the-town-" + citizens++);
  }

  @AfterEach
  void everything_is_well_again() {
    fails("down", "/", 0);
  }

  private static void fails(String kind, String path, int count) {
    JsonObject order = JsonObject.of("kind", kind, "path", path, "count", count);
    int status =
        Http.post(town.at("/_sim/faults"), "application/json", order.encode()).statusCode();
    assertThat(status).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "tin man, Cống Xuân Hòa đóng",
    "tin thời tiết, mưa rào",
    "xe buyt cho my tho, Trạm Chợ Mỹ Tho",
    "xe buýt tuyến 02, Ngã ba Trung Lương",
    "tham quan vinh trang, hôm nay mở",
    "cống nào mở, • Cống Bảo Định: đang MỞ",
    "cong go cat dong hay mo, Ghe trên 10 tấn",
    "trường mầm non hoa sen, Sân trường đang ngập",
    "#dichvu, Xe buýt sắp tới"
  })
  void and_hears_what_is_published(String question, String answer) {
    phone.say(question);

    phone.hears(answer);
  }

  @Test
  void for_news_and_is_shown_cards_with_pictures_to_tap_on() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              phone.say("tin man");
              assertThat(phone.kinds()).as("the news are of now").contains("list");
            });

    JsonArray cards = phone.isShown("list").getJsonArray("elements");
    assertThat(cards.getJsonObject(0).getString("title")).isEqualTo("Tin mới – hạn, mặn");
    assertThat(cards.getJsonObject(1).getString("title")).contains("Cống Xuân Hòa đóng");
    assertThat(cards.getJsonObject(1).getString("url")).startsWith("https://");
    assertThat(Http.bytes(URI.create(cards.getJsonObject(1).getString("image_url"))))
        .startsWith(0x89, 'P', 'N', 'G');
    phone.hears("xem mục khác");
  }

  @Test
  void for_news_in_plain_words_where_the_messenger_takes_no_lists() {
    turn("list-v3", 0);
    try {
      phone.say("tin man");

      assertThat(phone.hears("Cống Xuân Hòa đóng")).contains("https://").contains("•");
    } finally {
      turn("list-v3", 1);
    }
  }

  private static void turn(String which, int value) {
    URI switches = servers.zalo.baseUri().resolve("/_sim/switches");
    var answer = Http.post(switches, "application/json", JsonObject.of(which, value).encode());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void for_a_bus_of_the_line_that_is_late_and_hears_so() {
    assertThat(phone.asks("xe buýt cho gao")).contains("trễ 3 phút");
  }

  @Test
  void for_a_bus_and_hears_where_it_is_and_that_another_goes_another_way() {
    assertThat(phone.asks("xe buyt cho my tho"))
        .contains("xe đang ở")
        .contains("Lưu ý – xe đi đường vòng vì thi công: Đường Hùng Vương đang thi công");
    assertThat(phone.asks("tuyến 01 xe buýt")).contains("Xe đi Bến xe Gò Công, xe đang ở");
  }

  @Test
  void for_a_sluice_that_is_opened_meanwhile_and_hears_so() {
    JsonObject order = JsonObject.of("name", "Cống Vàm Giồng", "state", "open");
    int status =
        Http.post(town.at("/_sim/sluices"), "application/json", order.encode()).statusCode();
    assertThat(status).isEqualTo(200);

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(phone.asks("cống vàm giồng mở chưa"))
                    .contains("Cống Vàm Giồng: đang MỞ, từ"));
  }

  @Test
  void with_a_shared_place_and_hears_what_is_near() {
    phone.sharesPlace(10.3530, 106.3660);

    assertThat(phone.hears("Gần chỗ đó còn có"))
        .contains("Trạm xe buýt: Chợ Mỹ Tho")
        .contains("Chỗ tham quan:")
        .contains("Trường:");
    assertThat(phone.asks("#xebuyt @10.353,106.366")).contains("Chợ Mỹ Tho (cách");
  }

  @Test
  void of_the_roads_and_the_water_on_them() {
    servers
        .field()
        .publish(
            "vam/v1/traffic/cau-1",
            "{\"lane\":\"1\",\"count\":40,\"interval_s\":60,\"speed_kmh\":11}");
    servers
        .field()
        .publish(
            "vam/v1/camera/cam-1",
            "{\"event_id\":\"f1\",\"type\":\"flood\",\"phase\":\"new\",\"score\":0.9}");

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(phone.asks("kẹt xe không")).contains("Cầu Rạch Miễu: kẹt xe");
              assertThat(phone.asks("cho nao ngap")).contains("Bến phà: ĐANG NGẬP");
            });
  }

  @ParameterizedTest
  @CsvSource({"http-500", "garbage"})
  void while_every_source_fails_and_hears_the_last_good_copy_with_its_time(String kind) {
    fails(kind, "/", 100_000);
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(phone.asks("tin mặn")).contains("Cống Xuân Hòa", "tin lấy lúc");
                assertThat(phone.asks("xe buýt bến xe gò công")).contains("tin lấy lúc");
                assertThat(phone.asks("tham quan trai ran")).contains("tin lấy lúc");
                assertThat(phone.asks("cống nào đóng")).contains("tin lấy lúc");
                assertThat(phone.asks("trường hoa sen")).isNotEmpty();
              });
    } finally {
      fails(kind, "/", 0);
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(phone.asks("tin mặn")).doesNotContain("tin lấy lúc"));
  }

  @Test
  void after_a_restart_without_any_source_and_hears_the_copy_from_the_disk() throws BadConfig {
    hub.close();
    fails("down", "/", 100_000);
    hub = HubHere.start(config);

    assertThat(phone.asks("tin mặn")).contains("Cống Xuân Hòa", "tin lấy lúc");
    assertThat(phone.asks("tham quan vinh trang")).contains("tin lấy lúc");
  }

  @Test
  void what_has_not_changed_is_not_fetched_again() {
    Awaitility.await().atMost(PATIENCE).until(() -> asked("unchanged") > 5);

    assertThat(new JsonObject(Http.get(town.at("/_sim/asked")).body()).getMap())
        .containsKeys("/tin/rss.xml", "/xebuyt/gtfs.zip");
  }

  @Test
  void to_be_sent_news_and_to_be_left_alone_again() {
    assertThat(phone.asks("nhận bản tin giao thông")).contains("Tôi đồng ý", "giao thông");

    assertThat(phone.asks("dừng bản tin")).contains("Đã ngưng gửi mọi bản tin");
  }

  @Test
  void to_be_left_alone_by_two_bulletins_and_keeps_the_third() {
    for (String topic : List.of("mặn", "thời tiết", "giao thông")) {
      phone.asks("nhận bản tin " + topic);
    }

    assertThat(phone.asks("dung ban tin man va thoi tiet"))
        .contains("• mục hạn, mặn", "• mục thời tiết");
    assertThat(phone.asks("bạn giữ gì về tôi"))
        .contains("giao thông")
        .doesNotContain("hạn, mặn", "thời tiết");
    phone.asks("nhận lại");
    assertThat(phone.asks("bạn giữ gì về tôi")).contains("hạn, mặn", "thời tiết", "giao thông");
  }

  @Test
  void for_all_news_and_reads_on_where_they_are_too_many() {
    String oldest = "Mặn trên sông Tiền lên theo con nước rằm";
    phone.say("tin tức");
    phone.hears("xem mục khác");
    assertThat(phone.messagesWith(oldest)).isEmpty();

    assertThat(phone.asks("xem tiếp")).contains(oldest, "Trường học ven sông");
    assertThat(phone.asks("xem tiếp")).as("that was all").doesNotContain(oldest);
  }

  @Test
  void for_two_kinds_of_news_and_is_told_of_the_one_whose_number_they_say() {
    assertThat(phone.asks("tin mặn với thời tiết")).contains("1. ", "2. ");

    phone.say("2");

    phone.hears("Tin mới – thời tiết");
  }

  @Test
  void with_a_shared_place_that_is_kept_nowhere() throws IOException, BadConfig {
    phone.sharesPlace(10.351234, 106.361234);
    phone.hears("Gần chỗ đó còn có");
    hub.close();

    assertThat(filesWith("10.351234")).isEmpty();
    hub = HubHere.start(config);
    assertThat(Http.get(servers.door().at("/metrics")).body()).doesNotContain("10.351");
  }

  private static List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("hub"))) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
