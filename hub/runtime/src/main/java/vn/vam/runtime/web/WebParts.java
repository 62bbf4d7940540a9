package vn.vam.runtime.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.OperatorDesk;
import vn.vam.core.alert.PublicTrail;
import vn.vam.core.books.BooksPage;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.ParkedMessage;
import vn.vam.core.operator.Operators;
import vn.vam.core.point.PointStore;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Registry;
import vn.vam.runtime.flow.Replays;

/**
 * Everything the web shows and asks.
 *
 * @param host to listen on, such as {@code 127.0.0.1}
 * @param port to listen on; 0 for any free one
 * @param zone in which answers tell the time
 * @param sender who warns, in what leaves for other systems
 * @param rules in force, shown beside the alerts they raise
 * @param replays of what is on the shelf; may block
 * @param desk where operators look after the alerts
 * @param told what other warning systems were
 * @param books never blocks
 * @param deliveries may block
 * @param parked messages nobody got for certain; may block
 * @param metrics one scrape in Prometheus' text format; may block
 */
public record WebParts(
    String host,
    int port,
    ZoneId zone,
    String sender,
    Clock clock,
    Supplier<Registry> registry,
    LatestReadings latest,
    RejectedShelf rejected,
    Replays replays,
    List<Rule> rules,
    PointStore store,
    AlertDesk alerts,
    OperatorDesk desk,
    PublicTrail told,
    Operators operators,
    Supplier<BooksPage> books,
    Supplier<OutboxCounts> deliveries,
    Supplier<List<ParkedMessage>> parked,
    Supplier<Optional<ConfigChange>> configChange,
    Readiness readiness,
    Supplier<String> metrics,
    Webhook webhook) {
  public WebParts {
    rules = List.copyOf(rules);
  }
}
