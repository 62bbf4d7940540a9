package vn.vam.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.notify.Draft;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

class WeatheringAStorm {
  private static final String RIVER = "sông Tiền";
  private static final Storm STORM = new Storm(5, Duration.ofMinutes(10), Duration.ofMinutes(5));
  private final Storms storms = new Storms(Optional.of(STORM), WeatheringAStorm::along);

  @Test
  void few_alerts_have_a_message_each() {
    Storms.Plan plan = plan(4, "station", Map.of());

    assertThat(plan.alone()).hasSize(4);
    assertThat(plan.together()).isEmpty();
  }

  @Test
  void many_along_one_river_share_one() {
    Storms.Plan plan = plan(60, "station", Map.of());

    assertThat(plan.alone()).isEmpty();
    assertThat(plan.together())
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.along()).isEqualTo(RIVER);
              assertThat(summary.calls()).hasSize(60);
            });
  }

  @Test
  void those_elsewhere_keep_their_own() {
    assertThat(plan(60, "hill", Map.of()).alone()).hasSize(60);
  }

  @Test
  void what_follows_waits_for_the_next_summary_and_is_then_told() {
    Instant told = Shift.NOON.minus(Duration.ofMinutes(5));

    assertThat(plan(6, "station", Map.of(RIVER, told.plusMillis(1))))
        .isEqualTo(new Storms.Plan(List.of(), List.of()));
    assertThat(plan(6, "station", Map.of(RIVER, told)).together()).hasSize(1);
  }

  @Test
  void alerts_that_were_raised_and_told_before_count_too() {
    List<Call> due = calls(1, "station");

    assertThat(storms.plan(due, alerts(5, "station"), Map.of(), Shift.NOON).together()).hasSize(1);
    assertThat(storms.from(Shift.NOON)).isEqualTo(Shift.NOON.minus(Duration.ofMinutes(10)));
  }

  @Test
  void without_a_limit_there_is_no_storm() {
    Storms none = new Storms(Optional.empty(), WeatheringAStorm::along);

    assertThat(none.plan(calls(60, "station"), alerts(60, "station"), Map.of(), Shift.NOON).alone())
        .hasSize(60);
  }

  @Test
  void everyone_reads_of_those_alerts_they_are_called_to_the_gravest_first() {
    List<Draft> drafts =
        new CallDrafts(Shift.line())
            .ofStorm(plan(20, "station", Map.of()).together().getFirst(), Shift.NOON);

    assertThat(drafts)
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.citizen()).isEqualTo("z1");
              assertThat(draft.text())
                  .startsWith(
                      "🌊 Nhiều tin cùng lúc ở sông Tiền: 20 tin chưa có ai nhận\n• A-3, nguy hiểm: station3")
                  .contains("… và 5 tin nữa")
                  .hasSizeLessThan(2_000);
            });
  }

  private Storms.Plan plan(int count, String station, Map<String, Instant> told) {
    return storms.plan(calls(count, station), alerts(count, station), told, Shift.NOON);
  }

  private static List<Call> calls(int count, String station) {
    return alerts(count, station).stream()
        .map(alert -> new Waiting(alert, Shift.NOON, 0))
        .map(waiting -> new Call(waiting, 1, "duty", List.of(Shift.DUTY, Shift.DESK)))
        .toList();
  }

  private static List<Alert> alerts(int count, String station) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                Alerts.alert(
                    "A-" + number,
                    new RuleId("salt"),
                    new StationId(station + number),
                    number == 3 ? Severity.DANGER : Severity.WATCH,
                    AlertState.RAISED,
                    Shift.NOON,
                    Optional.empty(),
                    4.2,
                    Optional.empty()))
        .toList();
  }

  private static Optional<String> along(StationId station) {
    return station.value().startsWith("station") ? Optional.of(RIVER) : Optional.empty();
  }
}
