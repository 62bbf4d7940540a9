package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.testing.PostgresProcess;

/**
 * Every service through the webhook, with everything that the hub asks up, then so slow that
 * nothing comes through in time, then away, then back: offices, the host of photos, the store, the
 * broker, all the town's feeds, all at once. Each question has one answer, in the time promised,
 * and the webhook its 200 within 200 ms.
 *
 * <p>Hub, simulators and database share this machine with whatever else it builds: an answer may
 * take two seconds more than promised, and of the webhook's answers one in a hundred may be late,
 * though never as late as the messenger gives up, which is after two seconds.
 */
class ACitizenAsksInAnyWeather {
  private static final Duration SHARED_MACHINE = Duration.ofSeconds(2);
  private static final Duration WEBHOOK = Duration.ofMillis(200);
  private static final Duration MESSENGER_GIVES_UP = Duration.ofSeconds(2);
  private static final Duration OFFICE = Duration.ofSeconds(3);
  private static final Duration STORE = Duration.ofSeconds(3);
  private static final Duration PHOTOS = Duration.ofSeconds(5);
  private static final String CODE = "H58.20-260312-0015";
  private static final String RECEIPT = CODE + " K7QM";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("H:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static final Map<Phone, Integer> heard = new HashMap<>();
  private static Instant measured;
  private static Outside outside;
  private static Hub hub;
  private static Door door;
  private static int citizens;

  @BeforeAll
  static void the_water_turns_salt_a_road_is_full_and_another_under_water() throws BadConfig {
    outside = Outside.openIn(folder, opened);
    opened.add(() -> hub.close());
    hub = HubHere.start(outside.config());
    door = outside.servers.door();
    Field field = outside.servers.field();
    measured = Instant.now();
    field.measures("xuan-hoa-1", 1.0, measured.minusSeconds(1_800));
    field.measures("xuan-hoa-1", 4.2, measured);
    field.publish(
        "vam/v1/traffic/cau-1", "{\"lane\":\"1\",\"count\":40,\"interval_s\":60,\"speed_kmh\":11}");
    field.publish(
        "vam/v1/camera/cam-1",
        "{\"event_id\":\"f1\",\"type\":\"flood\",\"phase\":\"new\",\"score\":0.9}");
    soon().until(() -> door.readings("xuan-hoa").size() == 2);
    outside.untilEverySourceIsFresh();
  }

  private static Stream<Arguments> cells() {
    return Stream.of(Weather.values())
        .flatMap(weather -> services().stream().map(service -> Arguments.of(weather, service)));
  }

  private static List<Service> services() {
    String code = outside.servers.office.codes().getFirst();
    String receipt = code + " " + outside.servers.office.lookUpCode(code);
    return List.of(
        Service.asked(
            "dossier", phone -> phone.say(receipt), "Tình trạng", "tạm thời gián đoạn", OFFICE),
        Service.asked(
            "photo of a receipt",
            phone -> sendsPhotoOf(phone, code),
            "mã tra cứu",
            "chưa xem được giấy hẹn",
            PHOTOS),
        Service.asked(
            "chart",
            phone -> phone.say("biểu đồ xuân hòa"),
            "Độ mặn Xuân Hòa từ",
            "Kho số liệu đang bận",
            STORE),
        Service.known("độ mặn xuân hòa", "4,2 g/l", CLOCK.format(measured)),
        Service.known("khi nào xuân hòa hết mặn", "4,2 g/l"),
        Service.known("báo tôi khi Mỹ Tho trên 3", "Mỹ Tho trên 3 g/l"),
        Service.known("kẹt xe không", "Cầu Rạch Miễu: kẹt xe", "lúc"),
        Service.known("chỗ nào ngập", "Bến phà: ĐANG NGẬP, từ lúc"),
        Service.published("xe buýt chợ mỹ tho", "Trạm Chợ Mỹ Tho"),
        Service.published("tin mặn", "Cống Xuân Hòa").inMessages(2, 1),
        Service.published("tham quan vĩnh tràng", "hôm nay mở"),
        Service.published("trường mầm non hoa sen", "Sân trường đang ngập").inMessages(2, 2),
        Service.published("cống nào mở", "Cống Bảo Định: đang MỞ"));
  }

  private static void sendsPhotoOf(Phone phone, String code) {
    Signed webhook =
        Signed.photo(phone.citizen(), "photo-of-" + phone.citizen(), outside.photo(code));
    assertThat(webhook.postTo(outside.turnstile.address())).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cells")
  void and_hears_one_answer_in_time(Weather weather, Service service) {
    outside.turn(weather);
    hears(weather, service);
  }

  private static void hears(Weather weather, Service service) {
    Phone phone = outside.servers.phone().of("citizen-" + citizens++);
    String menu = phone.asks("menu");

    switch (weather) {
      case UP -> hearsOnce(phone, service, service.well());
      case SLOW, DOWN -> hearsOnce(phone, service, service.otherwise());
      case UP_AGAIN -> hearsSoon(phone, service);
    }

    nothingElseFollows(phone, menu);
  }

  private static void nothingElseFollows(Phone phone, String menu) {
    assertThat(phone.asks("menu")).as("what answers the next question").isEqualTo(menu);
    heard.put(phone, phone.messages().size());
  }

  private static void hearsOnce(Phone phone, Service service, Service.Told told) {
    Instant start = Instant.now();
    service.question().accept(phone);
    soon().until(() -> phone.messages().size() > told.messages());

    assertThat(Duration.between(start, Instant.now()))
        .isLessThan(service.promised().plus(SHARED_MACHINE));
    assertThat(String.join("\n", phone.messages())).contains(told.words());
  }

  /** An office that gave no answer is left alone for a quarter of a minute. */
  private static void hearsSoon(Phone phone, Service service) {
    soon()
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              int before = phone.messages().size();
              service.question().accept(phone);
              soon().until(() -> phone.messages().size() >= before + service.well().messages());
              assertThat(String.join("\n", phone.messages())).contains(service.well().words());
            });
  }

