package vn.vam.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;

class TakingWhatIsDropped {
  private static final DropConfig ANY = config(Path.of("drop"));

  @TempDir private Path folder = Path.of("");
  private volatile Instant now = Instant.now();
  private DropDossiers office;

  @BeforeEach
  void open() {
    InstantSource time = () -> now;
    office = new DropDossiers(config(folder), time.withZone(ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void nothing_there_is_unavailable_and_a_file_is_taken_when_it_comes() throws IOException {
    assertThat(reason()).isEqualTo("no good file was put down yet");

    drop("a.csv", state(4), 0);

    awaitState(DossierState.IN_PROGRESS);
  }

  @Test
  void what_is_told_has_the_time_of_its_file() throws IOException {
    drop("a.csv", state(4), 0);
    awaitState(DossierState.IN_PROGRESS);

    assertThat(office.find(DossiersContract.CODE, Optional.empty()))
        .isInstanceOfSatisfying(
            LookUp.Found.class,
            told ->
                assertThat(told.asOf().map(Instant::getEpochSecond))
                    .hasValue(written("a.csv").getEpochSecond()));
  }

  private Instant written(String name) {
    try {
      return Files.getLastModifiedTime(folder.resolve(name)).toInstant();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Test
  void the_newest_of_a_folder_counts_and_is_exchanged_while_it_is_asked() throws IOException {
    drop("2026-03-12.csv", state(4), 0);
    awaitState(DossierState.IN_PROGRESS);

    drop("2026-03-13.csv", state(9), 60);

    awaitState(DossierState.FINISHED);
  }

  @Test
  void a_wrong_file_leaves_the_good_one_until_it_is_right() throws IOException {
    drop("a.csv", state(4), 0);
    awaitState(DossierState.IN_PROGRESS);

    drop("b.csv", "MaHoSo,MaTrangThai\nH58.20-260312-0015,9\nH58.20-2603", 60);
    drop("c.txt", state(10), 120);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(30))
        .until(() -> state().equals(Optional.of(DossierState.IN_PROGRESS)));

    drop("b.csv", state(9), 180);
    awaitState(DossierState.FINISHED);
  }

  @Test
  void a_file_that_vanishes_is_still_told_until_it_is_too_old() throws IOException {
    drop("a.csv", state(4), 0);
    awaitState(DossierState.IN_PROGRESS);
    Files.delete(folder.resolve("a.csv"));
    assertThat(state()).contains(DossierState.IN_PROGRESS);

    now = now.plus(Duration.ofDays(8));

    assertThat(reason()).isEqualTo("the newest good file is too old");
  }

  @Test
  void semicolons_and_a_byte_order_mark_are_understood() throws Exception {
    DropTable table = read("\uFEFFMaHoSo;MaTrangThai\r\nH58.20-260312-0015;7\r\n\r\n");

    assertThat(table.row(DossiersContract.CODE).orElseThrow().path("MaTrangThai").asText())
        .isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                         | line 1: expected the names of the columns, found nothing",
        "So,MaTrangThai                             | line 1: expected a column MaHoSo",
        "MaHoSo,TT                                  | line 1: expected a column MaTrangThai or TenTrangThai",
        "MaHoSo,MaTrangThai~H58.20-260312-0015,4~H58| line 3: expected 2 columns, found 1",
        "MaHoSo,MaTrangThai~H58.20-260312-0015,4~Tu,4 | line 3, column MaHoSo: expected a code such as H58.20-260312-0015",
        "MaHoSo,MaTrangThai~H58.20-260312-0015,11   | line 2, column MaTrangThai: expected a state from 1 to 10, such as 4",
        "MaHoSo,MaTrangThai~H58.20-260312-0015,4~H58.20-260312-0015,5 | line 3, column MaHoSo: expected a code that stands in no line before",
      })
  void a_wrong_file_is_told_with_line_and_column(String file, String reason) {
    assertThat(wrong(file.replace("~", "\n")).getMessage()).isEqualTo(reason);
  }

  @Test
  void a_line_in_another_encoding_is_told() {
    byte[] latin = "MaHoSo,MaTrangThai\nT\u00e9,4\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            catchThrowableOfType(DropTable.Wrong.class, () -> DropTable.read(ANY, latin))
                .getMessage())
        .isEqualTo("line 2: expected UTF-8");
  }

  @Test
  void a_line_without_end_is_told_before_it_is_read() {
    assertThat(wrong("MaHoSo,MaTrangThai\n" + ",".repeat(200_000)).getMessage())
        .isEqualTo("line 2: expected at most 100000 characters");
  }

  @Test
  void more_dossiers_than_a_file_may_have_are_refused() {
    StringBuilder file = new StringBuilder("MaHoSo,MaTrangThai\n");
    for (int i = 0; i <= DropTable.MOST_ROWS; i++) {
      file.append("H58.20-260312-").append(1_000_000 + i).append(",4\n");
    }

    assertThat(wrong(file.toString()).getMessage()).endsWith("expected at most 100000 dossiers");
  }

  private static DropTable read(String file) throws DropTable.Wrong {
    return DropTable.read(ANY, file.getBytes(StandardCharsets.UTF_8));
  }

  private static DropTable.Wrong wrong(String file) {
    return catchThrowableOfType(DropTable.Wrong.class, () -> read(file));
  }

  private static DropConfig config(Path path) {
    return new DropConfig(
        path,
        DropConfig.SHORTEST_EVERY,
        DropConfig.STALE_AFTER,
        DossierFields.STANDARD,
        ProofFields.NONE);
  }

  /** As an office should: written beside, then renamed. */
  private void drop(String name, String file, long secondsLater) throws IOException {
    Path half = folder.resolve(name + ".part");
    Files.writeString(half, file);
    Files.setLastModifiedTime(
        half, java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(secondsLater)));
    Files.move(
        half,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static String state(int state) {
    return Drops.csv(List.of(DossiersContract.with("MaTrangThai", Integer.toString(state))));
  }

  private void awaitState(DossierState state) {
    await().atMost(Duration.ofSeconds(30)).until(() -> state().equals(Optional.of(state)));
  }

  private Optional<DossierState> state() {
    return office.find(DossiersContract.CODE, Optional.empty()) instanceof LookUp.Found found
        ? found.dossier().state()
        : Optional.empty();
  }

  private String reason() {
    return ((LookUp.Unavailable) office.find(DossiersContract.CODE, Optional.empty())).reason();
  }
}
