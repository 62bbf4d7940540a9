package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingForADossier {

  private final Office office = new Office();

  @AfterEach
  void close_the_office() {
    office.close();
  }

  @Test
  void answers_with_every_field_of_the_look_up() throws Exception {
    HttpResponse<String> answer = office.ask(office.codes().getFirst());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).fieldNames())
        .containsExactly(
            "MaHoSo",
            "TenTTHC",
            "MaTrangThai",
            "TenTrangThai",
            "DonViXuLy",
            "CoQuanTiepNhan",
            "TenChuHoSo",
            "SoDienThoai",
            "MaTraCuu",
            "NgayTiepNhan",
            "HanGiaiQuyet",
            "NgayTraKetQua");
  }

  @Test
  void writes_vietnamese_unescaped_and_times_with_the_local_offset() throws Exception {
    String body = office.ask(office.codeInState(DossierState.IN_PROCESS)).body();

    JsonObject dossier = new JsonObject(body);
    assertThat(body).contains("Đang xử lý").doesNotContain("\\u");
    assertThat(dossier.getString("NgayTiepNhan")).endsWith("+07:00");
    assertThat(OffsetDateTime.parse(dossier.getString("HanGiaiQuyet")))
        .isAfter(OffsetDateTime.parse(dossier.getString("NgayTiepNhan")));
    assertThat(dossier.getValue("NgayTraKetQua")).isNull();
  }

  @Test
  void forgives_small_letters() throws Exception {
    String code = office.codes().getFirst();

    assertThat(office.ask(code.toLowerCase(Locale.ROOT)).body()).contains(code);
  }

  @Test
  void promises_nothing_before_the_dossier_is_accepted() throws Exception {
    String code = office.codeInState(DossierState.REGISTERED);

    JsonObject dossier = new JsonObject(office.ask(code).body());

    assertThat(dossier.getValue("NgayTiepNhan")).isNull();
    assertThat(dossier.getValue("HanGiaiQuyet")).isNull();
  }

  @Test
  void says_404_as_a_problem_to_a_code_it_does_not_know() throws Exception {
    HttpResponse<String> answer = office.ask("H58.12-200101-9999");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("200101");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"abc", "H58.12-2611-0007", "H58.12", "%3Cscript%3E", "H58.12-261120-0007%27--"})
  void says_400_to_what_is_no_code(String text) throws Exception {
    assertThat(office.ask(text).statusCode()).isEqualTo(400);
  }

  @Test
  void says_400_to_a_code_longer_than_any() throws Exception {
    assertThat(office.ask("H58.12-261120-" + "0".repeat(3_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void knows_no_other_path() throws Exception {
    HttpResponse<String> answer = office.get("/api/v2");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).startsWith("{\"type\":");
  }

  @Test
  void shows_the_dossier_further_as_the_office_works() throws Exception {
    String code = office.codeInState(DossierState.ACCEPTED);

    office.clock.pass(Duration.ofMinutes(13));

    JsonObject later = new JsonObject(office.ask(code).body());
    assertThat(later.getInteger("MaTrangThai")).isGreaterThan(DossierState.ACCEPTED.number());
  }
}
