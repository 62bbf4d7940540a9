package vn.vam.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.Proof;

class ProvingTheReceipt {
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final String WHOLE =
      """
      {"MaHoSo":"H58.20-260312-0015","MaTrangThai":4,"TenChuHoSo":" Nguyễn  Thị Đẹp ",
       "SoDienThoai":"0900 123.456","MaTraCuu":"K7QM"}""";

  @ParameterizedTest
  @ValueSource(strings = {"K7QM", "3456", "23456", "0900123456"})
  void shows_the_dossier_with_the_name_masked(String known) {
    assertThat(read(WHOLE, known))
        .isInstanceOfSatisfying(
            LookUp.Found.class,
            found -> {
              assertThat(found.dossier().applicant()).isEqualTo("N*** T*** Đ***");
              assertThat(found.toString()).doesNotContain("H58", "***");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7QN", "3457", "1234", "84900123456", "0900"})
  void wrong_is_the_same_as_missing(String guessed) {
    assertThat(read(WHOLE, guessed)).isEqualTo(new LookUp.NotFound());
  }

  @Test
  void without_any_is_the_same_as_missing() {
    assertThat(answer().read(Question.first(CODE, Optional.empty()), bytes(WHOLE)))
        .isEqualTo(new LookUp.NotFound());
  }

  @Test
  void nothing_opens_a_dossier_of_which_the_office_knows_no_proof() {
    assertThat(read("{\"MaTrangThai\":4,\"SoDienThoai\":\"\",\"MaTraCuu\":null}", "0000"))
        .isEqualTo(new LookUp.NotFound());
  }

  @Test
  void is_asked_for_unless_the_office_is_said_to_have_none() {
    DossierConfig config = DossierConfig.at(URI.create("http://127.0.0.1:8091"));

    assertThat(config.proof().required()).isTrue();
    assertThat(config.withoutProof().proof().required()).isFalse();
  }

  private static OfficeAnswer answer() {
    return new OfficeAnswer(DossierFields.STANDARD, ProofFields.STANDARD);
  }

  private static LookUp read(String body, String proof) {
    return answer().read(Question.first(CODE, Optional.of(new Proof(proof))), bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
