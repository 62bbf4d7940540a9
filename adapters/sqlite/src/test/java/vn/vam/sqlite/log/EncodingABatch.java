package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.Reading;

class EncodingABatch {
  /** Kind, no device, the reason {@code test} and no hints. */
  private static final int AN_IGNORED_ONE = 1 + 4 + 4 + 4 + 4;

  private static final int SHORT = 2_000;
  private static final int SOME = 10;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_comes_back_is_what_was_kept(long seed) {
    List<LogEntry> entries = new SomeEntries(seed).list(40);

    assertThat(BatchCodec.decode(BatchCodec.encode(entries))).isEqualTo(entries);
  }

  @Test
  void the_seeds_hold_every_outcome_and_every_kind_of_reading() {
    List<LogEntry> entries =
        seeds().boxed().flatMap(seed -> new SomeEntries(seed).list(40).stream()).toList();

    assertThat(entries.stream().map(entry -> entry.outcome().getClass()).distinct()).hasSize(4);
    assertThat(
            entries.stream()
                .map(LogEntry::outcome)
                .filter(Outcome.Accepted.class::isInstance)
                .flatMap(outcome -> ((Outcome.Accepted) outcome).readings().stream())
                .map(Reading::getClass)
                .distinct())
        .hasSize(4);
  }

  @Test
  void a_topic_of_any_length_is_kept() {
    List<LogEntry> entries = SomeEntries.telling("😀".repeat(100_000));

    assertThat(BatchCodec.decode(BatchCodec.encode(entries))).isEqualTo(entries);
  }

  @Test
  void half_a_surrogate_pair_becomes_a_question_mark() throws Exception {
    assertThat(throughBytes("a\ud83d")).isEqualTo("a?");
  }

  @Test
  void a_batch_that_ends_too_early_is_refused_wherever_it_ends() {
    List<byte[]> shortOnes =
        seeds()
            .mapToObj(seed -> BatchCodec.encode(new SomeEntries(seed).list(3)))
            .filter(whole -> whole.length < SHORT)
            .toList();

    assertThat(shortOnes).hasSizeGreaterThan(SOME);
    assertThat(
            shortOnes.stream()
                .flatMap(
                    whole ->
                        IntStream.range(0, whole.length)
                            .mapToObj(length -> problemWith(Arrays.copyOf(whole, length))))
                .distinct())
        .containsExactly("IllegalArgumentException");
  }

  @Test
  void what_was_logged_before_messages_were_taken_apart_is_read() {
    List<LogEntry> entries = SomeEntries.telling("before");
    byte[] now = WithoutChecksum.of(BatchCodec.encode(entries));
    int newer = now.length - AN_IGNORED_ONE - 1;
    ByteBuffer before = ByteBuffer.allocate(now.length - 1).put(now, 0, newer);
    before.put(now, newer + 1, AN_IGNORED_ONE).put(0, (byte) 4);

    assertThat(BatchCodec.decode(before.array())).isEqualTo(entries);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_was_logged_before_there_was_a_checksum_is_read(long seed) {
    List<LogEntry> entries = new SomeEntries(seed).list(40);

    assertThat(BatchCodec.decode(WithoutChecksum.of(BatchCodec.encode(entries))))
        .isEqualTo(entries);
  }

  @Test
  void whichever_bit_a_disk_gives_back_wrong_the_batch_is_refused() {
    byte[] bytes = BatchCodec.encode(new SomeEntries(7).list(3));
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(problemWith(bytes)).as("bit %d", bit).isEqualTo("IllegalArgumentException");
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }
    assertThat(problemWith(bytes)).isEmpty();
  }

  @Test
  void a_batch_of_another_form_is_refused_by_its_number() {
    byte[] bytes = BatchCodec.encode(List.of());
    bytes[0] = 77;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchCodec.decode(bytes))
        .withMessageContaining("version 77");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damaged_bytes_are_refused_or_read_but_never_a_surprise(long seed) {
    Random random = new Random(seed);
    byte[] bytes = WithoutChecksum.of(BatchCodec.encode(new SomeEntries(seed).list(3)));
    for (int i = 0; i < 5; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }

    assertThat(problemWith(bytes)).isIn("", "empty", "IllegalArgumentException");
  }

  private static String problemWith(byte[] bytes) {
    try {
      return BatchCodec.decode(bytes).isEmpty() ? "empty" : "";
    } catch (RuntimeException refused) {
      return refused.getClass().getSimpleName();
    }
  }

  private static String throughBytes(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Texts.write(new DataOutputStream(bytes), text);
    return Texts.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
