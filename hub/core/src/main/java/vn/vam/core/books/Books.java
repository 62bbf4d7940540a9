package vn.vam.core.books;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.point.Stored;
import vn.vam.core.station.DeviceId;

/**
 * Counts every message once. Receipts are counted where messages arrive, headings where the log and
 * the store confirm them: the two sides come from different places, so that a lost message shows as
 * a difference. Safe for several threads; a page is one consistent instant.
 */
public final class Books {
  private final Map<String, Long> received = new HashMap<>();
  private final Map<String, Long> inHand = new HashMap<>();
  private final Map<Account, Long> accounts = new HashMap<>();
  private Place logged;
  private long written;
  private long merged;

  /**
   * @param page where an earlier run left off; what was in hand then is the broker's again
   */
  public Books(BooksPage page) {
    logged = page.logged();
    accounts.putAll(page.accounts());
    page.accounts().forEach((account, count) -> add(received, account.source(), count));
    written = page.written();
    merged = page.merged();
  }

  public synchronized void receive(String source) {
    add(received, source, 1L);
    add(inHand, source, 1L);
  }

  /** The log has forced this batch to disk. */
  public synchronized void log(LogBatch batch) {
    for (LogEntry entry : batch.entries()) {
      leave(entry);
      add(accounts, accountOf(entry), 1L);
    }
    logged = Place.of(batch.number());
  }

  /** A message comes from what is in hand; a replay from where the rejected one stands. */
  private void leave(LogEntry entry) {
    String source = entry.message().source();
    entry
        .replayOf()
        .ifPresentOrElse(
            rejected -> add(accounts, accountOf(source, rejected), -1L),
            () -> add(inHand, source, -1L));
  }

  private static Account accountOf(String source, ReplayOf rejected) {
    String device = rejected.device().map(DeviceId::value).orElse(Account.NO_DEVICE);
    return new Account(source, device, Heading.REJECTED, rejected.reason().word());
  }

  /** Counts a batch again that an earlier run had logged behind its last page. */
  public synchronized void recall(LogBatch batch) {
    for (LogEntry entry : batch.entries()) {
      if (entry.replayOf().isEmpty()) {
        receive(entry.message().source());
      }
    }
    log(batch);
  }

  /** The store has taken these accepted entries. */
  public synchronized void store(List<LogEntry> entries, long pointsWritten, long pointsMerged) {
    for (LogEntry entry : entries) {
      move(accountOf(entry), Heading.STORED, "");
    }
    written += pointsWritten;
    merged += pointsMerged;
  }

  /** The store will never take this accepted entry. */
  public synchronized void refuse(LogEntry entry, Stored.Refusal refusal) {
    move(accountOf(entry), Heading.REJECTED, RejectReason.REFUSED_BY_STORE.word());
  }

  public synchronized BooksPage page() {
    return new BooksPage(logged, received, inHand, accounts, written, merged);
  }

  private void move(Account from, Heading heading, String reason) {
    add(accounts, from, -1L);
    add(accounts, from.under(heading, reason), 1L);
  }

  private static Account accountOf(LogEntry entry) {
    String source = entry.message().source();
    String device = entry.outcome().knownDevice().map(DeviceId::value).orElse(Account.NO_DEVICE);
    return switch (entry.outcome()) {
      case Outcome.Accepted accepted -> new Account(source, device, Heading.QUEUED, "");
      case Outcome.Rejected rejected ->
          new Account(source, device, Heading.REJECTED, rejected.reason().word());
      case Outcome.Ignored ignored ->
          new Account(source, device, Heading.IGNORED, ignored.reason());
      case Outcome.Duplicate duplicate -> new Account(source, device, Heading.DUPLICATE, "");
    };
  }

  private static <K> void add(Map<K, Long> counts, K key, long count) {
    counts.merge(key, count, (had, more) -> had + more == 0 ? null : had + more);
  }
}
