package vn.vam.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.app.config.WatchReader.Watch;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.LevelOfService;
import vn.vam.core.rule.Measure;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Reads what must be so for an alert: one kind of condition and what belongs to it. */
final class ConditionReader {

  /** Exactly one of these makes a condition. */
  private static final List<String> KINDS =
      List.of(
          "above", "below", "outside", "inside", "service", "rises", "falls", "count", "silent",
          "all", "any");

  private static final Duration LONGEST_WINDOW = Duration.ofDays(31);
  private static final int MOST_PARTS = 32;
  private static final int DEEPEST = 3;
  private static final Map<String, LevelOfService> SERVICES =
      Stream.of(LevelOfService.values()).collect(Collectors.toMap(Enum::name, Function.identity()));

  /** Never holds: stands in for what was complained of. */
  static final Level NEVER = new Level.Above(Double.POSITIVE_INFINITY);

  private final WatchReader watches;
  private final SilenceReader silences;
  private final Watch watch;
  private final Duration idle;
  private final boolean raises;

  /**
   * @param idle an event of a camera of which nothing is heard for so long has ended
   * @param raises whether it raises, or clears: then counts and changes mean fewer and less
   */
  ConditionReader(Registry registry, Watch watch, Duration idle, boolean raises) {
    this.watches = new WatchReader(registry);
    this.silences = new SilenceReader(registry);
    this.watch = watch;
    this.idle = idle;
    this.raises = raises;
  }

  /** Whether a rule waits for silence. */
  static boolean isSilence(ConfigNode node) {
    return node.at("silent").isPresent();
  }

  /**
   * @param more keys that belong beside the condition, such as {@code for}
   */
  Condition read(ConfigNode node, String... more) {
    return read(node, 0, more);
  }

  private Condition read(ConfigNode node, int depth, String... more) {
    node.only(
        Stream.of(
                KINDS.stream(),
                Stream.of("mean", "max", "min", "free_flow", "station", "quantity"),
                Stream.of(more))
            .flatMap(Function.identity())
            .toArray(String[]::new));
    List<String> kinds = KINDS.stream().filter(kind -> node.at(kind).isPresent()).toList();
    boolean counted = kinds.contains("count") && kinds.size() == 2;
    if (kinds.size() != 1 && !counted) {
      node.complain(
          "expected one of " + String.join(", ", KINDS),
          raises ? "raise: { above: 0.5, for: 30m }" : "clear: { below: 0.4, for: 2h }");
      return beyond(node, new Measure.Newest(), NEVER);
    }
    return switch (counted ? "count" : kinds.getFirst()) {
      case "silent" -> silent(node.at("silent"));
      case "all" -> several(node.at("all"), true, depth);
      case "any" -> several(node.at("any"), false, depth);
      case "count" -> count(node);
      case "rises" -> change(node, "rises", Measure.Rise::new);
      case "falls" -> change(node, "falls", Measure.Fall::new);
      case "service" -> beyond(node, measure(node), service(node));
      default -> beyond(node, measure(node), level(node, kinds.getFirst()));
    };
  }

  private Condition silent(ConfigNode node) {
    if (!raises) {
      node.complain(
          "expected another condition: silence is no all-clear, and ends when something is heard",
          "clear: { for: 30m }");
    }
    return silences.silent(node, watch);
  }

  private Condition beyond(ConfigNode node, Measure measure, Level level) {
    Optional<Quantity> own = node.maybe("quantity").map(WatchReader::quantity);
    Optional<StationId> station = node.maybe("station").map(watches::station);
    if (own.isEmpty() && watch.quantity().isEmpty()) {
      node.complain(
          "expected count or silent, since nothing that is measured is watched",
          "raise: { count: 1 within 10m }");
    }
    Quantity quantity = own.or(watch::quantity).orElse(Quantity.SALINITY);
    return new Condition.Beyond(station, quantity, measure, level);
  }

  private static Measure measure(ConfigNode node) {
    List<Measure> measures = new ArrayList<>();
    node.maybe("mean").ifPresent(span -> measures.add(new Measure.Mean(window(span, "mean: 15m"))));
    node.maybe("max").ifPresent(span -> measures.add(new Measure.Highest(window(span, "max: 1h"))));
    node.maybe("min").ifPresent(span -> measures.add(new Measure.Lowest(window(span, "min: 1h"))));
    if (measures.size() > 1) {
      node.complain("expected one of mean, max and min", "raise: { above: 0.5, mean: 15m }");
    }
    return measures.isEmpty() ? new Measure.Newest() : measures.getFirst();
  }

