package vn.vam.runtime.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.live.RejectedShelf.Claim;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Unsealer;
import vn.vam.core.station.DeviceId;

/**
 * Takes rejected messages off the shelf, reads them from the log and hands them to the intake, the
 * log's only writer.
 */
public final class ShelfReplays implements Replays {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RejectedShelf shelf;
  private final ReadingLog readingLog;
  private final Unsealer unsealer;
  private final Intake intake;
  private final Function<RawMessage, List<DeviceId>> devices;

  /**
   * @param devices the known devices a message tells of, by the configuration of today; safe for
   *     several threads
   */
  public ShelfReplays(
      RejectedShelf shelf,
      ReadingLog readingLog,
      Unsealer unsealer,
      Intake intake,
      Function<RawMessage, List<DeviceId>> devices) {
    this.shelf = shelf;
    this.readingLog = readingLog;
    this.unsealer = unsealer;
    this.intake = intake;
    this.devices = devices;
  }

  /**
   * One of an unknown device may have named it in its payload alone, as parts of packs do: it is
   * looked at again.
   */
  @Override
  public boolean isOf(RejectedMessage message, String device) {
    return message.isOf(device)
        || message.reason() == RejectReason.UNKNOWN_DEVICE
            && isReplayable(message)
            && find(message.id()).stream()
                .flatMap(entry -> devices.apply(entry.message()).stream())
                .map(DeviceId::value)
                .anyMatch(device::equals);
  }

  @Override
  public boolean isReplayable(RejectedMessage message) {
    return message.kept().isReplayable() && message.id().batch() > readingLog.beginning().batch();
  }

  @Override
  public List<Answer> replay(List<MessageId> ids) {
    List<CompletableFuture<Answer>> answers = ids.stream().map(this::begin).toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    return IntStream.range(0, ids.size())
        .mapToObj(i -> answers.get(i).getNow(new Waiting(ids.get(i))))
        .toList();
  }

  private CompletableFuture<Answer> begin(MessageId id) {
    return switch (shelf.claim(id)) {
      case Claim.Unknown unknown -> CompletableFuture.completedFuture(new Unknown(id));
      case Claim.Gone gone -> CompletableFuture.completedFuture(new Already(id));
      case Claim.Taken taken -> begin(taken.message());
    };
  }

  /** Whatever fails before the intake has it puts it back on the shelf. */
  private CompletableFuture<Answer> begin(RejectedMessage rejected) {
    try {
      return find(rejected.id())
          .map(entry -> open(rejected, entry))
          .orElseGet(() -> closed(rejected, "the log does not keep it any more"));
    } catch (RuntimeException failure) {
      shelf.putBack(rejected.id());
      throw failure;
    }
  }

  private Optional<LogEntry> find(MessageId id) {
    return readingLog.read(Place.of(id.batch() - 1), 1).stream()
        .filter(batch -> batch.number() == id.batch())
        .map(LogBatch::entries)
        .filter(entries -> id.index() < entries.size())
        .map(entries -> entries.get(id.index()))
        .findFirst();
  }

  private CompletableFuture<Answer> open(RejectedMessage rejected, LogEntry entry) {
    return switch (entry.envelope().kept()) {
      case WHOLE, STRIPPED -> hand(rejected, entry, entry.envelope());
      case HEAD ->
          closed(
              rejected,
              "only its size was kept: the rest may not be written down, or was too much");
      case SEALED ->
          switch (unsealer.open(entry.message())) {
            case Unsealer.Whole whole ->
                hand(rejected, entry, new Envelope(whole.message(), Envelope.Kept.WHOLE));
            case Unsealer.Closed closed -> closed(rejected, closed.reason());
          };
    };
  }

  private CompletableFuture<Answer> hand(
      RejectedMessage rejected, LogEntry entry, Envelope envelope) {
    ReplayOf replayOf =
        new ReplayOf(
            rejected.id().batch(),
            rejected.id().index(),
            entry.outcome().knownDevice(),
            rejected.reason());
    return intake.replay(envelope.message(), envelope.kept(), replayOf).thenApply(logged -> logged);
  }

  private CompletableFuture<Answer> closed(RejectedMessage rejected, String reason) {
    shelf.putBack(rejected.id());
    return CompletableFuture.completedFuture(new Closed(rejected.id(), reason));
  }
}
