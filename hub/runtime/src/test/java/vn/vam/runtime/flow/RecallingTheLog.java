package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.rule.Observation;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Schedule;
import vn.vam.core.rule.Severity;

class RecallingTheLog {
  private final MemoryLog log = new MemoryLog();
  private final Books books = new Books(BooksPage.empty());
  private final DuplicateFilter duplicates = new DuplicateFilter(1_000, 100);
  private final LatestReadings latest = new LatestReadings(Duration.ofHours(1));
  private final RejectedShelf rejected = new RejectedShelf();
  private final RuleEngine rules = new RuleEngine(List.of(atOnce()), List.of());

  @Test
  void an_empty_log_ends_where_it_begins() {
    assertThat(recall(StoreProgress.atTheStart())).isEqualTo(Place.START);
  }

  @Test
  void the_books_are_the_same_as_before_the_restart() {
    Books before = new Books(BooksPage.empty());
    before.log(log.append("0 1", "broken"));
    BooksPage early = before.page();
    before.log(log.append("1 2", "kept"));

    Books after = new Books(early);
    new Recall(after, Water.ingest(duplicates), latest, rejected, rules)
        .from(log, new StoreProgress(Place.START, early), Place.START);

    assertThat(after.page().accounts()).isEqualTo(before.page().accounts());
    assertThat(after.page().logged()).isEqualTo(Place.of(2));
    assertThat(after.page().balances()).isTrue();
  }

  @Test
  void what_was_stored_before_stays_stored() {
    books.log(log.append("0 1"));
    books.store(log.entries(), 1, 0);
    BooksPage page = books.page();
    log.append("1 2");

    Books after = new Books(page);
    new Recall(after, Water.ingest(duplicates), latest, rejected, rules)
        .from(log, new StoreProgress(Place.of(1), page), Place.START);

    assertThat(after.page().total(Heading.STORED)).isEqualTo(1);
    assertThat(after.page().total(Heading.QUEUED)).isEqualTo(1);
  }

  @Test
  void it_ends_where_the_log_ends() {
    log.append("0 1");
    log.append("1 2");

    assertThat(recall(StoreProgress.atTheStart())).isEqualTo(Place.of(2));
  }

  @Test
  void copies_of_what_was_logged_are_recognised_even_when_it_was_counted_long_ago() {
    log.append("0 1");
    recall(counted(1));
    LogEntry again = Water.entry("0 1");

    assertThat(isCopy(again)).isTrue();
  }

  @Test
  void it_goes_back_farther_where_batches_are_of_one_message_each() {
    log.append("0 1");
    for (int batch = 0; batch < 15_000; batch++) {
      log.append("kept");
    }
    recall(counted(15_001));

    assertThat(isCopy(Water.entry("0 1"))).isTrue();
  }

  @Test
  void copies_of_messages_without_a_time_are_recognised_after_the_reconnect() {
    log.append("timeless", "broken");
    recall(counted(1));
    duplicates.connecting("c-1");

    assertThat(isCopy(Water.entry("timeless"))).isTrue();
    assertThat(isCopy(Water.entry("broken"))).isTrue();
  }

  @Test
  void the_newest_values_and_the_rejected_messages_are_known_again() {
    log.append("0 1", "1 2", "broken");
    recall(counted(1));

    assertThat(latest.of(Water.XUAN_HOA, Quantity.SALINITY).orElseThrow().value()).isEqualTo(2);
    assertThat(rejected.list(Optional.empty(), Optional.empty()))
        .extracting(RejectedMessage::id)
        .containsExactly(new MessageId(1, 2));
  }

  @Test
  void what_the_rules_have_judged_makes_earlier_values_late() {
    log.append("10 0.1");
    recall(counted(1), Place.of(1));

    assertThat(rules.accept(salt(9, 0.9), Water.minute(11))).isEmpty();
  }

  @Test
  void what_the_rules_have_not_judged_yet_is_left_to_them() {
    log.append("10 0.9");
    recall(counted(1), Place.START);

    assertThat(rules.accept(salt(10, 0.9), Water.minute(11))).hasSize(1);
  }

  @Test
  void the_windows_of_rules_are_filled_from_however_far_back_they_reach() {
    RuleEngine means = new RuleEngine(List.of(meanOfAnHour()), List.of());
    log.append("0 0.9");
    for (int batch = 0; batch < 20_010; batch++) {
      log.append("kept");
    }
    log.append("1 0.1");
    new Recall(books, Water.ingest(duplicates), latest, rejected, means)
        .from(log, counted(20_012), Place.of(20_012));

    assertThat(means.accept(salt(2, 0.9), Water.minute(2))).hasSize(1);
  }

  private static Rule meanOfAnHour() {
    Measure mean = new Measure.Mean(Duration.ofHours(1));
    return new Rule(
        new RuleId("mean"),
        Optional.of(Quantity.SALINITY),
        Set.of(Water.XUAN_HOA),
        Optional.empty(),
        new Condition.Beyond(Quantity.SALINITY, mean, new Level.Above(0.6)),
        Duration.ZERO,
        new Condition.Beyond(Quantity.SALINITY, mean, new Level.Below(0.4)),
        Duration.ZERO,
        Severity.WATCH,
        List.of(),
        Schedule.ALWAYS,
        Optional.empty(),
        "vi/measured",
        Duration.ofHours(1));
  }

  @Test
  void a_log_that_is_another_one_is_counted_from_its_beginning() {
    log.append("0 1");
    recall(counted(99));

    assertThat(books.page().total(Heading.QUEUED)).isEqualTo(1);
  }

  private Place recall(StoreProgress progress) {
    return recall(progress, Place.START);
  }

  private Place recall(StoreProgress progress, Place judged) {
    return new Recall(books, Water.ingest(duplicates), latest, rejected, rules)
        .from(log, progress, judged);
  }

  private boolean isCopy(LogEntry entry) {
    return switch (entry.outcome()) {
      case Outcome.Accepted accepted ->
          duplicates.isCopy(entry.message(), entry.key(), accepted.identity());
      default -> duplicates.isCopy(entry.message(), entry.key(), new Identity.None());
    };
  }

  private static Observation salt(int minute, double value) {
    return Observation.of(Water.salt(minute, value)).getFirst();
  }

  private static StoreProgress counted(long batch) {
    BooksPage page = new BooksPage(Place.of(batch), Map.of(), Map.of(), Map.of(), 0, 0);
    return new StoreProgress(Place.of(batch), page);
  }

  static Rule atOnce() {
    return rule(Duration.ZERO);
  }

  static Rule rule(Duration raiseFor) {
    return new Rule(
        new RuleId("salt"),
        Quantity.SALINITY,
        Set.of(Water.XUAN_HOA),
        new Level.Above(0.5),
        raiseFor,
        new Level.Below(0.4),
        Duration.ZERO,
        Severity.WARNING,
        "vi/salt",
        Duration.ofMinutes(30));
  }
}
