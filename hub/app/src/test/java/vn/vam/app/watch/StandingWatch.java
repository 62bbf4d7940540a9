package vn.vam.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingWatch {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Look SILENT = new Look.Silent();
  private static final Look READY = new Look.Ready();
  private static final Look LOCKED_OUT = new Look.Ready(List.of("token"));

  private final Watchman watchman = new Watchman(Duration.ofMinutes(2), Duration.ofHours(1));

  @Test
  void while_the_hub_works_there_is_nothing_to_tell() {
    assertThat(saw(READY, 0)).isEmpty();
    assertThat(saw(READY, 600)).isEmpty();
  }

  @Test
  void a_restart_of_a_minute_is_nobodys_business() {
    assertThat(saw(SILENT, 0)).isEmpty();
    assertThat(saw(SILENT, 60)).isEmpty();
    assertThat(saw(READY, 70)).isEmpty();
    assertThat(saw(SILENT, 80)).isEmpty();
    assertThat(saw(SILENT, 190)).isEmpty();
  }

  @Test
  void when_it_stays_away_people_are_told_since_when_and_once() {
    saw(SILENT, 0);

    assertThat(saw(SILENT, 120))
        .singleElement()
        .satisfies(words -> assertThat(words).contains("không trả lời từ 12:00 ngày 12/3"));
    assertThat(saw(SILENT, 130)).isEmpty();
  }

  @Test
  void a_hub_that_lives_and_waits_says_what_for() {
    saw(new Look.Waiting(List.of("broker")), 0);

    assertThat(saw(new Look.Waiting(List.of("broker", "store")), 120))
        .singleElement()
        .satisfies(words -> assertThat(words).contains("chưa sẵn sàng (chờ broker, store)"));
  }

  @Test
  void they_are_told_once_more_an_hour_later() {
    saw(SILENT, 0);
    saw(SILENT, 120);

    assertThat(saw(SILENT, 120 + 3_599)).isEmpty();
    assertThat(saw(SILENT, 120 + 3_600))
        .singleElement()
        .satisfies(words -> assertThat(words).contains("vẫn không trả lời, từ 12:00"));
  }

  @Test
  void its_return_is_told_to_those_who_were_told_of_its_absence() {
    saw(SILENT, 0);
    saw(SILENT, 120);

    assertThat(saw(READY, 28 * 60))
        .singleElement()
        .satisfies(words -> assertThat(words).contains("hoạt động lại lúc 12:28", "sau 28 phút"));
    assertThat(saw(READY, 29 * 60)).isEmpty();
  }

  @Test
  void a_hub_that_works_and_reaches_nobody_is_told_with_why() {
    assertThat(saw(LOCKED_OUT, 0)).isEmpty();

    assertThat(saw(LOCKED_OUT, 120))
        .singleElement()
        .asString()
        .contains("vẫn chạy nhưng không gửi được tin Zalo từ 12:00", "vam zalo login");
    assertThat(saw(LOCKED_OUT, 130)).isEmpty();
    assertThat(saw(LOCKED_OUT, 120 + 3_600)).singleElement().asString().contains("vẫn không gửi");
  }

  @Test
  void that_it_reaches_people_again_is_told_once() {
    saw(new Look.Ready(List.of("account")), 0);
    saw(new Look.Ready(List.of("account")), 120);

    assertThat(saw(READY, 28 * 60))
        .singleElement()
        .asString()
        .contains("gửi được tin Zalo trở lại lúc 12:28", "sau 28 phút");
    assertThat(saw(READY, 29 * 60)).isEmpty();
  }

  @Test
  void a_hub_that_goes_away_while_it_reaches_nobody_is_told_as_well() {
    saw(LOCKED_OUT, 0);
    saw(LOCKED_OUT, 120);
    saw(SILENT, 130);

    assertThat(saw(SILENT, 250)).singleElement().asString().contains("không trả lời");
    assertThat(saw(LOCKED_OUT, 300)).singleElement().asString().contains("đã hoạt động lại");
    assertThat(saw(READY, 310)).singleElement().asString().contains("gửi được tin Zalo trở lại");
  }

  @Test
  void a_trouble_of_a_newer_hub_is_told_by_its_name() {
    saw(new Look.Ready(List.of("moon")), 0);

    assertThat(saw(new Look.Ready(List.of("moon")), 120))
        .singleElement()
        .asString()
        .contains("trạm báo moon");
  }

  private List<String> saw(Look look, long seconds) {
    return watchman.saw(look, NOON.plusSeconds(seconds));
  }
}
