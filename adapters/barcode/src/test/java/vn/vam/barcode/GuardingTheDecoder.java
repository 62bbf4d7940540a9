package vn.vam.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.barcode.PhotoHeader.Bad;
import vn.vam.barcode.PhotoHeader.Format;
import vn.vam.barcode.PhotoHeader.Good;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.ReceiptReader.Sight;

class GuardingTheDecoder {
  private static final int WIDTH_OF_A_PNG = 16;

  private static final Sight SEEN = new Sight.Seen(new DossierCode(Pictures.CODE));

  private final PhotoReader reader = new PhotoReader(PhotoReader.DEADLINE, () -> 0);

  private static BufferedImage picture() {
    return Pictures.onTable(Pictures.code(Pictures.CODE), 300, 200, 0.4, 0);
  }

  private static byte[] png(int width, int height) {
    byte[] file = Pictures.png(picture());
    ByteBuffer.wrap(file).putInt(WIDTH_OF_A_PNG, width).putInt(WIDTH_OF_A_PNG + 4, height);
    return file;
  }

  private static byte[] jpeg(int width, int height) {
    byte[] file = Pictures.jpeg(picture(), 0.8);
    int frame = frame(file);
    ByteBuffer.wrap(file).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    return file;
  }

  private static int frame(byte[] file) {
    for (int at = 0; at < file.length - 1; at++) {
      if (file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xC0) {
        return at;
      }
    }
    throw new AssertionError("no frame");
  }

  @Test
  void knows_the_size_of_a_file_before_it_is_decoded() {
    assertThat(PhotoHeader.of(Pictures.png(picture()))).isEqualTo(new Good(Format.PNG, 300, 200));
    assertThat(PhotoHeader.of(Pictures.jpeg(picture(), 0.8)))
        .isEqualTo(new Good(Format.JPEG, 300, 200));
  }

  @ParameterizedTest
  @CsvSource({"5000, 5000", "25000000, 1"})
  void takes_up_to_25_million_pixels(int width, int height) {
    assertThat(PhotoHeader.of(png(width, height))).isEqualTo(new Good(Format.PNG, width, height));
  }

  @ParameterizedTest
  @CsvSource({"5000, 5001", "65536, 65536", "2147483647, 2147483647", "-1, -1", "0, 5", "5, 0"})
  void refuses_a_png_with_more_or_none_even_where_an_int_overflows(int width, int height) {
    assertThat(PhotoHeader.of(png(width, height))).isInstanceOf(Bad.class);
  }

  @ParameterizedTest
  @CsvSource({"65535, 65535", "0, 5", "5, 0"})
  void refuses_a_jpeg_with_more_or_none(int width, int height) {
    assertThat(PhotoHeader.of(jpeg(width, height))).isInstanceOf(Bad.class);
  }

  @Test
  void takes_png_and_jpeg_alone() {
    assertThat(reader.read(Pictures.gif(picture())))
        .isEqualTo(new Sight.Unread("expected a PNG, JPEG or PDF file, found another or none"));
    assertThat(reader.read(new byte[0])).isInstanceOf(Sight.Unread.class);
  }

  @Test
  void looks_at_no_file_above_ten_megabytes() {
    byte[] large = Arrays.copyOf(Pictures.png(picture()), PhotoHeader.MOST_BYTES + 1);

    assertThat(reader.read(large))
        .isEqualTo(new Sight.Unread("expected at most 10485760 bytes, found 10485761"));
  }

  @Test
  void counts_the_scans_of_a_jpeg() {
    byte[] file = Pictures.jpeg(picture(), 0.8);
    byte[] many = Arrays.copyOf(file, file.length + 2 * PhotoHeader.MOST_SCANS);
    for (int at = file.length; at < many.length; at += 2) {
      many[at] = (byte) 0xFF;
      many[at + 1] = (byte) 0xDA;
    }

    assertThat(reader.read(many)).isEqualTo(new Sight.Unread("expected at most 64 scans"));
  }

  @Test
  void survives_files_that_are_cut_and_reads_nothing_wrong() {
    for (byte[] whole : new byte[][] {Pictures.png(picture()), Pictures.jpeg(picture(), 0.8)}) {
      for (int length = 0; length < whole.length; length += 1 + whole.length / 16) {
        assertThat(reader.read(Arrays.copyOf(whole, length)))
            .matches(sight -> sight instanceof Sight.Unread || sight.equals(SEEN));
      }
    }
  }

  @Test
  void survives_files_with_bytes_changed() {
    SplittableRandom random = new SplittableRandom(58);
    byte[] whole = Pictures.jpeg(Pictures.onTable(picture(), 64, 48, 0.2, 0), 0.5);
    for (int time = 0; time < 16; time++) {
      byte[] changed = whole.clone();
      for (int change = 0; change < 5; change++) {
        changed[random.nextInt(2, changed.length)] = (byte) random.nextInt(256);
      }
      assertThat(reader.read(changed)).isNotNull();
    }
  }
}
