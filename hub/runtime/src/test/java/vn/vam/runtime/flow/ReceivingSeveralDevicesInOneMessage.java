package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.books.Account;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Identity;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Unsealer;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.DeviceId;

/** Messages such as {@code a=1 b=2}: a device and its salinity, several times. */
class ReceivingSeveralDevicesInOneMessage {
  private final MemoryLog log = new MemoryLog();
  private final Books books = new Books(BooksPage.empty());
  private final RejectedShelf shelf = new RejectedShelf();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private volatile boolean isTimed = true;
  private final Gateway gateway = new Gateway();
  private final Intake intake =
      new Intake(ingest(), log, books, new SimpleMeterRegistry(), () -> {});

  /** Devices nobody knows stay together, as where one name stands for all of them. */
  private final class Gateway implements Decoder {
    @Override
    public List<RawMessage> apart(RawMessage message) {
      String strangers = String.join(" ", words(message).filter(word -> !isKnown(word)).toList());
      return Stream.concat(words(message).filter(this::isKnown), Stream.of(strangers))
          .filter(part -> !part.isEmpty())
          .map(part -> message.withPayload(Payload.ofText(part)))
          .toList();
    }

    private Stream<String> words(RawMessage message) {
      return Stream.of(message.payload().text().orElseThrow().split(" "));
    }

    private boolean isKnown(String word) {
      return known.contains(word.substring(0, 1));
    }

    @Override
    public Outcome.Decoded decode(RawMessage message) {
      String word = message.payload().text().orElseThrow();
      return isKnown(word)
          ? accepted(new DeviceId(word.substring(0, 1)), Double.parseDouble(word.substring(2)))
          : new Outcome.Rejected(
              Optional.empty(), RejectReason.UNKNOWN_DEVICE, Optional.of("device"), "not known");
    }

    private Outcome.Accepted accepted(DeviceId device, double value) {
      Reading salt =
          new Reading.Measured(
              device, Water.XUAN_HOA, Quantity.SALINITY, value, Quality.PASS, Water.minute(0));
      return new Outcome.Accepted(
          device, List.of(salt), isTimed ? new Identity.DeviceTime() : new Identity.None(), 0);
    }
  }

  private Ingest ingest() {
    return new Ingest(
        Map.of(Water.SOURCE, new Ingest.Source(gateway, Redactor.NOTHING)),
        new DuplicateFilter(1_000, 2),
        List.of());
  }

  @BeforeEach
  void start() {
    known.addAll(List.of("a", "b"));
    intake.start();
  }

  @AfterEach
  void stop() {
    intake.stop();
  }

