package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

class TellingTheAudience {
  private final Town town = new Town();

  @Test
  void everyone_who_agreed_to_hear_of_the_station_gets_the_words() {
    town.agreed.put("u1", Town.XUAN_HOA);
    town.agreed.put("u2", Town.XUAN_HOA);
    town.agreed.put("u3", new StationId("my-tho"));
    tell(Town.raised(Severity.WATCH));

    assertThat(town.drafts).extracting(Draft::citizen).containsExactly("u1", "u2");
    assertThat(town.texts()).containsOnly("Nước mặn");
  }

  @Test
  void the_notice_is_done_even_when_nobody_agreed() {
    tell(Town.raised(Severity.WATCH));

    assertThat(town.notices).isEmpty();
    assertThat(town.drafts).isEmpty();
  }

  @Test
  void a_rule_without_words_tells_nobody_and_is_done() {
    town.agreed.put("u1", Town.XUAN_HOA);
    tell(Town.raised(Severity.WATCH), (notice, mayRepeat) -> Optional.empty());

    assertThat(town.notices).isEmpty();
    assertThat(town.drafts).isEmpty();
  }

  @Test
  void words_that_fail_leave_the_notice_where_it_is() {
    town.agreed.put("u1", Town.XUAN_HOA);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                tell(
                    Town.raised(Severity.WATCH),
                    (notice, mayRepeat) -> {
                      throw new IllegalStateException("no words");
                    }));
    assertThat(town.notices).hasSize(1);
    assertThat(town.drafts).isEmpty();
  }

  @Test
  void one_change_of_one_alert_has_one_key_per_citizen() {
    town.agreed.put("u1", Town.XUAN_HOA);
    tell(Town.raised(Severity.WATCH));
    tell(Town.raised(Severity.WATCH));
    tell(Town.cleared());

    assertThat(town.drafts)
        .extracting(Draft::key)
        .containsExactly("A-1/raised/u1", "A-1/raised/u1", "A-1/cleared/u1");
  }

  @Test
  void an_alert_that_escalates_twice_is_told_twice() {
    town.agreed.put("u1", Town.XUAN_HOA);
    tell(escalated(Severity.WARNING));
    tell(escalated(Severity.DANGER));

    assertThat(town.drafts)
        .extracting(Draft::key)
        .containsExactly("A-1/escalated-warning/u1", "A-1/escalated-danger/u1");
  }

  private static AlertChange escalated(Severity severity) {
    return new AlertChange.Escalated(new RuleId("salt"), Town.XUAN_HOA, severity, Town.NOON, 4.2);
  }

  @Test
  void an_alert_of_several_stations_is_told_once_to_everyone_of_any_of_them() {
    StationId myTho = new StationId("my-tho");
    town.agreed.put("u1", Town.XUAN_HOA);
    town.agreed.put("u2", myTho);
    AlertNotice notice = Town.notice(1, Town.raised(Severity.WATCH));
    town.notices.add(notice);

    audience(change -> Set.of(Town.XUAN_HOA, myTho), (told, mayRepeat) -> Optional.of("Nước mặn"))
        .tell(notice);

    assertThat(town.drafts).extracting(Draft::citizen).containsExactlyInAnyOrder("u1", "u2");
  }

  @Test
  void who_agreed_while_it_stood_is_told_alone_and_only_while_they_still_want_to_hear() {
    town.agreed.put("u1", Town.XUAN_HOA);
    town.agreed.put("u2", Town.XUAN_HOA);
    tellOnly("u2");
    town.agreed.remove("u1");
    tellOnly("u1");

    assertThat(town.drafts).extracting(Draft::key).containsExactly("A-1/raised/u2");
    assertThat(town.notices).isEmpty();
  }

  private void tellOnly(String citizen) {
    AlertNotice notice =
        new AlertNotice(1, "A-1", Town.raised(Severity.WATCH), Optional.of(citizen));
    town.notices.add(notice);
    audience(told -> Set.of(told.station()), (told, mayRepeat) -> Optional.of("Nước mặn"))
        .tell(notice);
  }

  @Test
  void the_graver_it_is_the_sooner_it_goes_but_never_before_an_answer() {
    town.agreed.put("u1", Town.XUAN_HOA);
    for (Severity severity : Severity.values()) {
      tell(Town.raised(severity));
    }

    assertThat(town.drafts).extracting(Draft::priority).isSorted().doesNotHaveDuplicates();
    assertThat(town.drafts).allMatch(draft -> draft.priority() < Draft.ANSWER);
  }

  @Test
  void an_old_alert_is_not_sent_any_more() {
    town.agreed.put("u1", Town.XUAN_HOA);
    tell(Town.raised(Severity.WATCH));

    assertThat(town.drafts.getFirst().expires()).contains(Town.NOON.plus(Duration.ofHours(12)));
  }

  @Test
  void only_a_danger_has_words_for_a_second_time() {
    town.agreed.put("u1", Town.XUAN_HOA);
    tell(Town.raised(Severity.WARNING));
    tell(Town.raised(Severity.DANGER));

    assertThat(town.drafts)
        .extracting(Draft::again)
        .containsExactly(Optional.empty(), Optional.of("Nước mặn, có thể lặp lại"));
  }

  private void tell(AlertChange change) {
    tell(
        change,
        (notice, mayRepeat) -> Optional.of(mayRepeat ? "Nước mặn, có thể lặp lại" : "Nước mặn"));
  }

  private void tell(AlertChange change, Audience.Text text) {
    AlertNotice notice = Town.notice(1, change);
    town.notices.add(notice);
    audience(told -> Set.of(told.station()), text).tell(notice);
  }

  private Audience audience(Function<AlertChange, Set<StationId>> stations, Audience.Text text) {
    return new Audience(town, town, stations, text, Clock.fixed(Town.NOON, ZoneOffset.UTC));
  }
}
