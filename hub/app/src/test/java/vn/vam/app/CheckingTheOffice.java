package vn.vam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vam check} says of an office's database, or of its files. */
class CheckingTheOffice {
  private static final String FRAME =
      """
      sources:
        - { id: native, broker: embedded, format: native, filters: [ vam/v1/salinity/+ ] }
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
      dossier:
      """;

  @TempDir Path folder;

  @Nested
  class InADatabase {
    private Path file = Path.of("");

    @BeforeEach
    void fill() throws SQLException {
      file = folder.resolve("motcua.db");
      try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = database.createStatement()) {
        statement.execute("create table ho_so (ma text, trang_thai integer, ma_tra_cuu text)");
      }
    }

    @Test
    void all_is_good() throws IOException {
      Typed check = check("select * from ho_so where ma = ?", "state: trang_thai");

      assertThat(check.err()).isEmpty();
      assertThat(check.status()).isZero();
    }

    @Test
    void a_column_that_was_named_is_missed_and_those_there_are_told() throws IOException {
      Typed check = check("select * from ho_so where ma = ?", "state: tinh_trang, office: don_vi");

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.err())
          .contains("2 mistakes")
          .contains("dossier.fields.state", "tinh_trang", "only ma, trang_thai, ma_tra_cuu")
          .contains("dossier.fields.office: expected the name of a column; there is no don_vi")
          .contains("for example: office: ");
    }

    @Test
    void a_query_that_it_does_not_understand_is_told() throws IOException {
      Typed check = check("select * from ho_so_cu where ma = ?", "state: trang_thai");

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.err()).contains("dossier.query: expected a query").contains("for example");
    }

    @Test
    void one_that_is_not_there_is_told_and_made_by_nobody() throws IOException {
      file = folder.resolve("nowhere.db");

      Typed check = check("select * from ho_so where ma = ?", "state: trang_thai");

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.err()).contains("dossier.url: expected a database that can be read");
      assertThat(file).doesNotExist();
    }

    @Test
    void is_left_alone_where_nothing_shall_be_opened() throws IOException {
      file = folder.resolve("nowhere.db");

      Typed check =
          Typed.vam("check", "--offline", "--config", config("select ?", "state: trang_thai"));

      assertThat(check.status()).isZero();
    }

    private Typed check(String query, String fields) throws IOException {
      return Typed.vam("check", "--config", config(query, fields));
    }

    private String config(String query, String fields) throws IOException {
      return written(
          """
            kind: sql
            url: jdbc:sqlite:%s
            query: %s
            deadline: 500ms
            fields: { code: ma, %s }
            proof: { look_up_code: ma_tra_cuu }
          """
              .formatted(file, query, fields));
    }
  }

  @Nested
  class InAFile {
    @Test
    void all_is_good_also_where_none_was_put_down_yet() throws IOException {
      assertThat(check("").status()).isZero();
      put("MaHoSo;MaTrangThai;MaTraCuu\nH58.20-260312-0015;4;K7QM\n");

      Typed check = check("");
      assertThat(check.err()).isEmpty();
      assertThat(check.status()).isZero();
    }

    @Test
    void a_header_that_lacks_what_is_needed_is_told() throws IOException {
      put("ma;MaTrangThai\nH58.20-260312-0015;4\n");

      Typed check = check("");

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.err())
          .contains("2 mistakes")
          .contains("dossier.fields.code", "there is no MaHoSo, only ma, MaTrangThai")
          .contains("dossier.proof.look_up_code", "MaTraCuu or SoDienThoai");
    }

    @Test
    void a_line_that_is_wrong_is_told_and_not_quoted() throws IOException {
      put("MaHoSo;MaTrangThai;MaTraCuu\nH58.20-260312-0015;40;K7QM\n");

      Typed check = check("");

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.err())
          .contains("dossier.path", "ho-so.csv: line 2, column MaTrangThai", "such as 4")
          .doesNotContain("H58.20-260312-0015");
    }

    @Test
    void a_folder_that_is_not_there_is_told() throws IOException {
      Typed check = check("/nowhere");

      assertThat(check.err()).contains("dossier.path: expected a folder or a .csv file");
    }

    private void put(String content) throws IOException {
      Files.writeString(folder.resolve("ho-so.csv"), content);
    }

    private Typed check(String below) throws IOException {
      return Typed.vam(
          "check", "--config", written("  kind: csv\n  path: %s%s\n".formatted(folder, below)));
    }
  }

  private String written(String dossier) throws IOException {
    return Files.writeString(folder.resolve("vam.yaml"), FRAME + dossier).toString();
  }
}
