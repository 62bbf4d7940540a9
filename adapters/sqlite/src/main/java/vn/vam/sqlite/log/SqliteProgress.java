package vn.vam.sqlite.log;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vam.core.books.Account;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.ProgressKeeper;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.log.Place;
import vn.vam.sqlite.RoomToChange;

/**
 * The store's place and the books, in a file of their own beside the log. Writes only the accounts
 * that changed.
 */
public final class SqliteProgress implements ProgressKeeper {
  private final Handle handle;
  private final RefusedTable refused;
  private Map<Account, Long> saved = Map.of();

  private SqliteProgress(Handle handle) {
    this.handle = handle;
    this.refused = new RefusedTable(handle);
  }

  public static SqliteProgress open(Path file) {
    Handle handle = Jdbi.create("jdbc:sqlite:" + file).open();
    handle.execute("PRAGMA journal_mode = WAL");
    handle.execute("PRAGMA synchronous = FULL");
    RoomToChange.takeFor(handle);
    handle.execute(
        """
        CREATE TABLE IF NOT EXISTS progress (
          only INTEGER PRIMARY KEY CHECK (only = 1),
          place TEXT NOT NULL, logged TEXT NOT NULL, written INTEGER NOT NULL, merged INTEGER NOT NULL)""");
    handle.execute(
        """
        CREATE TABLE IF NOT EXISTS account (
          source TEXT, device TEXT, heading TEXT, reason TEXT, messages INTEGER NOT NULL,
          PRIMARY KEY (source, device, heading, reason)) WITHOUT ROWID""");
    RefusedTable.createIn(handle);
    return new SqliteProgress(handle);
  }

  @Override
  public synchronized StoreProgress load() {
    Map<Account, Long> accounts = new HashMap<>();
    handle
        .createQuery("SELECT * FROM account WHERE messages <> 0")
        .map(
            (row, context) ->
                Map.entry(
                    new Account(
                        row.getString("source"),
                        row.getString("device"),
                        Account.Heading.valueOf(row.getString("heading")),
                        row.getString("reason")),
                    row.getLong("messages")))
        .forEach(account -> accounts.put(account.getKey(), account.getValue()));
    saved = Map.copyOf(accounts);
    return handle
        .createQuery("SELECT * FROM progress")
        .map(
            (row, context) ->
                new StoreProgress(
                    Place.read(row.getString("place")),
                    new BooksPage(
                        Place.read(row.getString("logged")),
                        Map.of(),
                        Map.of(),
                        accounts,
                        row.getLong("written"),
                        row.getLong("merged")),
                    refused.load()))
        .findOne()
        .orElse(StoreProgress.atTheStart());
  }

  @Override
  public synchronized void save(StoreProgress progress) {
    handle.useTransaction(transaction -> write(transaction, progress));
    saved = progress.page().accounts();
    refused.saved(progress.refused());
  }

  private void write(Handle transaction, StoreProgress progress) {
    BooksPage page = progress.page();
    transaction.execute(
        "INSERT OR REPLACE INTO progress (only, place, logged, written, merged) VALUES (1, ?, ?, ?, ?)",
        progress.place().written(),
        page.logged().written(),
        page.written(),
        page.merged());
    refused.write(progress.refused());
    PreparedBatch batch =
        transaction.prepareBatch("INSERT OR REPLACE INTO account VALUES (?, ?, ?, ?, ?)");
    page.accounts().forEach((account, count) -> addIfChanged(batch, account, count));
    saved.keySet().stream()
        .filter(account -> !page.accounts().containsKey(account))
        .forEach(account -> add(batch, account, 0L));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private void addIfChanged(PreparedBatch batch, Account account, Long count) {
    if (!count.equals(saved.get(account))) {
      add(batch, account, count);
    }
  }

  private static void add(PreparedBatch batch, Account account, long count) {
    batch.add(
        account.source(), account.device(), account.heading().name(), account.reason(), count);
  }

  @Override
  public synchronized void close() {
    handle.close();
  }
}
