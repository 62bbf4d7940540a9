package vn.vam.sqlite.log;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.log.LogEntry;
import vn.vam.testing.LevelHeap;

/**
 * Bytes that a disk gave back wrong are refused with a word, never with another exception, and
 * never by filling the memory; also where no checksum tells. Usually a few batches run once; with
 * {@code JAZZER_FUZZ=1} Jazzer goes on from there.
 */
class FuzzingTheLog {
  private static final long LONG_RUN = 2_000_000;

  static Stream<Arguments> seeds() {
    return LongStream.range(0, 40)
        .mapToObj(seed -> WithoutChecksum.of(BatchCodec.encode(new SomeEntries(seed).list(3))))
        .map(bytes -> Arguments.of((Object) bytes));
  }

  @Test
  void and_nothing_of_it_stays_behind() {
    Random random = new Random(20260312);
    List<byte[]> batches = seeds().map(seed -> (byte[]) seed.get()[0]).toList();
    LevelHeap.whileReading(
        "the log",
        i -> any_bytes_are_a_batch_or_refused(damaged(batches.get(i % batches.size()), random)));
  }

  /** A byte is another, and often the end is missing. */
  private static byte[] damaged(byte[] batch, Random random) {
    byte[] bytes = Arrays.copyOf(batch, batch.length - random.nextInt(batch.length / 2));
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, batch.length);
  }

  @MethodSource("seeds")
  @FuzzTest(maxExecutions = LONG_RUN, maxDuration = "")
  void any_bytes_are_a_batch_or_refused(byte[] bytes) {
    List<LogEntry> entries;
    try {
      entries = BatchCodec.decode(bytes);
    } catch (IllegalArgumentException refused) {
      return;
    }
    if (!BatchCodec.decode(BatchCodec.encode(entries)).equals(entries)) {
      throw new AssertionError("a batch is not what it was after it was written again");
    }
  }
}
