package vn.vam.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;

/**
 * Looks dossiers up in the newest file the office put down. A file that is wrong, or still being
 * written, leaves the one before in its place. Safe for several threads.
 */
public final class DropDossiers implements OfficeConfig.Office {
  private static final Logger log = LoggerFactory.getLogger(DropDossiers.class);
  private static final int LARGEST_FILE = 32 << 20;
  private static final int MOST_FILES = 10_000;

  private final DropConfig config;
  private final OfficeAnswer answer;
  private final Clock clock;
  private final ScheduledExecutorService looking;

  private volatile Optional<Taken> taken = Optional.empty();
  private Optional<Print> judged = Optional.empty();
  private Optional<Print> seen = Optional.empty();
  private String told = "";

  /** A file in one of its states. */
  private record Print(Path file, long size, FileTime modified) {}

  private record Taken(DropTable table, Instant written) {}

  public DropDossiers(DropConfig config, Clock clock) {
    this.config = config;
    this.answer = new OfficeAnswer(config.fields(), config.proof());
    this.clock = clock;
    this.looking =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dossier-drop").factory());
    looking.scheduleWithFixedDelay(this::look, 0, config.every().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean needProof() {
    return config.proof().required();
  }

  @Override
  public LookUp find(DossierCode code, Optional<Proof> proof) {
    return find(Question.first(code, proof));
  }

  @Override
  public LookUp again(DossierCode code) {
    return find(Question.again(code));
  }

  private LookUp find(Question question) {
    return taken
        .map(file -> find(file, question))
        .orElseGet(() -> new LookUp.Unavailable("no good file was put down yet"));
  }

  private LookUp find(Taken file, Question question) {
    if (file.written().plus(config.staleAfter()).isBefore(clock.instant())) {
      return new LookUp.Unavailable("the newest good file is too old");
    }
    return file.table()
        .row(question.code())
        .map(row -> answer.read(question, row))
        .orElseGet(LookUp.NotFound::new);
  }

  private void look() {
    try {
      Optional<Print> newest = newest();
      if (newest.isEmpty()) {
        tell("there is no .csv file");
      } else if (!newest.equals(judged) && isSettled(newest)) {
        judge(newest.get());
      }
    } catch (IOException | RuntimeException unreadable) {
      tell("it cannot be read, " + unreadable.getClass().getSimpleName());
    }
  }

  /** A file that stands in for a good one has to look the same twice: others may be writing it. */
  private boolean isSettled(Optional<Print> newest) {
    boolean settled = taken.isEmpty() || newest.equals(seen);
    seen = newest;
    return settled;
  }

  private void judge(Print print) throws IOException {
    try {
      DropTable table = DropTable.read(config, bytes(print));
      if (!print.equals(print(print.file()))) {
        return;
      }
      taken = Optional.of(new Taken(table, print.modified().toInstant()));
      told = "";
      log.info("the office's file is taken, file={}, dossiers={}", print.file(), table.size());
    } catch (DropTable.Wrong wrong) {
      tell(print.file().getFileName() + ": " + wrong.getMessage());
    }
    judged = Optional.of(print);
  }

  private void tell(String reason) {
    if (!reason.equals(told)) {
      told = reason;
      log.warn(
          "the office's file is not taken{}, path={}, reason={}",
          taken.isPresent() ? ", the one before stays" : "",
          config.path(),
          reason);
    }
  }

  private static byte[] bytes(Print print) throws IOException, DropTable.Wrong {
    try (InputStream file = Files.newInputStream(print.file())) {
      byte[] bytes = file.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw new DropTable.Wrong("expected at most 32 MB");
      }
      return bytes;
    }
  }

  private Optional<Print> newest() throws IOException {
    if (Files.isRegularFile(config.path())) {
      return Optional.of(print(config.path()));
    }
    if (!Files.isDirectory(config.path())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(config.path())) {
      Optional<Print> newest = Optional.empty();
      for (Path file : files.limit(MOST_FILES).filter(DropDossiers::counts).toList()) {
        newest =
            Stream.concat(newest.stream(), Stream.of(print(file)))
                .max(Comparator.comparing(Print::modified).thenComparing(Print::file));
      }
      return newest;
    }
  }

  private static boolean counts(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  private static Print print(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return new Print(file, found.size(), found.lastModifiedTime());
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
