package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.config.ConfigReader.RulesOnly;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.citizen.AlertLine;
import vn.vam.core.citizen.AlertText;
import vn.vam.core.log.Place;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Way;
import vn.vam.core.operator.CallDrafts;
import vn.vam.core.operator.CallStep;
import vn.vam.core.operator.Operator;
import vn.vam.core.operator.Operators;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;
import vn.vam.runtime.flow.Signal;
import vn.vam.runtime.notify.CallVerticle;
import vn.vam.sqlite.state.SqliteAlertDesk;
import vn.vam.sqlite.state.SqliteCallDesk;
import vn.vam.sqlite.state.SqliteOutbox;
import vn.vam.sqlite.state.StateDatabase;
import vn.vam.testing.HandClock;

/** From what a probe says to what the one on duty reads; citizens hear of beginning and end. */
class OneOfTwoSilentDevicesIsBack {
  private static final String RULES =
      """
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
      devices:
        - { id: xuan-hoa-1, station: xuan-hoa }
        - { id: xuan-hoa-2, station: xuan-hoa }
      rules:
        - id: silent
          watch: { stations: [xuan-hoa] }
          raise: { silent: 1h }
      """;

  private final HandClock clock = new HandClock(Instant.parse("2026-03-12T05:00:00Z"));
  @TempDir Path folder;
  @AutoClose private StateDatabase state;
  private RuleEngine engine;
  private SqliteAlertDesk desk;
  private CallVerticle calls;

  @BeforeEach
  void both_fall_silent() throws Exception {
    Path file = Files.writeString(folder.resolve("vam.yaml"), RULES);
    RulesOnly rules =
        new ConfigReader(Set.of("native"), Set.copyOf(AlertText.keys()), Map.of()).readRules(file);
    state = StateDatabase.open(folder.resolve("state.db"));
    engine = new RuleEngine(rules.rules(), List.of(), rules.registry());
    desk = new SqliteAlertDesk(state);
    CallDrafts drafts = new CallDrafts(new AlertLine(rules.rules(), rules.registry()));
    calls =
        new CallVerticle(
            new SqliteCallDesk(state),
            new Operators(
                List.of(
                    new Operator("Trực ban", Optional.of("z1"), Optional.empty(), Set.of("duty"))),
                List.of(new CallStep(Duration.ZERO, Set.of("duty")))),
            () -> drafts,
            station -> Optional.empty(),
            clock,
            new Signal(),
            woken -> {},
            () -> {});
    says("xuan-hoa-1");
    says("xuan-hoa-2");
    passes(Duration.ofMinutes(61));
    assertThat(told()).singleElement().asString().startsWith("🔔 Tin A-1").contains("Xuân Hòa:");
  }

  @Test
  void the_one_on_duty_hears_who_is_silent_still_once_it_has_lasted() {
    says("xuan-hoa-1");
    passes(Duration.ofMinutes(9));
    assertThat(told()).isEmpty();

    passes(Duration.ofMinutes(1));

    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("↩️ Tin A-1: đã có thiết bị gửi số liệu trở lại, nhưng chưa đủ")
        .contains("Xuân Hòa (thiết bị xuan-hoa-2)");
    assertThat(open().devices()).containsExactly(new DeviceId("xuan-hoa-2"));
    assertThat(open().state()).isEqualTo(AlertState.RAISED);
  }

  @Test
  void who_falls_silent_again_is_told_too() {
    says("xuan-hoa-1");
    passes(Duration.ofMinutes(10));
    told();

    passes(Duration.ofMinutes(51));
    passes(Duration.ofMinutes(10));

    assertThat(told()).singleElement().asString().startsWith("📴 Tin A-1: có thiết bị đã gửi lại");
    assertThat(open().devices()).isEmpty();
  }

  @Test
  void both_back_within_that_time_are_the_end_alone() {
    says("xuan-hoa-1");
    passes(Duration.ofMinutes(5));
    says("xuan-hoa-2");
    passes(Duration.ofMinutes(30));

    assertThat(told()).singleElement().asString().startsWith("✅ Tin A-1 đã hết");
  }

  private Alert open() {
    return desk.alerts(Optional.empty(), 1).getFirst();
  }

  private void says(String device) {
    commit(
        engine.accept(
            new Reading.Measured(
                new DeviceId(device),
                new StationId("xuan-hoa"),
                Quantity.SALINITY,
                0.1,
                Quality.PASS,
                clock.instant()),
            clock.instant()));
  }

  private void passes(Duration time) {
    clock.forward(time);
    commit(engine.advance(clock.instant()));
    calls.turn();
  }

  private void commit(List<AlertChange> changes) {
    desk.commit(Place.of(1), engine.takeChanged(), changes, clock.instant());
  }

  /** What has come since this was asked last. */
  private List<String> told() {
    SqliteOutbox outbox = new SqliteOutbox(state);
    List<String> texts = new ArrayList<>();
    for (Optional<OutboxMessage> next = outbox.lease(clock.instant());
        next.isPresent();
        next = outbox.lease(clock.instant())) {
      texts.add(next.get().draft().text());
      outbox.settle(
          next.get(),
          new Delivery.Delivered("m-" + next.get().id(), Way.CONSULTATION),
          clock.instant());
    }
    return texts;
  }
}
