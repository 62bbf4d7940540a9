package vn.vam.app.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.StoreConfig;
import vn.vam.mqtt.artemis.EmbeddedBroker.BrokerFailed;
import vn.vam.sqlite.log.SegmentedLog;

/**
 * Where a starting hub wants to write.
 *
 * @param directories that may not exist yet
 * @param needed bytes without which opening what is there may fail
 */
record StartingDisks(List<Path> directories, long needed) {
  /** For the tables of new files, and for what SQLite keeps beside them. */
  private static final long FOR_FILES = 4L << 20;

  /** The embedded broker begins with two files of 10 MB. */
  private static final long FOR_A_BROKER = 24L << 20;

  /** https://www.sqlite.org/rescode.html#full */
  private static final int SQLITE_FULL = 13;

  private static final int PRIMARY = 0xff;

  static StartingDisks of(HubConfig config) {
    Stream<Path> store =
        config.store() instanceof StoreConfig.Embedded embedded
            ? Stream.ofNullable(embedded.file().toAbsolutePath().getParent())
            : Stream.of();
    boolean hasBroker = config.sources().stream().anyMatch(source -> source.broker().isEmpty());
    return new StartingDisks(
        Stream.concat(Stream.of(config.data(), config.log().directory()), store).toList(),
        FOR_FILES + (hasBroker ? FOR_A_BROKER : 0));
  }

  /** The one that is as good as full, where one is. */
  Optional<Path> full() {
    return directories.stream().filter(directory -> usable(directory) < needed).findFirst();
  }

  /** Bytes on all of them; comparable with an earlier answer only. */
  long usable() {
    return directories.stream().mapToLong(StartingDisks::usable).sum();
  }

  /** Whether more room may help against it. */
  boolean isForWantOfRoom(Throwable failure) {
    return causes(failure).anyMatch(StartingDisks::saysFull)
        || (full().isPresent() && causes(failure).anyMatch(StartingDisks::isOfFiles));
  }

  /** Whether there was something that a log gives up first. */
  static boolean giveUpReserve(HubConfig config) {
    return SegmentedLog.giveUpReserve(config.log());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static boolean saysFull(Throwable cause) {
    return cause instanceof SQLException sql && (sql.getErrorCode() & PRIMARY) == SQLITE_FULL;
  }

  private static boolean isOfFiles(Throwable cause) {
    return cause instanceof SQLException
        || cause instanceof BrokerFailed
        || (cause instanceof IOException && !(cause instanceof SocketException));
  }

  private static long usable(Path directory) {
    Path there =
        Stream.iterate(directory.toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    try {
      return Files.getFileStore(there).getUsableSpace();
    } catch (IOException failure) {
      throw new UncheckedIOException("the disk of " + directory + " cannot be measured", failure);
    }
  }
}
