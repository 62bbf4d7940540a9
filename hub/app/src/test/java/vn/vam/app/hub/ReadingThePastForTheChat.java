package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.vam.core.citizen.History.Past;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

@Timeout(60)
class ReadingThePastForTheChat {
  private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final List<Sample> SAMPLES =
      List.of(new Sample(NOW.minusSeconds(60), 1.2, Optional.empty(), Optional.empty()));

  private final CountDownLatch thawed = new CountDownLatch(1);
  private final AskedStore store = new AskedStore();
  @AutoClose private final StoredHistory patient = new StoredHistory(store, LONG);
  @AutoClose private final StoredHistory hasty = new StoredHistory(store, SHORT);

  @AfterEach
  void the_store_thaws() {
    thawed.countDown();
  }

  @Test
  void tells_what_the_store_has() {
    assertThat(asked(patient)).isEqualTo(new Past.Kept(SAMPLES));
  }

  @Test
  void tells_a_store_that_has_nothing_from_one_that_is_away() {
    store.answer = List::of;
    assertThat(asked(patient)).isEqualTo(new Past.Kept(List.of()));

    store.answer =
        () -> {
          throw new PointStore.StoreUnavailable("connection refused", new RuntimeException());
        };
    assertThat(asked(patient)).isEqualTo(new Past.Unavailable());
  }

  @Test
  void waits_until_the_deadline_for_a_store_that_hangs() {
    store.answer = this::hanging;

    assertThat(asked(hasty)).isEqualTo(new Past.Unavailable());
  }

  @Test
  void waits_for_nothing_while_others_wait_for_a_store_that_hangs_and_reads_when_it_is_back() {
    store.answer = this::hanging;
    for (int reader = 0; reader < StoredHistory.AT_ONCE; reader++) {
      Thread.ofVirtual().start(() -> asked(patient));
    }
    Awaitility.await().until(() -> store.asked.get() == StoredHistory.AT_ONCE);

    assertThat(asked(patient)).isEqualTo(new Past.Unavailable());

    thawed.countDown();
    Awaitility.await()
        .untilAsserted(() -> assertThat(asked(patient)).isInstanceOf(Past.Kept.class));
  }

  private static Past asked(StoredHistory history) {
    Station station =
        new Station(
            new StationId("xuan-hoa"),
            "Xuân Hòa",
            Kind.SALINITY,
            List.of(),
            Optional.empty(),
            Optional.empty());
    return history.salinity(station, NOW.minus(Duration.ofDays(1)), NOW, Duration.ofMinutes(30));
  }

  private List<Sample> hanging() {
    try {
      thawed.await();
      return SAMPLES;
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static final class AskedStore implements PointStore {
    private volatile Supplier<List<Sample>> answer = () -> SAMPLES;
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public List<Sample> read(SeriesQuery query) {
      asked.incrementAndGet();
      return answer.get();
    }

    @Override
    public Stored write(List<Point> points) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Point> points(PointQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Summary> summaries(SummaryQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
