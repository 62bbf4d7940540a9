package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsOfTheField {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final Programme programme =
      new Programme(Played.config().withFaultRate(0.05), Played.START);
  private final List<Message> played = Played.messages(programme, LONG);

  @Test
  void happen_in_every_shape_at_about_the_rate_that_was_asked_for() {
    assertThat(programme.faults()).containsOnlyKeys(Fault.values());

    double faults = programme.faults().values().stream().mapToLong(Long::longValue).sum();
    assertThat(faults / played.size()).isBetween(0.03, 0.07);
  }

  @Test
  void can_be_switched_off() {
    List<Message> healthy = Played.messages(Played.config(), LONG);

    assertThat(healthy).doesNotHaveDuplicates().allMatch(FaultsOfTheField::wellFormed);
  }

  @Test
  void break_some_json_and_no_more_than_said() {
    long broken = played.stream().filter(message -> !wellFormed(message)).count();

    assertThat(broken).isEqualTo(times(Fault.MALFORMED));
  }

  @Test
  void repeat_messages_to_the_byte() {
    int repeated = played.size() - new HashSet<>(played).size();

    assertThat((long) repeated).isEqualTo(times(Fault.DUPLICATE));
  }

  @Test
  void let_a_stranger_speak() {
    assertThat(Played.from("probe-unknown", played))
        .hasSize(Math.toIntExact(times(Fault.UNKNOWN_DEVICE)));
  }

  @Test
  void write_nan_where_a_number_should_be() {
    long notANumber = played.stream().filter(m -> m.payload().contains(":\"NaN\"")).count();

    assertThat(notANumber).isEqualTo(times(Fault.NOT_A_NUMBER));
  }

  @Test
  void send_late_messages_with_their_own_time_and_keep_none_back_at_the_end() {
    FleetConfig config = Played.config();
    FaultInjector always = new FaultInjector(config.withFaultRate(1));
    Message message = new Message(Kind.SALINITY, "x", "{\"salinity_gl\":1.5}");

    List<FaultInjector.Held> late =
        IntStream.range(0, 100)
            .mapToObj(i -> always.pass(message, Played.START))
            .flatMap(outcome -> outcome.later().stream())
            .toList();

    assertThat(late).isNotEmpty().allMatch(held -> held.message().equals(message));
    assertThat(late).map(FaultInjector.Held::due).allMatch(this::withinAnOutage);
    assertThat(programme.takeHeld()).isNotEmpty();
    assertThat(programme.takeHeld()).isEmpty();
  }

  private long times(Fault fault) {
    return programme.faults().getOrDefault(fault, 0L);
  }

  private boolean withinAnOutage(Instant due) {
    return due.isAfter(Played.START.plusSeconds(14)) && due.isBefore(Played.START.plusSeconds(46));
  }

  private static boolean wellFormed(Message message) {
    try {
      new ObjectMapper().readTree(message.payload());
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
