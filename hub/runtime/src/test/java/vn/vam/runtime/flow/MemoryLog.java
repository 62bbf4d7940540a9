package vn.vam.runtime.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.LogFigures;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.TakenUp;

/** A log whose disk can be slow or full. */
final class MemoryLog implements ReadingLog {
  private final List<LogBatch> batches = new ArrayList<>();
  private final List<TakenUp> marks = new ArrayList<>();

  /** Held by a test while the disk is busy. */
  final ReentrantLock disk = new ReentrantLock();

  private volatile boolean full;
  private volatile int tries;

  void fill() {
    full = true;
  }

  void empty() {
    full = false;
  }

  /** How often someone asked for the disk. */
  int tries() {
    return tries;
  }

  @Override
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread appends
  public LogBatch append(List<LogEntry> entries) {
    tries++;
    disk.lock();
    try {
      if (full) {
        throw new LogFailed("the disk is full", new IllegalStateException());
      }
      return keep(entries);
    } finally {
      disk.unlock();
    }
  }

  private synchronized LogBatch keep(List<LogEntry> entries) {
    LogBatch batch = new LogBatch(batches.size() + 1L, entries);
    batches.add(batch);
    return batch;
  }

  LogBatch append(String... texts) {
    return append(Stream.of(texts).map(Water::entry).toList());
  }

  synchronized List<LogEntry> entries() {
    return batches.stream().flatMap(batch -> batch.entries().stream()).toList();
  }

  @Override
  public synchronized void takenUp(Instant at, Optional<Instant> stoodSince, Place judged) {
    marks.add(new TakenUp(at, stoodSince, judged, end()));
  }

  /** When the rules took up their work. */
  synchronized List<TakenUp> marks() {
    return List.copyOf(marks);
  }

  @Override
  public synchronized List<LogBatch> read(Place place, int most) {
    return batches.stream().filter(batch -> batch.number() > place.batch()).limit(most).toList();
  }

  @Override
  public synchronized List<Long> setAside(int most) {
    List<Long> numbers =
        batches.stream()
            .filter(batch -> batch.entries().stream().anyMatch(LogEntry::isSetAside))
            .map(LogBatch::number)
            .toList();
    return numbers.subList(Math.max(0, numbers.size() - most), numbers.size());
  }

  @Override
  public synchronized Place end() {
    return Place.of(batches.size());
  }

  @Override
  public Place beginning() {
    return Place.START;
  }

  @Override
  public void release(Place everyoneHasPassed) {
    throw new UnsupportedOperationException("these logs are short");
  }

  @Override
  public void continueBehind(Place place) {
    throw new UnsupportedOperationException("nothing gets lost here");
  }

  @Override
  public LogFigures figures() {
    return new LogFigures(0, Optional.empty(), true, 0);
  }

  @Override
  public void close() {}
}
