package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Shown;

/** Pictures and cards wait in the outbox with their plain words. */
class ShowingSomething {
  private static final Instant A_DAY_BEFORE = NOON.minusSeconds(86_400);
  private static final Shown.Picture PICTURE =
      new Shown.Picture(
          new SaltChart(
              "Độ mặn Xuân Hòa",
              A_DAY_BEFORE,
              NOON,
              List.of(new SaltChart.Point(A_DAY_BEFORE, 0.25), new SaltChart.Point(NOON, 4.2)),
              List.of(new SaltChart.Mark(1.5, "mức bà con đặt: 1,5 g/l")),
              List.of(new SaltChart.Tide(NOON.minusSeconds(60), true))),
          "Độ mặn từ hôm qua tới nay");
  private static final Shown.Cards CARDS =
      new Shown.Cards(
          List.of(
              new Shown.Card(
                  "Xuống giống",
                  "8:00 hôm nay",
                  URI.create("https://tin.vn/1"),
                  Optional.of(URI.create("https://tin.vn/1.png"))),
              new Shown.Card(
                  "Lịch cắt nước",
                  "9:00 hôm nay",
                  URI.create("https://tin.vn/2"),
                  Optional.empty())));

  @TempDir Path folder;
  private StateFile state;

  static List<Shown> all() {
    return List.of(PICTURE, CARDS, new Shown.Form("Số điện thoại", "Tôi đồng ý, xem tin.vn"));
  }

  @BeforeEach
  void open() {
    state = new StateFile(folder);
    state.answers("follow", "u1", List.of(), new ProfileChange.Follow());
  }

  @AfterEach
  void close() {
    state.close();
  }

  @ParameterizedTest
  @MethodSource("all")
  void comes_out_as_it_went_in_also_after_a_restart(Shown shown) {
    state.writes(draft(shown));
    state.reopen();

    Draft leased = state.lease(NOON).draft();
    assertThat(leased.text()).isEqualTo("nội dung a");
    assertThat(leased.shown()).contains(shown);
  }

  @ParameterizedTest
  @MethodSource("all")
  void is_left_out_at_once_when_it_cannot_be_shown(Shown shown) {
    state.writes(draft(shown));
    state.outbox().settle(state.lease(NOON), new Delivery.InWords("refused"), NOON);

    OutboxMessage again = state.lease(NOON);
    assertThat(again.draft().shown()).isEmpty();
    assertThat(again.draft().text()).isEqualTo("nội dung a");
    assertThat(again.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void is_forgotten_once_its_fate_is_known(Shown shown) {
    state.writes(draft(shown));
    state.outbox().settle(state.lease(NOON), new Delivery.Delivered("m-1"), NOON);

    assertThat(rows("outbox_picture") + rows("outbox_card") + rows("outbox_form")).isEqualTo("000");
    assertThat(state.bytesOnDisk()).doesNotContain("tin.vn").doesNotContain("1,5 g/l");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Độ mặn từ hôm qua tới nay", "nội dung a"})
  void is_known_by_its_caption_and_by_its_words(String echoed) {
    state.writes(draft(PICTURE));
    state.outbox().settle(state.lease(NOON), new Delivery.Unclear("no answer"), NOON);

    boolean settled =
        state.doubts().hear(new Evidence.Sent("u1", "m-1", echoed, NOON.plusMillis(20)), NOON);

    assertThat(settled).isTrue();
    assertThat(state.outbox().counts().delivered()).isEqualTo(1);
  }

  @Test
  void goes_with_its_citizen_who_is_erased() {
    state.writes(draft(PICTURE));
    state.answers("erase", "u1", List.of(), new ProfileChange.Erase());

    assertThat(rows("outbox_picture")).isEqualTo("0");
  }

  private static Draft draft(Shown shown) {
    return StateFile.draft("a", "u1", Draft.ANSWER).showing(Optional.of(shown));
  }

  private String rows(String table) {
    return state.ask("SELECT count(*) FROM " + table);
  }
}
