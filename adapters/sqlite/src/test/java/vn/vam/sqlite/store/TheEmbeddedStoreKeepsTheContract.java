package vn.vam.sqlite.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.PointStore;
import vn.vam.testing.APointStoreKeepsItsContract;

class TheEmbeddedStoreKeepsTheContract extends APointStoreKeepsItsContract {
  @TempDir Path folder;

  @Override
  protected PointStore emptyStore() {
    Path file = folder.resolve("not").resolve("yet").resolve("points.db");
    return new SqlitePointStore(new SqliteStoreConfig(file, Optional.empty()), Clock.systemUTC());
  }
}
