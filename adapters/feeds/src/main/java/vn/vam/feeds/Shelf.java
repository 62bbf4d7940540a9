package vn.vam.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where last good copies lie: a file for each source, as old as the source's last word. A disk that
 * fails costs the copy and nothing else.
 */
final class Shelf {
  private static final Logger log = LoggerFactory.getLogger(Shelf.class);

  /** What was found of a source. */
  record Found(byte[] body, Instant takenAt) {}

  private final Path folder;

  Shelf(Path folder) {
    this.folder = folder;
  }

  Optional<Found> find(String id, int most) {
    Path file = file(id);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > most) {
        return Optional.empty();
      }
      return Optional.of(
          new Found(Files.readAllBytes(file), Files.getLastModifiedTime(file).toInstant()));
    } catch (IOException unreadable) {
      log.warn("a kept copy cannot be read, feed={}", id, unreadable);
      return Optional.empty();
    }
  }

  /** The file of before stays until the new one is whole. */
  void keep(String id, byte[] body, Instant takenAt) {
    try {
      Files.createDirectories(folder);
      Path whole = Files.write(folder.resolve(id + ".new"), body);
      Files.setLastModifiedTime(whole, FileTime.from(takenAt));
      Files.move(whole, file(id), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      log.warn("a copy could not be kept, feed={}", id, full);
    }
  }

  /** The source said again that this is its content. */
  void confirm(String id, Instant takenAt) {
    try {
      Files.setLastModifiedTime(file(id), FileTime.from(takenAt));
    } catch (IOException gone) {
      log.warn("a kept copy is gone, feed={}", id, gone);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ".copy");
  }
}
