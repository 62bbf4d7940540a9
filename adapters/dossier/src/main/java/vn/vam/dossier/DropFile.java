package vn.vam.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that the office put down, in one of its states. */
record DropFile(Path path, long size, FileTime modified) {
  private static final int LARGEST = 32 << 20;
  private static final int MOST_FILES = 10_000;

  static DropFile at(Path path) throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
    return new DropFile(path, found.size(), found.lastModifiedTime());
  }

  /**
   * @param place a file, or a folder of which the newest {@code .csv} counts
   */
  static Optional<DropFile> newest(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return Optional.of(at(place));
    }
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(place)) {
      Optional<DropFile> newest = Optional.empty();
      for (Path file : files.limit(MOST_FILES).filter(DropFile::counts).toList()) {
        newest =
            Stream.concat(newest.stream(), Stream.of(at(file)))
                .max(Comparator.comparing(DropFile::modified).thenComparing(DropFile::path));
      }
      return newest;
    }
  }

  private static boolean counts(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  static byte[] bytes(Path path) throws IOException, DropTable.Wrong {
    try (InputStream file = Files.newInputStream(path)) {
      byte[] bytes = file.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new DropTable.Wrong("expected at most 32 MB");
      }
      return bytes;
    }
  }
}
