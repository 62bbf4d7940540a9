package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import vn.vam.core.alert.AlertDesk.AlertCounts;
import vn.vam.core.books.Account;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.BooksPage;
import vn.vam.core.notify.Outbox.OutboxCounts;

/** The books as JSON: totals, then a line per source, then a line per source and device. */
final class BooksJson {
  private record Line(String source, String device) {}

  private record Why(Heading heading, String reason) {}

  private BooksJson() {}

  static JsonObject of(BooksPage page, AlertCounts alerts, OutboxCounts deliveries) {
    return new JsonObject()
        .put("balanced", page.balances())
        .put("messages", totals(page))
        .put("points", points(page))
        .put("alerts", JsonObject.of("raised", alerts.raised(), "cleared", alerts.cleared()))
        .put("deliveries", deliveries(deliveries))
        .put("reasons", reasons(page.accounts()))
        .put("sources", sources(page))
        .put("devices", devices(page))
        .put("summary", ApiJson.summary(page, alerts, deliveries));
  }

  private static JsonObject totals(BooksPage page) {
    return JsonObject.of("received", page.totalReceived(), "in_hand", page.totalInHand())
        .mergeIn(headings(page.accounts()));
  }

  private static JsonObject points(BooksPage page) {
    long total = page.written() + page.merged();
    return JsonObject.of("total", total, "written", page.written(), "merged", page.merged());
  }

  private static JsonObject deliveries(OutboxCounts counts) {
    return new JsonObject()
        .put("waiting", counts.waiting())
        .put("delivered", counts.delivered())
        .put("received", counts.received())
        .put("unclear", counts.unclear())
        .put("undeliverable", counts.undeliverable());
  }

  private static JsonArray sources(BooksPage page) {
    Map<String, Map<Account, Long>> bySource = grouped(page.accounts(), Account::source);
    SortedSet<String> names = new TreeSet<>(page.received().keySet());
    names.addAll(bySource.keySet());
    return names.stream()
        .map(name -> source(page, name, bySource.getOrDefault(name, Map.of())))
        .collect(asArray());
  }

  private static JsonObject source(BooksPage page, String name, Map<Account, Long> accounts) {
    long received = page.received().getOrDefault(name, 0L);
    long inHand = page.inHand().getOrDefault(name, 0L);
    return JsonObject.of("source", name, "received", received, "in_hand", inHand)
        .mergeIn(headings(accounts))
        .put("balanced", received == inHand + sum(accounts));
  }

  private static JsonArray devices(BooksPage page) {
    Map<Line, Map<Account, Long>> byLine =
        new TreeMap<>(Comparator.comparing(Line::source).thenComparing(Line::device));
    byLine.putAll(
        grouped(page.accounts(), account -> new Line(account.source(), account.device())));
    return byLine.entrySet().stream()
        .map(line -> device(line.getKey(), line.getValue()))
        .collect(asArray());
  }

  private static JsonObject device(Line line, Map<Account, Long> accounts) {
    return JsonObject.of(
            "source", line.source(), "device", line.device(), "received", sum(accounts))
        .mergeIn(headings(accounts))
        .put("reasons", reasons(accounts));
  }

  private static JsonObject headings(Map<Account, Long> accounts) {
    JsonObject headings = new JsonObject();
    for (Heading heading : Heading.values()) {
      headings.put(word(heading), 0L);
    }
    accounts.forEach((account, count) -> add(headings, word(account.heading()), count));
    return headings;
  }

  private static void add(JsonObject counts, String name, long count) {
    counts.put(name, counts.getLong(name) + count);
  }

  private static JsonArray reasons(Map<Account, Long> accounts) {
    Map<Why, Long> counts =
        new TreeMap<>(Comparator.comparing(Why::heading).thenComparing(Why::reason));
    accounts.forEach(
        (account, count) ->
            counts.merge(new Why(account.heading(), account.reason()), count, Long::sum));
    return counts.entrySet().stream()
        .filter(count -> !count.getKey().reason().isEmpty())
        .map(count -> reason(count.getKey(), count.getValue()))
        .collect(asArray());
  }

  private static JsonObject reason(Why why, long count) {
    return JsonObject.of("heading", word(why.heading()), "reason", why.reason(), "count", count);
  }

  private static <K> Map<K, Map<Account, Long>> grouped(
      Map<Account, Long> accounts, Function<Account, K> by) {
    Map<K, Map<Account, Long>> groups = new HashMap<>();
    accounts.forEach(
        (account, count) ->
            groups.computeIfAbsent(by.apply(account), key -> new HashMap<>()).put(account, count));
    return groups;
  }

  private static long sum(Map<Account, Long> accounts) {
    return accounts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String word(Heading heading) {
    return heading.name().toLowerCase(Locale.ROOT);
  }

  private static Collector<JsonObject, ?, JsonArray> asArray() {
    return Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll);
  }
}
