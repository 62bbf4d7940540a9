package vn.vam.zalo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store for tests: remembers every pair it was given, and fails when told. */
final class MemoryStore implements TokenStore {
  final List<TokenPair> saved = new CopyOnWriteArrayList<>();
  volatile boolean full;
  volatile boolean crashOnNextGrant;

  static MemoryStore with(TokenPair pair) {
    MemoryStore store = new MemoryStore();
    store.saved.add(pair);
    return store;
  }

  @Override
  public Optional<TokenPair> load() {
    return saved.isEmpty() ? Optional.empty() : Optional.of(saved.getLast());
  }

  @Override
  public void save(TokenPair pair) {
    if (full) {
      throw new IllegalStateException("disk full");
    }
    if (crashOnNextGrant && pair.refreshingSince().isEmpty()) {
      crashOnNextGrant = false;
      throw new Crash();
    }
    saved.add(pair);
  }

  /** The process ends here, as far as a test can play it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }
}
