package vn.vam.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.barcode.Pictures.CODE;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.ReceiptReader.Sight;

class LookingAtAPhoto {
  /** Its clock stands still: how fast this machine is changes nothing. */
  private final PhotoReader reader = new PhotoReader(PhotoReader.DEADLINE, () -> 0);

  private static final BufferedImage PRINTED = Pictures.code(CODE);

  private Sight read(BufferedImage photo) {
    return reader.read(Pictures.jpeg(photo, 0.8));
  }

  private static Sight seen() {
    return new Sight.Seen(new DossierCode(CODE));
  }

  @Test
  void reads_what_was_made_to_be_printed() {
    assertThat(reader.read(PrintedCode.png(CODE))).isEqualTo(seen());
  }

  @Test
  void finds_the_code_in_a_link_of_the_office() {
    byte[] link = PrintedCode.png("https://dichvucong.example.vn/tra-cuu?ma=" + CODE);

    assertThat(reader.read(link)).isEqualTo(seen());
  }

  @Test
  void the_second_reader_reads_plain_letters_and_leaves_others_to_the_first() {
    Look second = new BoofCvLook(new View(0, 0, View.Touch.NONE));

    assertThat(second.texts(grey(PrintedCode.png(CODE)))).containsExactly(CODE);
    assertThat(second.texts(grey(PrintedCode.png("Mã hồ sơ " + CODE)))).isEmpty();
  }

  private static Grey grey(byte[] png) {
    try {
      return PhotoDecoder.decode(png, (PhotoHeader.Good) PhotoHeader.of(png));
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17, 45, 90, 133, 180, 270, 301})
  void reads_it_however_it_is_turned(int degrees) {
    assertThat(read(Pictures.onTable(PRINTED, 1280, 960, 0.8, degrees))).isEqualTo(seen());
  }

  @Test
  void reads_white_on_black() {
    assertThat(read(Pictures.inverted(PRINTED))).isEqualTo(seen());
  }

  @Test
  void reads_a_small_one_in_a_large_photo() {
    assertThat(read(Pictures.onTable(PRINTED, 4032, 3024, 0.25, 5))).isEqualTo(seen());
  }

  @Test
  void reads_one_that_fills_a_large_photo() {
    assertThat(read(Pictures.onTable(PRINTED, 4032, 3024, 4, 5))).isEqualTo(seen());
  }

  @Test
  void takes_what_is_transparent_for_paper() {
    var drawing = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < drawing.getHeight(); y++) {
      for (int x = 0; x < drawing.getWidth(); x++) {
        int there = PRINTED.getRGB(x * PRINTED.getWidth() / 300, y * PRINTED.getHeight() / 300);
        drawing.setRGB(x, y, (there & 1) == 0 ? 0xFF000000 : 0);
      }
    }

    assertThat(reader.read(Pictures.png(drawing))).isEqualTo(seen());
  }

  @Test
  void takes_no_other_text_for_a_code() {
    byte[] photo = PrintedCode.png("https://zalo.me/388613280879808645");

    assertThat(reader.read(photo)).isInstanceOf(Sight.Unread.class);
    assertThat(reader.find(photo, Optional::of))
        .isEqualTo(new Found.Text<>("https://zalo.me/388613280879808645"));
  }

  @Test
  void sees_the_receipt_beside_another_text() {
    BufferedImage both = Pictures.beside(PRINTED, Pictures.code("https://zalo.me/3886132"));

    assertThat(read(both)).isEqualTo(seen());
  }

  @Test
  void sees_nothing_on_an_empty_table() {
    assertThat(read(Pictures.onTable(new BufferedImage(9, 9, 1), 800, 600, 1, 0)))
        .isInstanceOf(Sight.Unread.class);
  }

  @Test
  void begins_no_look_after_the_deadline() {
    AtomicLong nanos = new AtomicLong();
    PhotoReader slow =
        new PhotoReader(
            Duration.ofSeconds(3), () -> nanos.getAndAdd(Duration.ofSeconds(1).toNanos()));

    assertThat(slow.read(Pictures.png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))))
        .isEqualTo(new Sight.Unread("nothing was read in 3000 ms"));
    assertThat(nanos).hasValue(Duration.ofSeconds(4).toNanos());
  }
}
