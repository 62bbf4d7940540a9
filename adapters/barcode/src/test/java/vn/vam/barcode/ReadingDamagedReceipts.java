package vn.vam.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.core.dossier.DossierCode;

/**
 * Receipts, each damaged in one way, read by ZXing alone and by us. The table of the README is this
 * test's {@code target/receipts.md} with {@code -Dreceipts.each=60}; {@code -Dreceipts.keep=DIR}
 * keeps the photos.
 */
class ReadingDamagedReceipts {
  private static final int EACH = Integer.getInteger("receipts.each", 2);
  private static final int EVERYDAY = 24;
  private static final Optional<Path> KEEP =
      Optional.ofNullable(System.getProperty("receipts.keep")).map(Path::of);

  /** How busy the machine is changes nothing. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** What a reader made of one photo, and in which time. */
  private record Try(boolean right, boolean wrong, long nanos) {
    static Try of(String expected, Function<byte[], Optional<String>> reader, byte[] photo) {
      long began = processorTime();
      Optional<String> read = reader.apply(photo);
      long nanos = processorTime() - began;
      boolean right = read.filter(expected::equals).isPresent();
      return new Try(right, read.isPresent() && !right, nanos);
    }
  }

  /** The tries of one kind of damage. */
  private record Tries(List<Try> plain, List<Try> ours) {
    Tries() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    String row(String name) {
      return "| %s | %s | %s | %d | %d | %d |"
          .formatted(
              name, share(plain), share(ours), wrong(ours), millis(ours, 50), millis(ours, 95));
    }

    private static String share(List<Try> tries) {
      return "%.0f %%".formatted(100.0 * right(tries) / tries.size());
    }

    static long right(List<Try> tries) {
      return tries.stream().filter(Try::right).count();
    }

    static long wrong(List<Try> tries) {
      return tries.stream().filter(Try::wrong).count();
    }

    private static long millis(List<Try> tries, int percent) {
      List<Long> sorted = tries.stream().map(Try::nanos).sorted().toList();
      return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100)).toMillis();
    }
  }

  private static final Map<Damage, Tries> READ = new EnumMap<>(Damage.class);

  private final PhotoReader reader = new PhotoReader(PhotoReader.DEADLINE, () -> 0);

  @ParameterizedTest
  @EnumSource
  void are_read_more_often_than_by_one_look_and_never_wrong(Damage damage) throws IOException {
    Tries tries = tries(damage, reader);
    READ.put(damage, tries);

    assertThat(Tries.wrong(tries.ours())).isZero();
    assertThat(Tries.right(tries.ours()))
        .isGreaterThanOrEqualTo(Tries.right(tries.plain()))
        .isGreaterThanOrEqualTo(Math.round(damage.least() * count(damage)));
  }

  @AfterAll
  static void are_told_in_a_table() throws IOException {
    Tries all = new Tries();
    List<String> rows = new ArrayList<>();
    READ.forEach(
        (damage, tries) -> {
          rows.add(tries.row(damage.words()));
          all.plain().addAll(tries.plain());
          all.ours().addAll(tries.ours());
        });
    rows.add(all.row("**all %d**".formatted(all.ours().size())));
    Files.write(Path.of("target", "receipts.md"), rows);
  }

  private static Tries tries(Damage damage, PhotoReader reader) throws IOException {
    Tries tries = new Tries();
    for (int number = 0; number < count(damage); number++) {
      var random = new SplittableRandom(1_000L * damage.ordinal() + number);
      String code = "H58.%02d-260312-%04d".formatted(number % 43, random.nextInt(10_000));
      byte[] photo = damage.photo(Paper.printed(code, random), random);
      keep(damage, code, photo);
      tries.plain().add(Try.of(code, ReadingDamagedReceipts::plainly, photo));
      tries.ours().add(Try.of(code, file -> ours(reader, file), photo));
    }
    return tries;
  }

  private static int count(Damage damage) {
    return damage == Damage.EVERYDAY ? Math.max(EACH, EVERYDAY) : EACH;
  }

  private static void keep(Damage damage, String code, byte[] photo) throws IOException {
    if (KEEP.isPresent()) {
      Files.createDirectories(KEEP.get());
      Files.write(KEEP.get().resolve(damage + "-" + code + ".jpg"), photo);
    }
  }

  private static Optional<String> ours(PhotoReader reader, byte[] photo) {
    return switch (reader.find(photo, DossierCode::findIn)) {
      case Found.Text<DossierCode> code -> Optional.of(code.meaning().value());
      case Found.Nothing<DossierCode> nothing -> Optional.empty();
      case Found.Busy<DossierCode> busy -> Optional.empty();
    };
  }

  /** As ZXing's own example does, and trying harder. */
  static Optional<String> plainly(byte[] photo) {
    BufferedImage image = Pictures.decoded(photo);
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(source)),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (ReaderException | RuntimeException nothingRead) {
      return Optional.empty();
    }
  }
}
