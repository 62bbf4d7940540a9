package vn.vam.payloads.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.reading.Reading;
import vn.vam.payloads.Formats;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.testing.SparkplugBody;

class KeepingASession {
  private static final String NODE = "delta/pump";
  private static final Instant START = Instant.parse("2026-03-12T05:00:00Z");

  private final SparkplugSession session = new SparkplugSession(SessionRules.USUAL);
  private final List<String> asked = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private Instant now = START;

  @Test
  void data_by_alias_is_read_by_what_the_birth_announced() {
    born(0);
    hear("DDATA", body().by(1, 4.25).seq(2));

    assertThat(values()).containsExactly(4.0, 4.25);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_message_is_known_by_node_connection_number_and_time() {
    born(7);
    hear("DDATA", body().by(1, 4.25).seq(2));

    assertThat(last())
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            accepted ->
                assertThat(accepted.identity())
                    .isEqualTo(new Identity.SourceId("delta/pump 7 2 " + START.toEpochMilli())));
  }

  @Test
  void data_before_a_birth_is_rejected_and_a_rebirth_is_wanted() {
    hear("DDATA", body().by(1, 4.25).seq(9));

    assertThat(last()).isInstanceOf(Outcome.Rejected.class);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void data_of_a_device_that_was_not_born_is_rejected_though_its_node_was() {
    hear("NBIRTH", body().bdSeq(0).announces("load", 1, 0.5).seq(0));
    hear("DDATA", body().by(1, 4.25).seq(1));

    assertThat(last()).isInstanceOf(Outcome.Rejected.class);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void an_unknown_alias_is_rejected_and_never_guessed() {
    born(0);
    hear("DDATA", body().by(1, 4.25).by(99, 7).seq(2));

    assertThat(values()).containsExactly(4.0);
    assertThat(last()).isInstanceOf(Outcome.Rejected.class);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void a_name_that_no_birth_announced_is_read_and_asked_for_once() {
    born(0);
    hear("DDATA", body().named("temperature_c", 28).seq(2));
    pass(Duration.ofMinutes(1));
    hear("DDATA", body().named("temperature_c", 29).seq(3));

    assertThat(values()).containsExactly(4.0, 28.0, 29.0);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void a_rebirth_is_asked_for_once_in_ten_seconds() {
    hear("DDATA", body().by(1, 1).seq(1));
    hear("DDATA", body().by(1, 1).seq(2));
    pass(Duration.ofSeconds(9));
    hear("DDATA", body().by(1, 1).seq(3));
    assertThat(asked).hasSize(1);

    pass(Duration.ofSeconds(1));
    hear("DDATA", body().by(1, 1).seq(4));
    assertThat(asked).hasSize(2);
  }

  @Test
  void also_where_what_had_to_wait_would_have_asked_before() {
    born(0);
    hear("DDATA", body().by(99, 1).seq(4));
    pass(Duration.ofSeconds(4));
    hear("DDATA", body().by(99, 1).seq(2));
    hear("DDATA", body().by(1, 1).seq(3));

    assertThat(outcomes).hasSize(5);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void also_where_the_line_breaks_again_and_again() {
    for (int second = 0; second < 20; second++) {
      take(session.connecting());
      hear("DDATA", body().by(1, 1).seq(1));
      pass(Duration.ofSeconds(1));
    }

    assertThat(asked).hasSize(2);
  }

  @Test
  void no_more_nodes_are_asked_within_that_time_than_are_remembered() {
    SparkplugSession small =
        new SparkplugSession(
            new SessionRules(Duration.ofSeconds(5), Duration.ofSeconds(10), 2, 10));
    for (int node = 0; node < 100; node++) {
      asked.addAll(small.hear(data("node-" + node)).rebirths());
    }

    assertThat(asked).containsExactly("delta/node-0", "delta/node-1");
  }

  @Test
  void a_clock_that_is_set_back_keeps_nobody_from_being_asked() {
    hear("DDATA", body().by(1, 1).seq(1));
    now = now.minusSeconds(3_600);
    hear("DDATA", body().by(1, 1).seq(2));

    assertThat(asked).hasSize(2);
  }

  @Test
  void what_came_in_another_order_is_put_in_order_within_five_seconds() {
    born(0);
    hear("DDATA", body().by(1, 3).seq(4));
    hear("DDATA", body().by(1, 2).seq(3));
    assertThat(values()).containsExactly(4.0);

    pass(Duration.ofMillis(4_999));
    hear("DDATA", body().by(1, 1).seq(2));
    pass(Duration.ofSeconds(10));

    assertThat(values()).containsExactly(4.0, 1.0, 2.0, 3.0);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_message_that_stays_away_makes_the_aliases_forgotten_and_a_rebirth_wanted() {
    born(0);
    hear("DDATA", body().by(1, 3).seq(3));
    pass(Duration.ofSeconds(5));

    assertThat(last()).isInstanceOf(Outcome.Rejected.class);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void after_the_rebirth_all_goes_on() {
    born(0);
    hear("DDATA", body().by(1, 3).seq(3));
    pass(Duration.ofSeconds(5));
    born(0);
    hear("DDATA", body().by(1, 5).seq(2));

    assertThat(values()).containsExactly(4.0, 4.0, 5.0);
    assertThat(asked).hasSize(1);
  }

  @Test
  void numbers_go_on_from_255_with_0() {
    hear("NBIRTH", body().bdSeq(0).seq(254));
    hear("DBIRTH", body().announces("salinity_gl", 1, 4).seq(255));
    hear("DDATA", body().by(1, 5).seq(0));

    assertThat(values()).containsExactly(4.0, 5.0);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_birth_gives_aliases_a_new_meaning() {
    born(0);
    hear("NBIRTH", body().bdSeq(0).seq(0));
    hear("DBIRTH", body().announces("temperature_c", 1, 28).seq(1));
    hear("DDATA", body().by(1, 29).seq(2));

    assertThat(readings())
        .extracting(reading -> ((Reading.Measured) reading).quantity().field())
        .containsExactly("salinity_gl", "temperature_c", "temperature_c");
  }

  @Test
  void the_death_of_the_connection_that_lasts_ends_it() {
    born(3);
    hear("NDEATH", body().bdSeq(3).bytes());

    assertThat(last())
        .isInstanceOfSatisfying(
            Outcome.Ignored.class,
            ignored -> {
              assertThat(ignored.reason()).isEqualTo("node-death");
              assertThat(ignored.hints()).hasSize(1);
            });
    hear("DDATA", body().by(1, 5).seq(2));
    assertThat(last()).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void the_late_death_of_a_connection_before_changes_nothing() {
    born(4);
    hear("NDEATH", body().bdSeq(3).bytes());
    assertThat(last())
        .isInstanceOfSatisfying(
            Outcome.Ignored.class,
            ignored -> assertThat(ignored.reason()).isEqualTo("outdated-death"));

    hear("DDATA", body().by(1, 5).seq(2));
    assertThat(values()).containsExactly(4.0, 5.0);
  }

  @Test
  void a_device_that_died_must_be_born_again() {
    born(0);
    hear("DDEATH", body().seq(2));
    hear("DDATA", body().by(1, 5).seq(3));

    assertThat(last()).isInstanceOf(Outcome.Rejected.class);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void what_is_historical_is_of_the_past() {
    born(0);
    hear(
        "DDATA",
        body().historical(1, 3.5, now.minusSeconds(3_600).toEpochMilli()).by(1, 4.5).seq(2));

    assertThat(readings().get(1)).isInstanceOf(Reading.Past.class);
    assertThat(readings().get(2)).isInstanceOf(Reading.Measured.class);
  }

  @Test
  void a_new_connection_knows_nothing_of_the_one_before() {
    born(0);
    hear("DDATA", body().by(1, 3).seq(3));
    take(session.connecting());
    assertThat(last()).isInstanceOf(Outcome.Rejected.class);

    hear("DDATA", body().by(1, 5).seq(4));
    assertThat(last()).isInstanceOf(Outcome.Rejected.class);
    assertThat(asked).containsExactly(NODE);
  }

  @Test
  void nothing_that_is_heard_gets_lost() {
    born(0);
    for (int seq : new int[] {9, 7, 9, 200, 3, 2, 255}) {
      hear("DDATA", body().by(1, seq).seq(seq));
    }
    hear("DDATA", new byte[] {1, 2, 3});
    hear("DCMD", body().named("valve", 1).bytes());
    pass(Duration.ofSeconds(5));

    assertThat(outcomes).hasSize(11);
  }

  @Test
  void a_node_more_than_is_remembered_takes_the_place_of_one_that_is_gone() {
    SparkplugSession small =
        new SparkplugSession(
            new SessionRules(Duration.ofSeconds(5), Duration.ofSeconds(10), 1, 10));
    assertThat(small.hear(data("one")).rebirths()).containsExactly("delta/one");
    now = now.plusSeconds(10);
    assertThat(small.hear(data("two")).rebirths()).containsExactly("delta/two");
    assertThat(small.hear(message("spBv1.0/delta/NBIRTH/two", body().bdSeq(0).seq(0))).messages())
        .hasSize(1);

    assertThat(small.hear(data("three")).rebirths()).isEmpty();
    assertThat(small.hear(data("three")).messages()).hasSize(1);
  }

  private RawMessage data(String node) {
    return message("spBv1.0/delta/NDATA/" + node, body().by(1, 1).seq(1));
  }

  private void born(int bdSeq) {
    hear("NBIRTH", body().bdSeq(bdSeq).seq(0));
    hear("DBIRTH", body().announces("salinity_gl", 1, 4).seq(1));
  }

  private SparkplugBody body() {
    return SparkplugBody.at(now.toEpochMilli());
  }

  private void hear(String type, byte[] payload) {
    String topic = "spBv1.0/delta/" + type + "/pump" + (type.startsWith("D") ? "/probe-1" : "");
    take(session.hear(message(topic, payload)));
  }

  private RawMessage message(String topic, byte[] payload) {
    return new RawMessage("s", "s-0", topic, Payload.of(payload), false, now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    take(session.tick(now));
  }

  private void take(Turn turn) {
    asked.addAll(turn.rebirths());
    turn.messages().stream()
        .map(Formats.of("sparkplug", DecoderContext.withoutConfig())::decode)
        .forEach(outcomes::add);
  }

  private Outcome last() {
    return outcomes.getLast();
  }

  private List<Reading> readings() {
    return outcomes.stream()
        .filter(Outcome.Accepted.class::isInstance)
        .flatMap(outcome -> ((Outcome.Accepted) outcome).readings().stream())
        .toList();
  }

  private List<Double> values() {
    return readings().stream().map(reading -> ((Reading.Measured) reading).value()).toList();
  }
}
