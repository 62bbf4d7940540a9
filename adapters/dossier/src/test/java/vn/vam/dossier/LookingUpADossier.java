package vn.vam.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;

class LookingUpADossier {
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final String WHOLE =
      """
      {"MaHoSo":"H58.20-260312-0015","TenTTHC":"Đăng ký khai sinh","MaTrangThai":4,
       "TenTrangThai":"Đang xử lý","DonViXuLy":"UBND phường Mỹ Tho","TenChuHoSo":"Nguyễn Thị Tư",
       "NgayTiepNhan":"12/03/2026 08:05","HanGiaiQuyet":"2026-03-20T16:30:00+07:00","NgayTraKetQua":null}""";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer office;
  private HttpDossiers dossiers;

  private volatile int status = 200;
  private volatile byte[] body = WHOLE.getBytes(StandardCharsets.UTF_8);
  private volatile String redirect = "";

  @BeforeEach
  void open() throws IOException {
    office = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    office.createContext("/", this::answer);
    office.start();
    dossiers = new HttpDossiers(DossierConfig.at(url("/base/")).withoutProof(), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    dossiers.close();
    office.stop(0);
  }

  @Test
  void a_long_text_is_cut_and_never_through_a_character() {
    body =
        WHOLE
            .replace("Đăng ký khai sinh", "a".repeat(398) + "𠀀".repeat(50))
            .getBytes(StandardCharsets.UTF_8);

    assertThat(dossiers.find(CODE, Optional.empty()))
        .isInstanceOfSatisfying(
            LookUp.Found.class,
            found -> assertThat(found.dossier().procedure()).isEqualTo("a".repeat(398) + "…"));
  }

  @Test
  void finds_state_procedure_office_and_dates_and_nothing_about_the_person() {
    assertThat(dossiers.find(CODE, Optional.empty()))
        .isEqualTo(
            new LookUp.Found(
                new Dossier(
                    CODE,
                    "",
                    "Đăng ký khai sinh",
                    "UBND phường Mỹ Tho",
                    "",
                    Optional.of(DossierState.IN_PROGRESS),
                    "Đang xử lý",
                    Optional.of(Instant.parse("2026-03-12T01:05:00Z")),
                    Optional.of(Instant.parse("2026-03-20T09:30:00Z")),
                    Optional.empty())));
  }

  @Test
  void asks_for_the_code_below_the_base() {
    dossiers.find(CODE, Optional.empty());

    assertThat(asked).containsExactly("GET /base/api/hoso/H58.20-260312-0015");
  }

  @Test
  void takes_a_state_of_the_offices_own_in_its_words() {
    body = json("{\"MaTrangThai\":\"99\",\"TenTrangThai\":\" Chờ\\nký  duyệt \"}");

    assertThat(found().state()).isEmpty();
    assertThat(found().stateText()).isEqualTo("Chờ ký duyệt");
  }

  @Test
  void takes_a_state_written_as_text() {
    body = json("{\"MaTrangThai\":\"10\"}");

    assertThat(found().state()).contains(DossierState.RETURNED);
  }

  @Test
  void composes_and_bounds_what_the_office_writes() {
    body = json("{\"MaTrangThai\":1,\"TenTTHC\":\"" + "Hòa ".repeat(5_000) + "\"}");

    assertThat(found().procedure()).startsWith("Hòa Hòa").endsWith("…").hasSize(400);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-12T16:30:00+07:00, 2026-03-12T09:30:00Z",
    "2026-03-12T09:30:00Z, 2026-03-12T09:30:00Z",
    "2026-03-12T16:30:00, 2026-03-12T09:30:00Z",
    "2026-03-12 16:30:00, 2026-03-12T09:30:00Z",
    "2026-03-12, 2026-03-11T17:00:00Z",
    "12/03/2026, 2026-03-11T17:00:00Z",
    "12/3/2026 16:30, 2026-03-12T09:30:00Z",
    "12/03/2026 16:30:15, 2026-03-12T09:30:15Z",
    "31/02/2026,",
    "03/13/2026,",
    "12/3/0026,",
    "0001-01-01T00:00:00,",
    "chưa có,",
    "'',",
  })
  void reads_the_dates_offices_write_and_leaves_out_the_others(String written, Instant meant) {
    body = json("{\"MaTrangThai\":4,\"HanGiaiQuyet\":\"" + written + "\"}");

    assertThat(found().dueAt()).isEqualTo(Optional.ofNullable(meant));
  }

