package vn.vam.barcode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import vn.vam.barcode.pdf.PdfDrawing;
import vn.vam.barcode.pdf.PdfPages;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.ReceiptReader;

/**
 * Looks at a photo, or at each page of a PDF, in many ways, the most fruitful first, until one
 * shows what is wanted or the time is over. Safe for several threads. Each photo under way takes up
 * to 80 MB and a whole core, so two are read at a time, on two cores one, that everybody else is
 * served beside it; another waits for no longer than the deadline.
 */
public final class PhotoReader implements ReceiptReader {
  /** Of a photo or a page: from the first byte to the last look begun. */
  public static final Duration DEADLINE = Duration.ofMillis(1_500);

  /** A longer file is not looked at, in bytes. */
  public static final int MOST_BYTES = PhotoHeader.MOST_BYTES;

  private static final int AT_A_TIME =
      Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 2);
  private static final String SEVERAL = "expected one code, found several";

  private final Duration deadline;
  private final LongSupplier nanos;
  private final PdfDrawing documents = new PdfDrawing();
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  public PhotoReader() {
    this(DEADLINE, System::nanoTime);
  }

  /**
   * @param nanos a clock as {@link System#nanoTime()}
   */
  PhotoReader(Duration deadline, LongSupplier nanos) {
    this.deadline = deadline;
    this.nanos = nanos;
  }

  @Override
  public Sight read(byte[] file) {
    return switch (find(file, DossierCode::findIn)) {
      case Found.Text<DossierCode> code -> new Sight.Seen(code.meaning());
      case Found.Nothing<DossierCode> nothing -> new Sight.Unread(nothing.reason());
      case Found.Busy<DossierCode> busy -> new Sight.Unavailable(busy.reason());
    };
  }

  /**
   * Never throws for what is in a file.
   *
   * @param file a PNG, JPEG or PDF
   * @param wanted what a text means; empty where it is none that is looked for
   */
  public <T> Found<T> find(byte[] file, Function<String, Optional<T>> wanted) {
    if (!PdfDrawing.isPdf(file)) {
      return onPhoto(file, wanted);
    }
    return switch (documents.pages(file)) {
      case PdfPages.Drawn drawn ->
          one(drawn.pictures().stream().map(page -> onPhoto(page, wanted)).toList());
      case PdfPages.Refused refused -> new Found.Nothing<>(refused.reason());
      case PdfPages.Busy busy -> new Found.Busy<>(busy.reason());
    };
  }

  /** Of a document's pages: the same code on two of them is one, two codes are none. */
  private static <T> Found<T> one(List<Found<T>> pages) {
    List<Found<T>> texts = pages.stream().filter(Found.Text.class::isInstance).distinct().toList();
    return switch (texts.size()) {
      case 0 -> pages.getLast();
      case 1 -> texts.getFirst();
      default -> new Found.Nothing<>(SEVERAL);
    };
  }

  private <T> Found<T> onPhoto(byte[] photo, Function<String, Optional<T>> wanted) {
    try {
      if (!places.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Found.Busy<>("too many photos are under way");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Found.Busy<>("the hub is stopping");
    }
    long began = nanos.getAsLong();
    try {
      return switch (PhotoHeader.of(photo)) {
        case PhotoHeader.Bad bad -> new Found.Nothing<>(bad.reason());
        case PhotoHeader.Good good -> find(photo, good, wanted, began);
      };
    } finally {
      places.release();
    }
  }

  private <T> Found<T> find(
      byte[] file, PhotoHeader.Good header, Function<String, Optional<T>> wanted, long began) {
    Grey photo;
    try {
      photo = PhotoDecoder.decode(file, header);
    } catch (IOException | RuntimeException broken) {
      return new Found.Nothing<>(
          "expected a whole %s file, found a broken one".formatted(header.format()));
    }
    for (Look look : Looks.MOST_FRUITFUL_FIRST) {
      if (nanos.getAsLong() - began >= deadline.toNanos()) {
        return new Found.Nothing<>("nothing was read in %d ms".formatted(deadline.toMillis()));
      }
      List<T> meanings = meanings(look.texts(photo), wanted);
      if (meanings.size() > 1) {
        return new Found.Nothing<>(SEVERAL);
      }
      if (!meanings.isEmpty()) {
        return new Found.Text<>(meanings.getFirst());
      }
    }
    return new Found.Nothing<>("nothing was read in any way");
  }

  private static <T> List<T> meanings(List<String> texts, Function<String, Optional<T>> wanted) {
    return texts.stream().map(wanted).flatMap(Optional::stream).distinct().toList();
  }
}
