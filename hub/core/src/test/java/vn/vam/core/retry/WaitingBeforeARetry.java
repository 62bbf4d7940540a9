package vn.vam.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingBeforeARetry {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  @ParameterizedTest(name = "attempt {0}: {1} to {2} ms")
  @CsvSource({
    "-1,100,200",
    "0,100,200",
    "1,200,400",
    "2,400,800",
    "5,3200,6400",
    "6,5000,10000",
    "30,5000,10000",
    "1000000,5000,10000"
  })
  void it_doubles_up_to_the_cap_and_takes_at_least_half(int attempt, long least, long most) {
    Random random = new Random(attempt);

    assertThat(IntStream.range(0, 1_000).mapToObj(i -> BACKOFF.delay(attempt, random)))
        .allSatisfy(
            delay ->
                assertThat(delay).isBetween(Duration.ofMillis(least), Duration.ofMillis(most)));
  }

  @Test
  void those_who_failed_together_do_not_come_back_together() {
    Random random = new Random(1);

    assertThat(IntStream.range(0, 100).mapToObj(i -> BACKOFF.delay(3, random)).distinct().count())
        .isGreaterThan(20);
  }

  @Test
  void a_cap_of_days_does_not_overflow() {
    Backoff patient = new Backoff(Duration.ofDays(300), Duration.ofDays(36_500));

    assertThat(patient.delay(40, new Random(1)))
        .isBetween(Duration.ofDays(18_250), Duration.ofDays(36_500));
  }

  @ParameterizedTest(name = "first {0} ms, cap {1} ms")
  @CsvSource({"0,10", "-1,10", "11,10"})
  void without_a_positive_start_below_the_cap_there_is_none(long first, long cap) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ofMillis(first), Duration.ofMillis(cap)));
  }
}
