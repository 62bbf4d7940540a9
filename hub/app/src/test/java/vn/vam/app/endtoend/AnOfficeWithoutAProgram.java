package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.hub.Hub;

/** A citizen asks by chat of an office that has a database, or puts files down. */
class AnOfficeWithoutAProgram {
  private static final String CODE = "H58.20-260312-0015";

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static int citizens;

  private final Path office = folder.resolve("office");
  private Phone phone;

  @BeforeAll
  static void servers_start() {
    servers = Servers.startIn(folder, opened);
  }

  @BeforeEach
  void somebody_else_asks_each_time() throws IOException {
    Files.createDirectories(office);
    phone = servers.phone().of("citizen-" + citizens++);
  }

  @Test
  void asked_with_one_query_tells_the_status_and_what_changes() throws Exception {
    Path file = office.resolve("motcua.db");
    change(
        file,
        "create table ho_so (ma text, thu_tuc text, trang_thai integer, don_vi text,"
            + " ma_tra_cuu text, chu_ho_so text)",
        "insert into ho_so values ('%s', 'Đăng ký khai sinh', 4, 'UBND phường Mỹ Tho', 'K7QM',"
                .formatted(CODE)
            + " 'Nguyễn Thị Tư')");
    String database =
        """
        { kind: sql, url: 'jdbc:sqlite:%s', query: 'select * from ho_so where ma = ?',
            fields: { code: ma, state: trang_thai, procedure: thu_tuc, office: don_vi },
            proof: { look_up_code: ma_tra_cuu, applicant: chu_ho_so }, follow: { every: 1s } }"""
            .formatted(file);
    try (Hub hub = HubHere.start(servers.configOf(database))) {
      isTold("Nguyễn Thị Tư");

      change(file, "update ho_so set trang_thai = 5");

      assertThat(phone.hears("có thay đổi.")).contains(CODE, "cần bổ sung giấy tờ");
      assertThat(hub.isReady()).isTrue();
    }
  }

  @Test
  void puts_down_a_file_and_another_in_its_place_and_each_is_told() throws Exception {
    putDown("4");
    String files =
        "{ kind: csv, path: '%s', every: 100ms, follow: { every: 1s } }"
            .formatted(office.resolve("ho-so.csv"));
    try (Hub hub = HubHere.start(servers.configOf(files))) {
      isTold("Nguyễn Thị Tư");

      putDown("9");

      assertThat(phone.hears("có thay đổi.")).contains(CODE, "đã xử lý xong");
      assertThat(phone.asks(CODE + " k7qm")).contains("đã xử lý xong");
      assertThat(hub.isReady()).isTrue();
    }
  }

  /** With the receipt proven, the name masked. */
  private void isTold(String applicant) {
    assertThat(phone.asks(CODE)).contains("mã tra cứu").doesNotContain("khai sinh");
    assertThat(phone.asks("k7qm"))
        .contains("Đăng ký khai sinh", "UBND phường Mỹ Tho", "đang xử lý", "N*** T*** T***")
        .doesNotContain(applicant);
    assertThat(phone.asks("theo dõi")).contains("Đã ghi nhận");
  }

  /** As a careful office does: written under another name, then renamed. */
  private void putDown(String state) throws IOException {
    Path part = office.resolve("ho-so.part");
    Files.writeString(
        part,
        """
        MaHoSo,TenTTHC,MaTrangThai,DonViXuLy,MaTraCuu,TenChuHoSo
        %s,Đăng ký khai sinh,%s,UBND phường Mỹ Tho,K7QM,Nguyễn Thị Tư
        """
            .formatted(CODE, state));
    Files.move(part, office.resolve("ho-so.csv"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void change(Path file, String... statements) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
