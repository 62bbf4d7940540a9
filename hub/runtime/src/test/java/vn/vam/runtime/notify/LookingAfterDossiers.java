package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.dossier.FollowRules;
import vn.vam.core.dossier.Followed;
import vn.vam.core.dossier.FollowedDossiers;
import vn.vam.core.dossier.Proof;
import vn.vam.core.dossier.Standing;
import vn.vam.core.notify.Draft;

class LookingAfterDossiers {
  private static final Duration EVERY = Duration.ofMinutes(30);
  private static final Instant DUE = Instant.parse("2026-11-30T09:00:00Z");

  private Instant now = Instant.parse("2026-11-26T05:00:00Z");
  private Optional<DossierState> office = Optional.of(DossierState.IN_PROGRESS);
  private boolean isAway;
  private int asked;
  private int raised;
  private final Shelf shelf = new Shelf();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final InstantSource time = () -> now;
  private final DossierRound round =
      new DossierRound(
          new Office(),
          shelf,
          new FollowRules(EVERY, 5, 20_000, Duration.ofDays(180)),
          () -> raised++,
          metrics,
          time.withZone(ZoneOffset.UTC),
          new Random(7));

  @Test
  void each_dossier_is_asked_for_in_its_time_and_all_evenly_over_it() {
    follow(100);
    assertThat(round.turn()).isEqualTo(Duration.ofSeconds(6));
    assertThat(asked).isZero();

    now = now.plus(EVERY);
    Duration pause = round.turn();

    assertThat(pause).isEqualTo(EVERY.dividedBy(100));
    Instant end = now.plus(EVERY);
    while (now.isBefore(end)) {
      now = now.plus(pause);
      pause = round.turn();
    }
    assertThat(asked).isBetween(100, 102);
  }

  @Test
  void what_waited_while_the_hub_stood_still_is_no_burst() {
    follow(20_000);
    now = now.plus(Duration.ofDays(3));

    assertThat(round.turn()).isEqualTo(Duration.ofMillis(90));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void an_office_that_is_away_is_asked_ever_less_often_and_nobody_is_told() {
    follow(1_000);
    now = now.plus(EVERY);
    isAway = true;

    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pauses.add(round.turn());
    }

    assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(5));
    assertThat(pauses.getLast()).isBetween(Duration.ofMillis(150_000), Duration.ofMinutes(5));
    assertThat(shelf.sent).isEmpty();
    isAway = false;
    assertThat(round.turn()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void a_change_is_told_once_and_the_outbox_knows() {
    follow(1);
    now = now.plus(EVERY);
    office = Optional.of(DossierState.FINISHED);
    round.turn();
    now = now.plus(EVERY);
    round.turn();

    assertThat(shelf.sent).hasSize(1);
    assertThat(shelf.sent.getFirst().text()).contains("có thay đổi", "đã xử lý xong");
    assertThat(shelf.sent.getFirst().buttons()).hasSize(1);
    assertThat(raised).isEqualTo(1);
  }

  @Test
  void a_promised_time_that_passes_is_told_when_it_has() {
    follow(1);
    now = DUE.plusSeconds(60);

    round.turn();

    assertThat(shelf.sent.getFirst().text()).contains("đã qua ngày hẹn trả", "quá giờ hẹn");
  }

  @Test
  void the_end_is_told_and_nothing_is_followed_any_more() {
    follow(1);
    now = now.plus(EVERY);
    office = Optional.of(DossierState.RETURNED);

    round.turn();

    assertThat(shelf.sent.getFirst().text()).contains("từ nay không theo dõi nữa");
    assertThat(shelf.count()).isZero();
  }

  @Test
  void when_the_time_is_over_a_last_message_says_so_and_nobody_asks() {
    follow(1);
    now = now.plus(Duration.ofDays(180));

    round.turn();

    assertThat(shelf.sent.getFirst().text()).contains("Đã hết thời gian theo dõi");
    assertThat(shelf.count()).isZero();
    assertThat(asked).isZero();
  }

  @Test
  void a_dossier_the_office_does_not_know_for_a_while_stays_followed() {
    follow(1);
    now = now.plus(EVERY);
    office = Optional.empty();
    round.turn();

    assertThat(shelf.sent).isEmpty();
    assertThat(shelf.count()).isEqualTo(1);
  }

  @Test
  void metrics_count_and_name_nobody() {
    follow(3);
    now = now.plus(EVERY);
    round.turn();

    assertThat(metrics.get("vam.dossier.followed").gauge().value()).isEqualTo(3);
    assertThat(
            metrics.get("vam.dossier.follow.looks").tag("outcome", "unchanged").counter().count())
        .isEqualTo(1);
  }

  private void follow(int count) {
    for (int number = 1; number <= count; number++) {
      shelf.kept.put((long) number, followed(number));
      shelf.askedAt.put((long) number, now);
    }
  }

  private Followed followed(long number) {
    DossierCode code = new DossierCode("H58.20-260312-%05d".formatted(number));
    return new Followed(
        number,
        "u" + number,
        code,
        dossier(code, DossierState.IN_PROGRESS).standing(now),
        0,
        now.plus(Duration.ofDays(180)));
  }

  private static Dossier dossier(DossierCode code, DossierState state) {
    return new Dossier(
        code,
        "",
        "Đăng ký khai sinh",
        "UBND phường Mỹ Tho",
        "",
        Optional.of(state),
        "",
        Optional.empty(),
        Optional.of(DUE),
        Optional.empty());
  }

  private final class Office implements Dossiers {
    @Override
    public LookUp find(DossierCode code, Optional<Proof> proof) {
      throw new AssertionError("the receipt was proven before");
    }

    @Override
    public LookUp again(DossierCode code) {
      asked++;
      if (isAway) {
        return new LookUp.Unavailable("no connection");
      }
      return office
          .<LookUp>map(state -> new LookUp.Found(dossier(code, state)))
          .orElseGet(LookUp.NotFound::new);
    }
  }

  /** In memory, in the order in which they were asked for. */
  private static final class Shelf implements FollowedDossiers {
    private final SequencedMap<Long, Followed> kept = new LinkedHashMap<>();
    private final SequencedMap<Long, Instant> askedAt = new LinkedHashMap<>();
    private final List<Draft> sent = new ArrayList<>();

    @Override
    public int count() {
      return kept.size();
    }

    @Override
    public Optional<Followed> next(Duration every, Instant now) {
      return Optional.ofNullable(askedAt.firstEntry())
          .filter(first -> !first.getValue().plus(every).isAfter(now))
          .map(first -> kept.get(first.getKey()));
    }

    @Override
    public void asked(Followed followed, Instant now) {
      askedAt.remove(followed.number());
      askedAt.put(followed.number(), now);
    }

    @Override
    public void tell(Followed followed, Standing standing, Draft draft, Instant now) {
      asked(followed, now);
      sent.add(draft);
      kept.put(
          followed.number(),
          new Followed(
              followed.number(),
              followed.citizen(),
              followed.code(),
              standing,
              followed.changes() + 1,
              followed.until()));
    }

    @Override
    public void end(Followed followed, Draft draft, Instant now) {
      kept.remove(followed.number());
      askedAt.remove(followed.number());
      sent.add(draft);
    }
  }
}
