package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.vam.zalo.Platform.DETAIL;
import static vn.vam.zalo.Platform.SENT;
import static vn.vam.zalo.Platform.TEXT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.FakePlatform.Reply;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;

/** Requests are counted where they leave, and after a complaint none leaves. */
class KeepingTheRate {
  private static final RequestRate TEN_A_SECOND = new RequestRate(600, Duration.ofSeconds(20));
  private static final RequestRate A_SHORT_PAUSE = new RequestRate(60_000, Duration.ofMillis(500));

  @AutoClose private final Hub hub = new Hub(TEN_A_SECOND);

  private static Reply[] times(int count, Reply reply) {
    return Collections.nCopies(count, reply).toArray(Reply[]::new);
  }

  @Test
  void more_than_a_seconds_share_waits_for_the_next_second_whatever_is_asked() {
    hub.platform
        .on(TEXT, times(11, SENT))
        .on(DETAIL, times(10, Platform.error(-213, "not a follower")));
    long start = System.nanoTime();

    List<ZaloResult> results = new ArrayList<>();
    try (ExecutorService many = Executors.newFixedThreadPool(11)) {
      for (int i = 0; i < 11; i++) {
        many.submit(() -> results.add(hub.send("nước mặn")));
      }
      for (int i = 0; i < 10; i++) {
        many.submit(() -> hub.ask("2512523625412515"));
      }
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    assertThat(hub.platform.requests()).hasSize(21);
  }

  @Test
  void a_token_counts_as_well() {
    hub.platform
        .on(TEXT, times(9, SENT))
        .on(TEXT, Platform.error(-216, "access token is invalid"))
        .on(Platform.TOKEN, Platform.tokens("access-2", "refresh-2"))
        .on(TEXT, SENT);
    long start = System.nanoTime();

    for (int i = 0; i < 10; i++) {
      assertThat(hub.send("nước mặn")).isInstanceOf(Sent.class);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(hub.platform.requests()).hasSize(12);
  }

  @Test
  void one_request_too_many_and_nothing_of_the_account_leaves_any_more() {
    hub.platform.on(TEXT, Platform.error(-32, "too many requests"), SENT).on(DETAIL, SENT);
    assertThat(hub.component.untilFree()).isZero();

    assertThat(hub.send("nước mặn"))
        .isEqualTo(new Refused(-32, "too many requests", ErrorClass.BACK_OFF));

    assertThat(hub.send("nước ngọt")).isEqualTo(keptBack());
    assertThat(hub.ask("2512523625412515")).isEqualTo(keptBack());
    assertThat(hub.platform.requests()).hasSize(1);
    assertThat(hub.component.untilFree()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
  }

  @Test
  void what_waited_for_its_turn_is_kept_back_too() throws Exception {
    hub.platform.on(TEXT, times(9, SENT)).on(TEXT, Platform.error(-32, "too many requests"));
    for (int i = 0; i < 9; i++) {
      hub.send("nước mặn");
    }

    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      two.submit(() -> hub.send("nước mặn")).get();
      assertThat(two.submit(() -> hub.send("nước mặn")).get()).isEqualTo(keptBack());
    }

    assertThat(hub.platform.requests()).hasSize(10);
  }

  @Test
  void how_long_the_next_one_waits_is_told_beforehand() {
    try (Hub slow = new Hub(new RequestRate(6, Duration.ofSeconds(30)))) {
      assertThat(slow.component.untilFree()).isZero();

      slow.platform.on(TEXT, SENT);
      slow.send("nước mặn");

      assertThat(slow.component.untilFree())
          .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
    }
  }

  @Test
  void after_the_pause_all_is_as_before() {
    try (Hub brief = new Hub(A_SHORT_PAUSE)) {
      brief.platform.on(TEXT, Platform.error(-32, "too many requests"), SENT);
      brief.send("nước mặn");

      await().until(() -> brief.component.untilFree().isZero());

      assertThat(brief.send("nước mặn")).isInstanceOf(Sent.class);
    }
  }

  @Test
  void a_queue_longer_than_the_patience_is_refused_at_once() {
    try (Hub slow = new Hub(new RequestRate(1, Duration.ofSeconds(30)))) {
      slow.platform.on(TEXT, SENT);
      assertThat(slow.send("nước mặn")).isInstanceOf(Sent.class);

      assertThat(slow.send("nước mặn")).isEqualTo(keptBack());
    }
  }

  @Test
  void a_rate_that_makes_no_sense_is_refused_with_its_bounds() {
    assertThatThrownBy(() -> new RequestRate(0, Duration.ofSeconds(30)))
        .hasMessage("perMinute must be from 1 to 100,000, was 0");
    assertThatThrownBy(() -> new RequestRate(4_000, Duration.ZERO))
        .hasMessage("pause must be positive, was PT0S");
  }

  private static NotSent keptBack() {
    return new NotSent("too many requests: kept back here");
  }
}
