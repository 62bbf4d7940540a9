package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HurryingTheOffice {

  private final Office office = new Office();

  @AfterEach
  void close_the_office() {
    office.close();
  }

  @Test
  void takes_the_next_step_now() throws Exception {
    String code = office.codeInState(DossierState.FINISHED);

    HttpResponse<String> advanced = office.post("/_sim/dossiers/" + code + "/advance", "");

    assertThat(new JsonObject(advanced.body()).getInteger("MaTrangThai")).isEqualTo(10);
    assertThat(new JsonObject(office.ask(code).body()).getString("NgayTraKetQua"))
        .isEqualTo("2026-11-20T09:12:00+07:00");
  }

  @Test
  void ends_where_the_journey_ends() throws Exception {
    String code = office.codeInState(DossierState.HANDED_OVER);

    assertThat(office.post("/_sim/dossiers/" + code + "/advance", "").statusCode()).isEqualTo(409);
  }

  @Test
  void needs_a_dossier() throws Exception {
    assertThat(office.post("/_sim/dossiers/H58.12-200101-9999/advance", "").statusCode())
        .isEqualTo(404);
  }
}
