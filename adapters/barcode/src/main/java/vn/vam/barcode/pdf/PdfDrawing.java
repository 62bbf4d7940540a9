package vn.vam.barcode.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws the pages of a stranger's PDF in a process of its own, see {@link PageArtist}: a document
 * that unfolds into gigabytes, or never ends, takes that process down and nothing else. Safe for
 * several threads; one document at a time.
 */
public final class PdfDrawing {
  /** A longer file is not opened, in bytes. */
  public static final int MOST_BYTES = 5 << 20;

  /** From the start of the process to its end; on an idle machine it takes a second. */
  public static final Duration DEADLINE = Duration.ofSeconds(8);

  /** Enough for a scan of 12 million pixels. */
  private static final String MEMORY = "-Xmx256m";

  private static final int MOST_BYTES_OF_A_PICTURE = 10 << 20;
  private static final byte[] SIGNATURE = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final Duration deadline;
  private final String memory;
  private final Semaphore place = new Semaphore(1, true);

  public PdfDrawing() {
    this(DEADLINE, MEMORY);
  }

  /**
   * @param memory an option of Java, such as {@code -Xmx256m}
   */
  PdfDrawing(Duration deadline, String memory) {
    this.deadline = deadline;
    this.memory = memory;
  }

  /** By its first bytes, as ISO 32000-2 wants them. */
  public static boolean isPdf(byte[] file) {
    return Arrays.equals(SIGNATURE, Arrays.copyOf(file, Math.min(file.length, SIGNATURE.length)));
  }

  /** Never throws for what is in a file. */
  public PdfPages pages(byte[] file) {
    if (file.length > MOST_BYTES) {
      return new PdfPages.Refused(
          "expected a PDF of at most %d bytes, found %d".formatted(MOST_BYTES, file.length));
    }
    try {
      if (!place.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return new PdfPages.Busy("another PDF is under way");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new PdfPages.Busy("the hub is stopping");
    }
    try {
      return drawn(file);
    } finally {
      place.release();
    }
  }

  private PdfPages drawn(byte[] file) {
    Process artist;
    try {
      artist = start();
    } catch (IOException noProcess) {
      return new PdfPages.Busy("no process to draw in, " + noProcess.getClass().getSimpleName());
    }
    long began = System.nanoTime();
    Executor later = CompletableFuture.delayedExecutor(deadline.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> end = CompletableFuture.runAsync(artist::destroyForcibly, later);
    try (OutputStream in = artist.getOutputStream();
        var out = new DataInputStream(new BufferedInputStream(artist.getInputStream()))) {
      in.write(file);
      in.close();
      return pages(out);
    } catch (IOException ended) {
      return new PdfPages.Refused(
          System.nanoTime() - began >= deadline.toNanos()
              ? "expected a PDF that is drawn in %d ms".formatted(deadline.toMillis())
              : "expected a PDF that can be drawn, found one that needs too much memory");
    } finally {
      end.cancel(false);
      artist.destroyForcibly();
    }
  }

  /** With nothing of our environment: there may be secrets in it. */
  private Process start() throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            memory,
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-cp",
            CLASS_PATH,
            PageArtist.class.getName());
    builder.environment().clear();
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  static PdfPages pages(DataInputStream from) throws IOException {
    String reason = from.readUTF();
    if (!reason.isEmpty()) {
      return new PdfPages.Refused(reason);
    }
    int count = from.readInt();
    List<byte[]> pictures = new ArrayList<>();
    for (int i = 0; i < Math.min(count, PageArtist.MOST_PAGES); i++) {
      int length = from.readInt();
      if (length < 0 || length > MOST_BYTES_OF_A_PICTURE) {
        return new PdfPages.Refused(
            "expected pages that make pictures of at most %d bytes"
                .formatted(MOST_BYTES_OF_A_PICTURE));
      }
      byte[] picture = new byte[length];
      from.readFully(picture);
      pictures.add(picture);
    }
    return new PdfPages.Drawn(pictures);
  }

  /** Where the few parts lie that drawing needs. */
  private static final String CLASS_PATH =
      Stream.of(
              PageArtist.class,
              PDDocument.class,
              RandomAccessRead.class,
              BoundingBox.class,
              LogFactory.class)
          .map(PdfDrawing::placeOf)
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));

  private static String placeOf(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new UncheckedIOException(new IOException("a class from nowhere", impossible));
    }
  }
}