  @Test
  void reads_fields_by_the_names_of_another_software() {
    body = json("{\"data\":[{\"code\":\"H58.20-260312-0015\",\"st\":9}],\"unit\":\"Sở Y tế\"}");
    DossierFields fields =
        new DossierFields(
            "/data/0/code", "name", "/data/0/st", "text", "unit", "took", "in", "due", "out");
    DossierConfig config =
        new DossierConfig(url(""), Duration.ofSeconds(3), 8, fields).withoutProof();

    try (HttpDossiers other = new HttpDossiers(config, Clock.systemUTC())) {
      assertThat(other.find(CODE, Optional.empty()))
          .isInstanceOfSatisfying(
              LookUp.Found.class,
              found -> {
                assertThat(found.dossier().state()).contains(DossierState.FINISHED);
                assertThat(found.dossier().office()).isEqualTo("Sở Y tế");
              });
    }
  }

  @Test
  void a_code_the_office_does_not_know_is_not_found() {
    status = 404;

    assertThat(dossiers.find(CODE, Optional.empty())).isEqualTo(new LookUp.NotFound());
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 401, 403, 429, 500, 503})
  void any_other_status_is_unavailable(int status) {
    this.status = status;

    assertThat(reason()).isEqualTo("status " + status);
  }

  @Test
  void a_redirect_is_not_followed() {
    status = 302;
    redirect = url("/elsewhere").toString();

    assertThat(reason()).isEqualTo("status 302");
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Nguyễn Thị Tư: bảo trì</body></html>",
        "",
        "{\"MaTrangThai\":4",
        "{\"MaTrangThai\":4} Nguyễn Thị Tư",
        "\"Nguyễn Thị Tư\"",
        "null",
        "{\"TenChuHoSo\":\"Nguyễn Thị Tư\"}",
        "{\"MaTrangThai\":99}",
        "{\"MaHoSo\":\"H58.20-260312-0016\",\"MaTrangThai\":4}",
      })
  void an_answer_that_is_none_is_unavailable_and_not_quoted(String answer) {
    body = json(answer);

    assertThat(reason()).startsWith("the answer").doesNotContain("Tư", "H58", "0016");
  }

  @Test
  void an_endless_nesting_is_unavailable() {
    body = json("[".repeat(10_000));

    assertThat(reason()).isEqualTo("the answer is not JSON");
  }

  @Test
  void an_answer_beyond_256_kilobytes_is_unavailable() {
    body = json("{\"MaTrangThai\":4,\"x\":\"" + "x".repeat(300_000) + "\"}");

    assertThat(reason()).isEqualTo("the answer is longer than 262144 bytes");
  }

  @Test
  void nobody_there_is_unavailable() {
    office.stop(0);

    assertThat(reason()).isEqualTo("no connection");
  }

  @Test
  void a_wrong_config_is_refused_with_everything_that_is_wrong() {
    URI bad = URI.create("ftp://user:pass@office/?q");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DossierConfig(bad, Duration.ofMinutes(1), 0, DossierFields.STANDARD))
        .withMessageContainingAll("url", "deadline", "parallel")
        .withMessageNotContaining("pass");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DossierFields("", "b", "c", "d", "e", "f", "g", "h", "i"))
        .withMessageContaining("MaHoSo");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    if (!redirect.isEmpty()) {
      exchange.getResponseHeaders().add("Location", redirect);
    }
    boolean isEmpty = status == 204 || body.length == 0;
    exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
    try (exchange) {
      if (!isEmpty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Dossier found() {
    return ((LookUp.Found) dossiers.find(CODE, Optional.empty())).dossier();
  }

  private String reason() {
    return ((LookUp.Unavailable) dossiers.find(CODE, Optional.empty())).reason();
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + office.getAddress().getPort() + path);
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
