package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThePageOfTheOffice {

  private final Office office = new Office();

  @AfterEach
  void close_the_office() {
    office.close();
  }

  @Test
  void lists_every_dossier_with_its_state() throws Exception {
    String page = office.get("/").body();

    assertThat(page).contains(office.codes()).contains("Đang xử lý", "Yêu cầu bổ sung giấy tờ");
  }

  @Test
  void loads_nothing_from_elsewhere() throws Exception {
    HttpResponse<String> page = office.get("/");

    assertThat(page.body()).doesNotContain("http://", "https://");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self'");
    assertThat(office.get("/office.css").statusCode()).isEqualTo(200);
    assertThat(office.get("/office.js").statusCode()).isEqualTo(200);
  }
}
