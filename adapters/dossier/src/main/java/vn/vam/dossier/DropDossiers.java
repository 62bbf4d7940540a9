package vn.vam.dossier;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;

/**
 * Looks dossiers up in the newest file the office put down. A file that is wrong, or still being
 * written, leaves the one before in its place. Safe for several threads.
 */
public final class DropDossiers implements OfficeConfig.Office {
  private static final Logger log = LoggerFactory.getLogger(DropDossiers.class);

  private final DropConfig config;
  private final OfficeAnswer answer;
  private final Clock clock;
  private final ScheduledExecutorService looking;

  private volatile Optional<Taken> taken = Optional.empty();
  private Optional<DropFile> judged = Optional.empty();
  private Optional<DropFile> seen = Optional.empty();
  private String told = "";

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
        .map(row -> dated(answer.read(question, row), file.written()))
        .orElseGet(LookUp.NotFound::new);
  }

  private static LookUp dated(LookUp found, Instant written) {
    return found instanceof LookUp.Found(Dossier dossier, Optional<Instant> now)
        ? new LookUp.Found(dossier, Optional.of(written))
        : found;
  }

  private void look() {
    try {
      Optional<DropFile> newest = DropFile.newest(config.path());
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
  private boolean isSettled(Optional<DropFile> newest) {
    boolean settled = taken.isEmpty() || newest.equals(seen);
    seen = newest;
    return settled;
  }

  private void judge(DropFile file) throws IOException {
    try {
      DropTable table = DropTable.read(config, DropFile.bytes(file.path()));
      if (!file.equals(DropFile.at(file.path()))) {
        return;
      }
      taken = Optional.of(new Taken(table, file.modified().toInstant()));
      told = "";
      log.info("the office's file is taken, file={}, dossiers={}", file.path(), table.size());
    } catch (DropTable.Wrong wrong) {
      tell(file.path().getFileName() + ": " + wrong.getMessage());
    }
    judged = Optional.of(file);
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

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
