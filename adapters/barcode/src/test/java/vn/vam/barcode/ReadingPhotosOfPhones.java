package vn.vam.barcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Photos that people took of real codes, from ZXing's own tests, and the digest of each one's text:
 * 76 of the 179 there, three of its six folders whole.
 */
class ReadingPhotosOfPhones {
  private static final Path PHOTOS = Path.of("src/test/resources/photos");

  private static final int LEAST = 75;

  /** Its clock stands still: what is read must not depend on how busy the machine is. */
  private final PhotoReader reader = new PhotoReader(PhotoReader.DEADLINE, () -> 0);

  private record Photo(String name, byte[] file, String digest) {
    /**
     * @param line of {@code sha256sum}: digest, two spaces, name
     */
    static Photo of(String line) {
      String[] parts = line.split("  ", 2);
      try {
        return new Photo(parts[1], Files.readAllBytes(PHOTOS.resolve(parts[1])), parts[0]);
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }

    boolean shows(Optional<String> read) {
      return read.map(String::strip).map(Photo::digest).equals(Optional.of(digest));
    }

    private static String digest(String text) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException everyJdkHasIt) {
        throw new AssertionError(everyJdkHasIt);
      }
    }
  }

  private static List<Photo> photos() throws IOException {
    return Files.readAllLines(PHOTOS.resolve("texts.sha256")).stream().map(Photo::of).toList();
  }

  private Optional<String> ours(byte[] photo) {
    return reader.find(photo, Optional::of) instanceof Found.Text<String> text
        ? Optional.of(text.meaning())
        : Optional.empty();
  }

  @Test
  void reads_nearly_all_of_them_and_more_than_one_look_does() throws IOException {
    List<Photo> photos = photos();
    List<String> unread = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    int byOneLook = 0;
    for (Photo photo : photos) {
      Optional<String> read = ours(photo.file());
      if (read.isEmpty()) {
        unread.add(photo.name());
      } else if (!photo.shows(read)) {
        otherwise.add(photo.name());
      }
      byOneLook += photo.shows(ReadingDamagedReceipts.plainly(photo.file())) ? 1 : 0;
    }
    int right = photos.size() - unread.size() - otherwise.size();
    System.out.printf(
        "read %d of %d photos, by one look %d; unread %s, another text %s%n",
        right, photos.size(), byOneLook, unread, otherwise);

    assertThat(photos).hasSize(76);
    assertThat(right).isGreaterThanOrEqualTo(LEAST).isGreaterThan(byOneLook);
    assertThat(otherwise).hasSizeLessThanOrEqualTo(2);
  }
}
