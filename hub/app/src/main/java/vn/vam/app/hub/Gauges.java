package vn.vam.app.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import vn.vam.core.books.Account;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogFigures;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.message.Sender;
import vn.vam.core.station.DeviceId;

/** Books and log as metrics, measured when someone looks. */
final class Gauges {
  private final Books books;
  private final ReadingLog readingLog;
  private final RejectedShelf rejected;
  private final Clock clock;
  private final MultiGauge accounts;
  private final MultiGauge inHand;
  private final MultiGauge forgotten;
  private volatile LogFigures figures;

  /**
   * @param takesBatches whether the log does
   */
  Gauges(
      Books books,
      ReadingLog readingLog,
      RejectedShelf rejected,
      BooleanSupplier takesBatches,
      Clock clock,
      MeterRegistry metrics) {
    this.books = books;
    this.readingLog = readingLog;
    this.rejected = rejected;
    this.clock = clock;
    figures = readingLog.figures();
    accounts = MultiGauge.builder("vam.books").register(metrics);
    inHand = MultiGauge.builder("vam.books.in.hand").register(metrics);
    forgotten = MultiGauge.builder("vam.rejected.forgotten").register(metrics);
    gauge("vam.log.bytes", LogFigures::bytes, metrics);
    gauge("vam.log.oldest.seconds", this::age, metrics);
    gauge("vam.log.damaged", LogFigures::damaged, metrics);
    gauge("vam.log.reserve", now -> now.hasReserve() ? 1 : 0, metrics);
    gauge("vam.log.writing", now -> takesBatches.getAsBoolean() ? 1 : 0, metrics);
  }

  private void gauge(String name, ToDoubleFunction<LogFigures> figure, MeterRegistry metrics) {
    Gauge.builder(name, this, gauges -> figure.applyAsDouble(gauges.figures)).register(metrics);
  }

  private double age(LogFigures now) {
    return now.oldest()
        .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  /** Before every scrape; may block. */
  void measure() {
    figures = readingLog.figures();
    BooksPage page = books.page();
    accounts.register(page.accounts().entrySet().stream().map(Gauges::row).toList(), true);
    inHand.register(page.inHand().entrySet().stream().map(Gauges::rowInHand).toList(), true);
    forgotten.register(
        rejected.forgotten().entrySet().stream().map(Gauges::rowForgotten).toList(), true);
  }

  private static MultiGauge.Row<?> row(Map.Entry<Account, Long> entry) {
    Account account = entry.getKey();
    return MultiGauge.Row.of(
        Tags.of(
            "source",
            account.source(),
            "device",
            account.device(),
            "heading",
            account.heading().name().toLowerCase(Locale.ROOT),
            "reason",
            account.reason()),
        entry.getValue());
  }

  private static MultiGauge.Row<?> rowForgotten(Map.Entry<Sender, Long> sender) {
    return MultiGauge.Row.of(
        Tags.of(
            "source",
            sender.getKey().source(),
            "device",
            sender.getKey().device().map(DeviceId::value).orElse(Account.NO_DEVICE)),
        sender.getValue());
  }

  private static MultiGauge.Row<?> rowInHand(Map.Entry<String, Long> source) {
    return MultiGauge.Row.of(Tags.of("source", source.getKey()), source.getValue());
  }
}
