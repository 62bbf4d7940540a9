package vn.vam.runtime.flow;

import vn.vam.core.books.ProgressKeeper;
import vn.vam.core.books.StoreProgress;

/** Keeps place and books, unless there is no room. */
final class KeptProgress implements ProgressKeeper {
  StoreProgress saved = StoreProgress.atTheStart();
  boolean full;

  @Override
  public StoreProgress load() {
    return saved;
  }

  @Override
  public void save(StoreProgress progress) {
    if (full) {
      throw new IllegalStateException("no room");
    }
    saved = progress;
  }

  @Override
  public void close() {}
}