  @Test
  void is_acknowledged_once_when_all_of_it_is_on_disk() {
    arrives("a=1 b=2 c=3");

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly("a=1 b=2 c=3"));
    assertThat(log.read(Place.START, 10)).singleElement().satisfies(this::holdsThree);
  }

  private void holdsThree(LogBatch batch) {
    assertThat(batch.entries())
        .extracting(entry -> entry.message().payload().text().orElseThrow(), LogEntry::continues)
        .containsExactly(tuple("a=1", false), tuple("b=2", true), tuple("c=3", true));
  }

  @Test
  void counts_for_each_device_and_sets_what_nobody_knows_aside_alone() {
    arrives("a=1 b=2 c=3");

    await().until(() -> books.page().total(Heading.REJECTED) == 1);
    assertThat(books.page().accounts())
        .containsOnly(
            Map.entry(account("a", Heading.QUEUED, ""), 1L),
            Map.entry(account("b", Heading.QUEUED, ""), 1L),
            Map.entry(account("-", Heading.REJECTED, "unknown-device"), 1L));
    assertThat(books.page().totalReceived()).isEqualTo(3);
    assertThat(books.page().balances()).isTrue();
  }

  @Nested
  class DeliveredAgain {
    @Test
    void is_a_duplicate_in_each_part() {
      arrives("a=1 b=2");
      arrives("a=1 b=2");

      await().until(() -> books.page().total(Heading.DUPLICATE) == 2);
      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(2);
    }

    @Test
    void is_one_too_where_nothing_tells_the_time_and_as_many_as_may_come_again_do() {
      isTimed = false;
      arrives("a=1 b=1");
      arrives("a=2 b=2");
      intake.connecting("c-1");
      arrives("a=1 b=1");
      arrives("a=2 b=2");

      await().until(() -> books.page().total(Heading.DUPLICATE) == 4);
      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(4);
    }

    @Test
    void is_one_too_after_a_restart() {
      isTimed = false;
      arrives("a=1 b=1");
      arrives("a=2 b=2");
      await().until(() -> books.page().total(Heading.QUEUED) == 4);
      Ingest restarted = ingest();
      log.entries().forEach(restarted::recall);
      restarted.connecting("c-1");

      assertThat(restarted.entries(Water.message("a=1 b=1")))
          .extracting(entry -> entry.outcome().word())
          .containsExactly("duplicate", "duplicate");
      assertThat(restarted.entries(Water.message("a=2 b=2")))
          .extracting(entry -> entry.outcome().word())
          .containsExactly("duplicate", "duplicate");
    }
  }

  @Nested
  class AfterTheDeviceIsAdopted {
    @Test
    void the_part_set_aside_is_replayed_and_the_others_are_not_doubled() {
      arrives("a=1 b=2 c=3");
      setAside(new MessageId(1, 2));
      known.add("c");

      replay(new MessageId(1, 2));

      assertThat(books.page().total(Heading.QUEUED)).isEqualTo(3);
      assertThat(books.page().total(Heading.REJECTED)).isZero();
      assertThat(books.page().totalReceived()).isEqualTo(3);
      assertThat(books.page().balances()).isTrue();
    }

    @Test
    void a_copy_of_the_whole_that_comes_later_is_a_duplicate() {
      arrives("a=1 c=3");
      setAside(new MessageId(1, 1));
      known.add("c");
      replay(new MessageId(1, 1));

      arrives("a=1 c=3");

      await().until(() -> books.page().total(Heading.DUPLICATE) == 2);
    }

    @Test
    void what_was_set_aside_together_comes_apart() {
      arrives("a=1 c=3 d=4 e=5");
      setAside(new MessageId(1, 1));
      known.addAll(List.of("c", "d"));

      replay(new MessageId(1, 1));

      assertThat(books.page().accounts())
          .containsOnly(
              Map.entry(account("a", Heading.QUEUED, ""), 1L),
              Map.entry(account("c", Heading.QUEUED, ""), 1L),
              Map.entry(account("d", Heading.QUEUED, ""), 1L),
              Map.entry(account("-", Heading.REJECTED, "unknown-device"), 1L));
      assertThat(books.page().balances()).isTrue();
      assertThat(recalled().page()).isEqualTo(books.page());
    }

    @Test
    void a_part_is_found_by_each_device_it_tells_of_once_that_is_known() {
      arrives("c=3 d=4");
      setAside(new MessageId(1, 0));
      RejectedMessage part = shelf.list(Optional.empty(), Optional.empty()).getFirst();

      known.add("d");

      assertThat(replays().isOf(part, "d")).isTrue();
      assertThat(replays().isOf(part, "c")).isFalse();
    }

    @Test
    void a_replayed_part_without_a_time_is_none_of_the_last_of_its_connection() {
      isTimed = false;
      arrives("c=3 d=4");
      setAside(new MessageId(1, 0));
      known.addAll(List.of("c", "d"));
      replay(new MessageId(1, 0));
      intake.connecting("c-1");

      arrives("d=4");

      await().until(() -> books.page().total(Heading.QUEUED) == 3);
    }
  }

  private Books recalled() {
    Books after = new Books(BooksPage.empty());
    new Recall(
            after,
            ingest(),
            new LatestReadings(Duration.ofHours(1)),
            new RejectedShelf(),
            new RuleEngine(List.of(), List.of()))
        .from(log, StoreProgress.atTheStart(), Place.START);
    return after;
  }

  private void setAside(MessageId expected) {
    await().until(() -> !log.entries().isEmpty() && books.page().totalInHand() == 0);
    log.read(Place.START, 10).forEach(shelf::take);
    assertThat(shelf.list(Optional.empty(), Optional.empty()))
        .extracting(RejectedMessage::id)
        .containsExactly(expected);
  }

  private void replay(MessageId id) {
    assertThat(replays().replay(List.of(id))).singleElement().isInstanceOf(Replays.Logged.class);
  }

  private Replays replays() {
    return new ShelfReplays(shelf, log, Unsealer.NONE, intake, ingest()::devices);
  }

  private void arrives(String text) {
    intake.arrived(new Arrival(Water.message(text), () -> acknowledged.add(text)));
  }

  private static Account account(String device, Heading heading, String reason) {
    return new Account(Water.SOURCE, device, heading, reason);
  }
}
