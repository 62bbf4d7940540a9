package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.draft;
import static vn.vam.sqlite.state.StateFile.escalated;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Shelved;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Somebody agrees to hear of a station of which others were warned before. */
class AgreeingWhileAnAlertStands {
  private static final StationId MY_THO = new StationId("my-tho");

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void an_alert_is_raised_and_told() {
    state = new StateFile(folder);
    state.raises(0.6);
    tellsNext();
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void they_alone_are_told_of_it_at_once() {
    agrees("u1", XUAN_HOA);

    AlertNotice notice = notices().getFirst();
    assertThat(notice.alert()).isEqualTo("A-1");
    assertThat(notice.only()).contains("u1");
    assertThat(notice.change())
        .isEqualTo(new AlertChange.Raised(SALT, XUAN_HOA, Severity.WARNING, NOON, 0.6));
    assertThat(notice.toString()).doesNotContain("u1");
  }

  @Test
  void as_grave_as_it_is_by_now_with_the_time_and_value_of_when_it_came_to_that() {
    commits(escalated(Severity.DANGER, 4.5));
    tellsNext();
    agrees("u1", XUAN_HOA);

    assertThat(notices())
        .extracting(AlertNotice::change)
        .containsExactly(
            new AlertChange.Raised(SALT, XUAN_HOA, Severity.DANGER, NOON.plusSeconds(30), 4.5));
  }

  @Test
  void of_another_station_they_are_told_nothing() {
    agrees("u1", MY_THO);

    assertThat(notices()).isEmpty();
  }

  @Test
  void of_one_alert_for_several_stations_they_are_told_at_any_of_them() {
    state.execute("INSERT INTO known_rule VALUES ('salt', 'WARNING', '', 'my-tho,xuan-hoa')");
    agrees("u1", MY_THO);

    assertThat(notices()).hasSize(1);
  }

  @Test
  void what_is_over_is_not_told() {
    commits(cleared(0.3));
    tellsNext();
    agrees("u1", XUAN_HOA);

    assertThat(notices()).isEmpty();
  }

  @Test
  void what_is_shelved_is_not_told() {
    state
        .operators()
        .shelve(new Shelved(SALT, XUAN_HOA, NOON.plus(Duration.ofHours(8)), "trực"), NOON);
    agrees("u1", XUAN_HOA);

    assertThat(notices()).isEmpty();
  }

  @Test
  void who_was_told_before_and_comes_back_is_not_told_again() {
    agrees("u1", XUAN_HOA);
    tellsNext("A-1/raised/u1");
    delivers();
    stops("u1");
    agrees("u1", XUAN_HOA);

    assertThat(notices()).isEmpty();
  }

  @Test
  void who_stopped_before_it_was_sent_and_takes_that_back_is_told_after_all() {
    agrees("u1", XUAN_HOA);
    tellsNext("A-1/raised/u1");
    stops("u1");
    state.answers("nhận lại", "u1", List.of(), new ProfileChange.TakeBack());
    tellsNext("A-1/raised/u1");

    assertThat(state.leasedTexts(NOON)).containsExactly("nội dung A-1/raised/u1");
  }

  @Test
  void what_is_told_later_of_the_same_is_not_taken_back_by_telling_it_twice() {
    agrees("u1", XUAN_HOA);
    AlertNotice first = notices().getFirst();
    tellsNext("A-1/raised/u1");
    delivers();
    commits(escalated(Severity.DANGER, 4.5));
    tellsNext("A-1/escalated-danger/u1");
    state.outbox().tell(first, List.of(draft("A-1/raised/u1", "u1", 1)), NOON);

    assertThat(state.leasedTexts(NOON)).containsExactly("nội dung A-1/escalated-danger/u1");
  }

  @Test
  void they_are_counted_to_those_the_change_was_told_to() {
    agrees("u1", XUAN_HOA);
    tellsNext("A-1/raised/u1");
    agrees("u2", XUAN_HOA);
    tellsNext("A-1/raised/u2");

    assertThat(state.fanouts().of("A-1", "raised"))
        .singleElement()
        .satisfies(fanout -> assertThat(fanout.total()).isEqualTo(2));
  }

  @Test
  void who_is_erased_leaves_no_such_notice_behind() {
    agrees("citizen-who-goes", XUAN_HOA);
    state.answers("xóa", "citizen-who-goes", List.of(), new ProfileChange.Erase());

    assertThat(notices()).isEmpty();
    assertThat(state.bytesOnDisk()).doesNotContain("citizen-who-goes");
  }

  private void agrees(String citizen, StationId station) {
    state.answers(
        "agrees " + System.nanoTime(),
        citizen,
        List.of(),
        new ProfileChange.Subscribe(station, "tôi đồng ý"));
  }

  private void stops(String citizen) {
    state.answers("dừng", citizen, List.of(), new ProfileChange.UnsubscribeAll());
  }

  private void commits(AlertChange change) {
    state.desk().commit(Place.of(2), List.of(), List.of(change), NOON);
  }

  private void tellsNext(String... keys) {
    List<Draft> drafts =
        Stream.of(keys).map(key -> draft(key, key.replaceAll(".*/", ""), 1)).toList();
    state.outbox().tell(notices().getFirst(), drafts, NOON);
  }

  private void delivers() {
    state.outbox().settle(state.lease(NOON), new Delivery.Delivered("m-1"), NOON);
  }

  private List<AlertNotice> notices() {
    return Stream.iterate(
            state.outbox().nextNotice(0),
            Optional::isPresent,
            last -> state.outbox().nextNotice(last.orElseThrow().id()))
        .map(Optional::orElseThrow)
        .toList();
  }
}
