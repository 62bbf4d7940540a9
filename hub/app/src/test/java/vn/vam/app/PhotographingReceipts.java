package vn.vam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.barcode.PrintedCode;
import vn.vam.sim.office.OfficeConfig;
import vn.vam.sim.office.OfficeSimulator;
import vn.vam.testing.Http;

/** What {@code vam qr} prints, and its exit status. */
class PhotographingReceipts {
  private static final String CODE = "H58.20-260312-0015";
  private static final String LINK = "https://zalo.me/388613280879808645";

  @TempDir Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String image(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), PrintedCode.png(text)).toString();
  }

  @Test
  void reads_what_it_made() {
    Typed make = Typed.vam("qr", "make", CODE.toLowerCase(Locale.ROOT), "-o", path("code.png"));
    Typed read = Typed.vam("qr", "read", path("code.png"));

    assertThat(make).isEqualTo(new Typed(0, "", ""));
    assertThat(read).isEqualTo(new Typed(0, path("code.png") + "\t" + CODE + "\n", ""));
  }

  @Test
  void prints_a_line_an_image_with_nothing_behind_the_tab_when_unread() throws IOException {
    String receipt = image("receipt.png", CODE);
    String other = image("other.png", LINK);

    Typed read = Typed.vam("qr", "read", receipt, other);

    assertThat(read.status()).isZero();
    assertThat(read.out()).isEqualTo(receipt + "\t" + CODE + "\n" + other + "\t\n");
    assertThat(read.err()).startsWith(other + ": nothing was read");
  }

  @Test
  void reads_the_pdf_an_office_prints() throws IOException {
    try (OfficeSimulator office = OfficeSimulator.start(OfficeConfig.standard().withPort(0))) {
      String code = office.codes().getFirst();
      URI printed = URI.create("http://127.0.0.1:" + office.port() + "/phieu/" + code + ".pdf");
      Path pdf = Files.write(folder.resolve("receipt.pdf"), Http.bytes(printed));

      assertThat(Typed.vam("qr", "read", pdf.toString()))
          .isEqualTo(new Typed(0, pdf + "\t" + code + "\n", ""));
    }
  }

  @Test
  void takes_any_text_on_request_and_keeps_it_on_its_line() throws IOException {
    String other = image("other.png", LINK + "\n\tand more");

    assertThat(Typed.vam("qr", "read", "--any", other).out())
        .isEqualTo(other + "\t" + LINK + " and more\n");
  }

  @Test
  void says_of_a_file_what_it_expected_and_goes_on() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");
    String receipt = image("receipt.png", CODE);

    Typed read = Typed.vam("qr", "read", path("nowhere.png"), text.toString(), receipt);

    assertThat(read.status()).isOne();
    assertThat(read.out())
        .isEqualTo(path("nowhere.png") + "\t\n" + text + "\t\n" + receipt + "\t" + CODE + "\n");
    assertThat(read.err())
        .isEqualTo(
            path("nowhere.png")
                + ": expected a file that can be read, found none\n"
                + text
                + ": expected a PNG, JPEG or PDF file, found another or none\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "H58", "my dossier H58.20-260312-0015", "H58.20-260312-15"})
  void makes_dossier_codes_alone(String code) {
    Typed make = Typed.vam("qr", "make", code, "-o", path("code.png"));

    assertThat(make.status()).isEqualTo(2);
    assertThat(make.err()).contains("CODE: expected such as H58.20-260312-0015");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void says_where_it_could_not_write() {
    Typed make = Typed.vam("qr", "make", CODE, "-o", path("no/such/folder/code.png"));

    assertThat(make.status()).isOne();
    assertThat(make.err()).contains("code.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qr", "qr read", "qr make"})
  void shows_its_usage_without_a_file(String command) {
    assertThat(Typed.vam(command.split(" ")).status()).isEqualTo(2);
  }
}
