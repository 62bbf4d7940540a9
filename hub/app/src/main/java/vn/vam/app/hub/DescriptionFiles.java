package vn.vam.app.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.Payload;
import vn.vam.payloads.homie.HomieSession;

/**
 * A file for each device that describes itself: its topic on the first line, its description
 * behind. Without them a restarted hub would read what waited for it at the broker before any
 * description comes again; a broker sends what it keeps only to new subscriptions.
 */
final class DescriptionFiles implements HomieSession.Keeper {
  private static final Logger log = LoggerFactory.getLogger(DescriptionFiles.class);
  private static final String ENDING = ".description";
  private static final byte LINE_FEED = '\n';

  private final Path folder;

  /**
   * @throws UncheckedIOException where it can be neither found nor made
   */
  DescriptionFiles(Path folder) {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Map<String, Payload> kept() {
    Map<String, Payload> all = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(ENDING))
          .limit(HomieSession.MOST_DEVICES)
          .forEach(file -> read(file, all));
    } catch (IOException | UncheckedIOException failure) {
      tell(folder, failure);
    }
    return all;
  }

  private static void read(Path file, Map<String, Payload> all) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(LINE_FEED);
      if (end > 0) {
        all.put(
            new String(bytes, 0, end, StandardCharsets.UTF_8),
            Payload.of(Arrays.copyOfRange(bytes, end + 1, bytes.length)));
      }
    } catch (IOException failure) {
      tell(file, failure);
    }
  }

  @Override
  public void keep(String device, Payload description) {
    Path file = file(device);
    try {
      WholeFile.write(file, (device + "\n").getBytes(StandardCharsets.UTF_8), description.bytes());
    } catch (IOException failure) {
      tell(file, failure);
    }
  }

  @Override
  public void forget(String device) {
    try {
      Files.deleteIfExists(file(device));
    } catch (IOException failure) {
      tell(folder, failure);
    }
  }

  @Override
  public void isFull(String device) {
    log.warn(
        "more devices describe themselves than are remembered, topic={} most={}",
        device,
        HomieSession.MOST_DEVICES);
  }

  private Path file(String device) {
    return folder.resolve(Payload.ofText(device).fingerprint() + ENDING);
  }

  private static void tell(Path file, Exception failure) {
    log.warn("a description is not kept across a restart, file={}", file, failure);
  }
}