  private static Duration window(ConfigNode node, String example) {
    return node.duration(Duration.ofHours(1), Duration.ofSeconds(1), LONGEST_WINDOW, example);
  }

  private static Level level(ConfigNode node, String kind) {
    ConfigNode value = node.at(kind);
    return switch (kind) {
      case "above" -> new Level.Above(value.number(-1e9, 1e9, "above: 0.5"));
      case "below" -> new Level.Below(value.number(-1e9, 1e9, "below: 0.4"));
      default -> between(value, kind);
    };
  }

  private static Level between(ConfigNode node, String kind) {
    String example = kind + ": [0.1, 0.5]";
    List<ConfigNode> ends = node.items(example);
    if (ends.size() != 2) {
      node.complain("expected two numbers, the lower one first", example);
      return NEVER;
    }
    double low = ends.getFirst().number(-1e9, 1e9, example);
    double high = ends.getLast().number(-1e9, 1e9, example);
    if (!(low < high)) {
      node.complain("expected two numbers, the lower one first", example);
      return NEVER;
    }
    return kind.equals("outside") ? new Level.Outside(low, high) : new Level.Inside(low, high);
  }

  private Level service(ConfigNode node) {
    String example = raises ? "service: E   # E or worse" : "service: C   # C or better";
    LevelOfService service = node.at("service").choice(SERVICES, LevelOfService.E, example);
    ConfigNode free = node.at("free_flow");
    int freeFlow = free.integer(1, 200, 45, "free_flow: 45");
    if (!LevelOfService.freeFlows().contains(freeFlow)) {
      free.complain("expected one of " + LevelOfService.freeFlows() + " km/h", "free_flow: 45");
      return NEVER;
    }
    if (service == (raises ? LevelOfService.A : LevelOfService.F)) {
      node.at("service").complain("expected a level that not every speed has", example);
      return NEVER;
    }
    return raises ? service.orWorse(freeFlow) : service.orBetter(freeFlow);
  }

  private Condition change(ConfigNode node, String kind, Function<Duration, Measure> measure) {
    Spoken spoken = spoken(node.at(kind), "per", kind + ": 1.0 per 1h");
    return beyond(node, measure.apply(spoken.span()), reaching(spoken.amount()));
  }

  private Condition count(ConfigNode node) {
    Spoken spoken = spoken(node.at("count"), "within", "count: 5 within 10m");
    if (watch.event().isPresent()) {
      Optional<StationId> station = node.maybe("station").map(watches::station);
      return new Condition.Seen(
          station, watch.event().get(), spoken.span(), idle, reaching(spoken.amount()));
    }
    List<String> levels =
        Stream.of("above", "below", "outside", "inside")
            .filter(kind -> node.at(kind).isPresent())
            .toList();
    if (levels.isEmpty()) {
      node.complain(
          "expected what is counted: values above or below a level, or an event to watch",
          "raise: { above: 0.5, count: 3 within 1h }");
      return beyond(node, new Measure.Newest(), NEVER);
    }
    return beyond(
        node,
        new Measure.Times(level(node, levels.getFirst()), spoken.span()),
        reaching(spoken.amount()));
  }

  private Level reaching(double amount) {
    return raises ? new Level.AtLeast(amount) : new Level.Below(amount);
  }

  private static Spoken spoken(ConfigNode node, String link, String example) {
    Optional<Spoken> spoken =
        node.optionalText(example)
            .flatMap(text -> Spoken.read(text, link))
            .filter(read -> read.amount() > 0)
            .filter(read -> read.span().compareTo(LONGEST_WINDOW) <= 0);
    if (spoken.isEmpty()) {
      node.complain(
          "expected a number above 0, the word " + link + " and a time span of at most 31d",
          example);
    }
    return spoken.orElse(new Spoken(1, Duration.ofHours(1)));
  }

  private Condition several(ConfigNode node, boolean all, int depth) {
    String example = "all: [ { station: xuan-hoa, above: 1 }, { station: my-tho, above: 0.5 } ]";
    List<ConfigNode> items = node.items(example);
    if (items.isEmpty() || items.size() > MOST_PARTS || depth == DEEPEST) {
      node.complain(
          "expected 1 to "
              + MOST_PARTS
              + " conditions, at most "
              + DEEPEST
              + " lists in each other",
          example);
      return beyond(node, new Measure.Newest(), NEVER);
    }
    List<Condition> parts = items.stream().map(item -> read(item, depth + 1)).toList();
    return new Condition.Several(parts, all ? parts.size() : 1);
  }
}
