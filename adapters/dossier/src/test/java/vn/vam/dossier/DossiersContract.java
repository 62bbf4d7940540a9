package vn.vam.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.Proof;

/** What every way to the office does alike. */
abstract class DossiersContract {
  static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final Instant NOW = Instant.parse("2026-03-18T03:00:00Z");
  static final DossierCode OTHER = new DossierCode("H58.20-260312-0016");
  static final List<String> COLUMNS =
      List.of(
          "MaHoSo",
          "TenTTHC",
          "MaTrangThai",
          "TenTrangThai",
          "DonViXuLy",
          "CoQuanTiepNhan",
          "NgayTiepNhan",
          "HanGiaiQuyet",
          "NgayTraKetQua",
          "MaTraCuu",
          "SoDienThoai",
          "TenChuHoSo");

  private Optional<OfficeConfig.Office> office = Optional.empty();

  /**
   * An office that has these dossiers.
   *
   * @param dossiers values by {@link #COLUMNS}; an empty one is none
   */
  abstract OfficeConfig.Office open(ProofFields proof, List<Map<String, String>> dossiers)
      throws Exception;

  @AfterEach
  void closeOffice() {
    office.ifPresent(OfficeConfig.Office::close);
  }

  @Test
  void finds_a_proven_dossier_whole_and_its_name_masked() throws Exception {
    start(ProofFields.STANDARD, row());

    assertThat(((LookUp.Found) find(CODE, "K7QM")).dossier())
        .isEqualTo(
            new Dossier(
                CODE,
                "N*** T*** T***",
                "Đăng ký khai sinh; trễ, \"quá hạn\"",
                "UBND phường Mỹ Tho",
                "Trung tâm Phục vụ hành chính công phường Mỹ Tho",
                Optional.of(DossierState.IN_PROGRESS),
                "Đang xử lý",
                Optional.of(Instant.parse("2026-03-12T01:05:00Z")),
                Optional.of(Instant.parse("2026-03-20T09:30:00Z")),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3456", "0900123456"})
  void takes_the_last_digits_of_the_telephone_number_for_a_proof(String digits) throws Exception {
    start(ProofFields.STANDARD, row());

    assertThat(find(CODE, digits)).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void answers_a_wrong_proof_and_none_as_a_dossier_that_is_not_there() throws Exception {
    start(ProofFields.STANDARD, row());

    assertThat(find(CODE, "K7QN")).isEqualTo(new LookUp.NotFound());
    assertThat(look(CODE, Optional.empty())).isEqualTo(new LookUp.NotFound());
    assertThat(find(OTHER, "K7QM")).isEqualTo(new LookUp.NotFound());
  }

  @Test
  void looks_again_without_the_proof_and_tells_no_name() throws Exception {
    start(ProofFields.STANDARD, row());
    Dossier proven = ((LookUp.Found) find(CODE, "K7QM")).dossier();

    assertThat(office.orElseThrow().again(OTHER)).isEqualTo(new LookUp.NotFound());
    assertThat(office.orElseThrow().again(CODE))
        .isInstanceOfSatisfying(
            LookUp.Found.class,
            again -> {
              assertThat(again.dossier().applicant()).isEmpty();
              assertThat(again.dossier().standing(NOW)).isEqualTo(proven.standing(NOW));
            });
  }

  @Test
  void tells_no_name_where_nothing_is_to_be_proven() throws Exception {
    start(ProofFields.NONE, row());

    LookUp found = look(CODE, Optional.empty());

    assertThat(found)
        .isInstanceOfSatisfying(
            LookUp.Found.class, one -> assertThat(one.dossier().applicant()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(DossierState.class)
  void knows_all_ten_states(DossierState state) throws Exception {
    start(ProofFields.NONE, with("MaTrangThai", Integer.toString(state.number())));

    assertThat(found().state()).contains(state);
  }

  @Test
  void tells_a_state_of_the_offices_own_in_its_words() throws Exception {
    Map<String, String> own = with("MaTrangThai", "99");
    own.put("TenTrangThai", "Chờ ký duyệt");
    start(ProofFields.NONE, own);

    assertThat(found().state()).isEmpty();
    assertThat(found().stateText()).isEqualTo("Chờ ký duyệt");
  }

  @Test
  void finds_one_among_others() throws Exception {
    start(
        ProofFields.NONE, with("MaHoSo", OTHER.value()), row(), with("MaHoSo", "H01-260101-0001"));

    assertThat(found().code()).isEqualTo(CODE);
  }

  private Dossier found() {
    return ((LookUp.Found) look(CODE, Optional.empty())).dossier();
  }

  private LookUp find(DossierCode code, String proof) {
    return look(code, Optional.of(new Proof(proof)));
  }

  private LookUp look(DossierCode code, Optional<Proof> proof) {
    return office.orElseThrow().find(code, proof);
  }

  @SafeVarargs
  private void start(ProofFields proof, Map<String, String>... dossiers) throws Exception {
    OfficeConfig.Office opened = open(proof, List.of(dossiers));
    office = Optional.of(opened);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !(opened.find(CODE, Optional.empty()) instanceof LookUp.Unavailable));
  }

  static Map<String, String> row() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("MaHoSo", CODE.value());
    row.put("TenTTHC", "Đăng ký khai sinh; trễ, \"quá hạn\"");
    row.put("MaTrangThai", "4");
    row.put("TenTrangThai", "Đang xử lý");
    row.put("DonViXuLy", "UBND phường Mỹ Tho");
    row.put("CoQuanTiepNhan", "Trung tâm Phục vụ hành chính công phường Mỹ Tho");
    row.put("NgayTiepNhan", "2026-03-12 08:05:00");
    row.put("HanGiaiQuyet", "2026-03-20T16:30:00+07:00");
    row.put("NgayTraKetQua", "");
    row.put("MaTraCuu", "K7QM");
    row.put("SoDienThoai", "0900 123.456");
    row.put("TenChuHoSo", "Nguyễn Thị Tư");
    return row;
  }

  static Map<String, String> with(String column, String value) {
    Map<String, String> row = row();
    row.put(column, value);
    return row;
  }
}
