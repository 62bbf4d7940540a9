package vn.vam.core.books;

/** Keeps the store's place and the books together: both or neither. */
public interface ProgressKeeper extends AutoCloseable {
  StoreProgress load();

  /** Blocks until it is on disk. */
  void save(StoreProgress progress);

  @Override
  void close();
}
