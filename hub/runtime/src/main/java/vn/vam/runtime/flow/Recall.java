package vn.vam.runtime.flow;

import java.util.List;
import vn.vam.core.books.Books;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.message.Outcome;
import vn.vam.core.rule.RuleEngine;

/** At start, brings what lives in memory to where the log ends. */
public final class Recall {
  private static final int FEWEST_BATCHES_BACK = 5_000;

  /** Where they are so small that they hold too few messages. */
  private static final int MOST_BATCHES_BACK = 20_000;

  /** More than brokers can have unacknowledged, and deliver again. */
  private static final int ENOUGH_MESSAGES = 50_000;

  private static final int AT_ONCE = 64;

  private final Books books;
  private final Ingest ingest;
  private final LatestReadings latest;
  private final RejectedShelf rejected;
  private final RuleEngine rules;

  public Recall(
      Books books, Ingest ingest, LatestReadings latest, RejectedShelf rejected, RuleEngine rules) {
    this.books = books;
    this.ingest = ingest;
    this.latest = latest;
    this.rejected = rejected;
    this.rules = rules;
  }

  /**
   * Blocks. Returns the place it has read up to: the end of the log.
   *
   * @param judged how far the rules have read
   */
  public Place from(ReadingLog log, StoreProgress progress, Place judged) {
    long counted = log.resume(progress.page().logged()).batch();
    long seen = log.resume(judged).batch();
    Place place = Place.of(start(log, counted));
    progress.refused().forEach(rejected::put);
    recallSetAside(log, place);
    RuleRecall forRules = new RuleRecall(log, rules, seen);
    forRules.upTo(place.batch());
    List<LogBatch> batches = log.read(place, AT_ONCE);
    while (!batches.isEmpty()) {
      for (LogBatch batch : batches) {
        recall(batch, batch.number() > counted);
        forRules.recall(batch);
      }
      place = Place.of(batches.getLast().number());
      batches = log.read(place, AT_ONCE);
    }
    return place;
  }

  /** Rejected messages older than what is read as a whole. */
  private void recallSetAside(ReadingLog log, Place before) {
    log.setAside(RejectedShelf.KEPT).stream()
        .filter(number -> number <= before.batch())
        .flatMap(number -> log.read(Place.of(number - 1), 1).stream())
        .forEach(rejected::take);
  }

  private static long start(ReadingLog log, long counted) {
    long beginning = log.beginning().batch();
    long end = log.end().batch();
    long back = FEWEST_BATCHES_BACK;
    while (back < MOST_BATCHES_BACK && end - back > beginning && !isEnough(log, end - back)) {
      back *= 2;
    }
    return Math.max(beginning, Math.min(counted, end - back));
  }

  /** Stops at what is enough: where batches are large it reads few of them. */
  private static boolean isEnough(ReadingLog log, long from) {
    int messages = 0;
    Place place = Place.of(from);
    for (List<LogBatch> batches = log.read(place, AT_ONCE);
        !batches.isEmpty() && messages < ENOUGH_MESSAGES;
        batches = log.read(place, AT_ONCE)) {
      messages += batches.stream().mapToInt(batch -> batch.entries().size()).sum();
      place = Place.of(batches.getLast().number());
    }
    return messages >= ENOUGH_MESSAGES;
  }

  private void recall(LogBatch batch, boolean uncounted) {
    if (uncounted) {
      books.recall(batch);
    }
    rejected.take(batch);
    batch.entries().forEach(this::recall);
  }

  private void recall(LogEntry entry) {
    ingest.recall(entry);
    switch (entry.outcome()) {
      case Outcome.Accepted accepted -> accepted.readings().forEach(latest::take);
      case Outcome.Ignored ignored -> ignored.hints().forEach(latest::take);
      case Outcome.Rejected rejected -> {}
      case Outcome.Duplicate copy -> {}
    }
  }
}
