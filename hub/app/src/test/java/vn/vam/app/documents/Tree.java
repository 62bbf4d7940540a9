package vn.vam.app.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The project's folders and files, without what is built or kept. */
final class Tree {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "data", ".idea", ".vscode");

  private Tree() {}

  /** Tests run in their module's folder. */
  static Path root() {
    return Path.of("..", "..").toAbsolutePath().normalize();
  }

  static List<Path> folders(String parent) {
    try (Stream<Path> found = Files.list(root().resolve(parent))) {
      return found.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<Path> documents() {
    return files(path -> path.toString().endsWith(".md"));
  }

  static List<Path> decisions() {
    return documents().stream()
        .filter(page -> page.startsWith(root().resolve("hub/decisions")))
        .toList();
  }

  static List<Path> files(Predicate<Path> which) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(root(), new Finder(which, found));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return found.stream().sorted().toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Path write(Path file, String text) {
    try {
      return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Predicate<Path> which;
    private final List<Path> found;

    Finder(Predicate<Path> which, List<Path> found) {
      this.which = which;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_OURS.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (which.test(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
