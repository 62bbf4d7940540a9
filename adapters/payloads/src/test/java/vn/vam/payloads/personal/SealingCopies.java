package vn.vam.payloads.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Unsealer;
import vn.vam.core.secret.Secret;

class SealingCopies {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Secret SECRET = new Secret("a key of this test, long enough to be one");
  private static final RawMessage MESSAGE =
      new RawMessage("gate", "gate-0", "frigate/events", Payload.ofText("{\"a"), false, NOON);

  @TempDir private Path keys = Path.of("");

  @Test
  void can_be_opened_by_the_next_run_until_its_time_is_over() throws IOException {
    RawMessage copy = sealed();

    assertThat(at(NOON.plus(WEEK).minusSeconds(1)).open(copy))
        .isEqualTo(new Unsealer.Whole(MESSAGE));
    assertThat(at(NOON.plus(WEEK)).open(copy)).isInstanceOf(Unsealer.Closed.class);
  }

  @Test
  void can_never_be_opened_again_once_the_key_is_destroyed() throws IOException {
    RawMessage copy = sealed();
    at(NOON.plus(WEEK).plus(Duration.ofDays(1))).forget();

    assertThat(days()).containsExactly("2026-03-20");
    assertThat(at(NOON).open(copy)).isInstanceOf(Unsealer.Closed.class);
  }

  @Test
  void keeps_the_keys_of_days_that_are_not_over() throws IOException {
    RawMessage copy = sealed();
    at(NOON.plus(Duration.ofDays(6))).forget();

    assertThat(at(NOON).open(copy)).isEqualTo(new Unsealer.Whole(MESSAGE));
    assertThat(days()).containsExactly("2026-03-12", "2026-03-18");
  }

  @Test
  void opens_with_no_other_secret() throws IOException {
    RawMessage copy = sealed();
    SealedCopies other =
        SealedCopies.in(
            keys, new Secret("another key, which is as long as that"), WEEK, clock(NOON));

    assertThat(other.open(copy)).isInstanceOf(Unsealer.Closed.class);
    assertThat(at(NOON).open(copy)).isEqualTo(new Unsealer.Whole(MESSAGE));
  }

  @Test
  void opens_as_no_other_message() throws IOException {
    RawMessage copy = sealed();
    RawMessage moved =
        new RawMessage("gate", "gate-0", "frigate/reviews", copy.payload(), false, NOON);

    assertThat(at(NOON).open(moved)).isInstanceOf(Unsealer.Closed.class);
  }

  @Test
  void opens_only_when_not_a_bit_was_changed() throws IOException {
    RawMessage copy = sealed();
    for (int i = 0; i < copy.payload().size(); i++) {
      byte[] bytes = copy.payload().bytes();
      bytes[i] ^= 1;
      assertThat(at(NOON).open(copy.withPayload(Payload.of(bytes))))
          .as("byte %d", i)
          .isInstanceOf(Unsealer.Closed.class);
    }
  }

  @Test
  void opens_nothing_that_is_no_copy() throws IOException {
    for (String text : List.of("", "{}", "x".repeat(100))) {
      assertThat(at(NOON).open(MESSAGE.withPayload(Payload.ofText(text))))
          .isInstanceOf(Unsealer.Closed.class);
    }
  }

  private RawMessage sealed() throws IOException {
    return MESSAGE.withPayload(at(NOON).seal(MESSAGE).orElseThrow());
  }

  private SealedCopies at(Instant now) throws IOException {
    return SealedCopies.in(keys, SECRET, WEEK, clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private List<String> days() throws IOException {
    try (Stream<Path> files = Files.list(keys)) {
      return files.map(file -> file.getFileName().toString().substring(0, 10)).sorted().toList();
    }
  }
}