  /** As a hub that is told of another way to the office. */
  private static void asksAt(String office) throws BadConfig {
    hub.close();
    hub = HubHere.start(outside.configOf(office));
  }

  /** A citizen is told of the dossier in {@link #RECEIPT}. */
  private static Service dossier(String otherwise) {
    return Service.asked(
        "dossier", phone -> phone.say(RECEIPT), "Đăng ký khai sinh", otherwise, OFFICE);
  }

  @Nested
  class OfAnOfficeWithADatabase {
    private static PostgresProcess database;
    private static Cable cable;

    @BeforeAll
    static void is_asked_with_one_query(@TempDir Path data) throws Exception {
      database = PostgresProcess.startIn(data);
      cable = opened.add(Cable.to(database.port()));
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "create table ho_so (ma text, thu_tuc text, trang_thai integer, ma_tra_cuu text)");
        statement.execute(
            "insert into ho_so values ('%s', 'Đăng ký khai sinh', 4, 'K7QM')".formatted(CODE));
      }
      Path password = Files.writeString(folder.resolve("database"), PostgresProcess.PASSWORD);
      asksAt(
          """
          { kind: sql, url: 'jdbc:postgresql://127.0.0.1:%d/postgres', user: %s,
              password: '${file:%s}', query: 'select * from ho_so where ma = ?',
              fields: { code: ma, state: trang_thai, procedure: thu_tuc },
              proof: { look_up_code: ma_tra_cuu } }"""
              .formatted(cable.port(), PostgresProcess.USER, password));
    }

    @AfterAll
    static void is_closed() {
      if (database != null) database.close();
    }

    @ParameterizedTest
    @EnumSource(Weather.class)
    void and_hears_one_answer_in_time(Weather weather) {
      weather.over(cable);
      hears(weather, dossier("tạm thời gián đoạn"));
    }
  }

  @Nested
  class OfAnOfficeThatPutsFilesDown {
    private static final String WHOLE =
        "MaHoSo,TenTTHC,MaTrangThai,MaTraCuu\n%s,Đăng ký khai sinh,4,K7QM\n".formatted(CODE);

    private static Path office;

    @BeforeAll
    static void has_put_one_down() throws Exception {
      office = Files.createDirectory(folder.resolve("office"));
      putDown("ho-so.csv", WHOLE);
      asksAt("{ kind: csv, path: '%s', every: 100ms }".formatted(office));
    }

    private static void putDown(String name, String content) throws IOException {
      Files.writeString(office.resolve(name), content);
    }

    /** Slow is a file that is still being written, away a folder that is not there. */
    @ParameterizedTest
    @EnumSource(Weather.class)
    void and_hears_one_answer_in_time_and_of_when_it_is(Weather weather) throws IOException {
      Path away = folder.resolve("office-away");
      switch (weather) {
        case UP -> {}
        case SLOW -> putDown("later.csv", WHOLE.substring(0, 50));
        case DOWN -> Files.move(office, away);
        case UP_AGAIN -> Files.move(away, office);
      }
      hears(weather, dossier("Theo sổ của cơ quan lúc"));
    }
  }

  @Nested
  class OverAMessenger {
    private static final String PASSED = "đúng mức bà con dặn";

    /** Slower than a person types, and in time for the hub. */
    private static final int BYTES_A_SECOND = 600;

    private final Phone phone = outside.servers.phone().of("citizen-" + citizens++);
    private final String menu = phone.asks("menu");

    @Test
    void that_is_slow_and_hears_of_a_limit_once() {
      outside.servers.cableToZalo.slowTo(BYTES_A_SECOND);
      phone.say("báo tôi khi Xuân Hòa trên 5");
      phone.hears("Xuân Hòa trên 5 g/l");
      outside.servers.field().measures("xuan-hoa-1", 5.5);
      phone.hears(PASSED);
      outside.servers.cableToZalo.atFullSpeed();

      hearsNothingElse();
    }

    @Test
    void that_is_away_and_hears_of_a_limit_once_when_it_is_back() {
      outside.servers.cableToZalo.pullOut();
      phone.say("báo tôi khi Bến Tre trên 2");
      soon().until(() -> door.deliveries("waiting") == 1);
      outside.servers.field().measures("ben-tre-1", 2.4);
      soon().until(() -> door.deliveries("waiting") == 2);
      outside.servers.cableToZalo.plugIn();

      phone.hears("Bến Tre trên 2 g/l");
      phone.hears(PASSED);
      hearsNothingElse();
    }

    /** All of them count for the 200 within 200 ms. */
    @Test
    void that_is_away_and_posts_what_was_said_again_and_hears_one_answer() {
      Signed said = Signed.text(phone.citizen(), "said-once", "độ mặn xuân hòa");
      outside.servers.cableToZalo.pullOut();

      for (int retry = 0; retry <= 5; retry++) {
        assertThat(said.postTo(outside.turnstile.address(), retry)).isEqualTo(200);
      }

      soon().until(() -> door.deliveries("waiting") == 1);
      outside.servers.cableToZalo.plugIn();
      soon().until(() -> phone.messages().size() == 2);
      assertThat(phone.messages().getLast()).contains("g/l");
      nothingElseFollows(phone, menu);
    }

    private void hearsNothingElse() {
      assertThat(phone.messages()).hasSize(3);
      nothingElseFollows(phone, menu);
    }
  }

  @AfterAll
  static void nothing_came_later_and_no_webhook_waited() {
    door.booksBalance();
    soon().until(() -> door.deliveries("waiting") == 0);
    heard.forEach(
        (phone, count) -> assertThat(phone.messages()).as(phone.citizen()).hasSize(count));

    List<Duration> took = outside.turnstile.took();
    assertThat(outside.turnstile.refused()).isEmpty();
    assertThat(took).hasSizeGreaterThan(3 * heard.size());
    assertThat(took.get(took.size() * 99 / 100)).isLessThan(WEBHOOK);
    assertThat(took.getLast()).isLessThan(MESSENGER_GIVES_UP);
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }
}
