package vn.vam.core.citizen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Template;

/** Limits that citizens set for themselves: set, changed, told of. */
final class LimitAnswers {
  private final Registry registry;
  private final LatestReadings latest;
  private final ChatSettings settings;
  private final Sentences sentences;
  private final Buttons buttons;

  LimitAnswers(
      Registry registry,
      LatestReadings latest,
      ChatSettings settings,
      Sentences sentences,
      Buttons buttons) {
    this.registry = registry;
    this.latest = latest;
    this.settings = settings;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  Reply set(StationId id, Optional<Side> side, double level, Profile profile) {
    Optional<Station> station = measuring(id);
    if (station.isEmpty()) {
      return which(List.of(), side, level);
    }
    if (!settings.limits().allows(level)) {
      return outOfRange();
    }
    Limit limit = new Limit(id, side.orElseGet(() -> usualSide(id, profile)), level);
    return hasRoom(limit, profile) ? agreed(station.get(), limit, profile) : full(profile);
  }

  /** Who changes the level of the only limit there means that one. */
  private static Side usualSide(StationId id, Profile profile) {
    List<Limit> there =
        profile.limits().stream().filter(limit -> limit.station().equals(id)).toList();
    return there.size() == 1 ? there.getFirst().side() : Side.ABOVE;
  }

  private boolean hasRoom(Limit limit, Profile profile) {
    long others = profile.limits().stream().filter(kept -> !limit.replaces(kept)).count();
    return others < settings.limits().most();
  }

  private Reply agreed(Station station, Limit limit, Profile profile) {
    String words = words(limit.breach());
    Map<String, String> gaps = Map.of("station", station.name(), "limit", words);
    String consent =
        settings
            .consent()
            .map(own -> new Template(own, ChatSettings.CONSENT_GAPS).fill(gaps))
            .orElseGet(() -> sentences.say(Sentence.LIMIT_CONSENT, gaps));
    boolean changes = profile.limits().stream().anyMatch(limit::replaces);
    String text =
        sentences.say(
            changes ? Sentence.LIMIT_CHANGED : Sentence.LIMIT_SET,
            Map.of(
                "consent", consent,
                "now", now(station, limit),
                "safe", words(settings.limits().safe(limit))));
    return Reply.of(text, List.of())
        .with(new ProfileChange.SetLimit(limit, consent), new ProfileChange.AskNothing());
  }

  /** How the water is now, as far as it is known. */
  private String now(Station station, Limit limit) {
    return latest
        .of(station.id(), Quantity.SALINITY)
        .map(
            value ->
                sentences.say(
                    limit.breach().holds(value.value())
                        ? Sentence.LIMIT_NOW_BEYOND
                        : Sentence.LIMIT_NOW,
                    "value",
                    sentences.amount(value.value(), Quantity.SALINITY)))
        .orElseGet(() -> sentences.say(Sentence.LIMIT_NOW_UNKNOWN));
  }

  private Reply outOfRange() {
    LimitRules rules = settings.limits();
    return Reply.of(
        sentences.say(
            Sentence.LIMIT_OUT_OF_RANGE,
            Map.of(
                "least", sentences.amount(rules.least(), Quantity.SALINITY),
                "greatest", sentences.amount(rules.greatest(), Quantity.SALINITY),
                "example", example())),
        List.of());
  }

  private Reply full(Profile profile) {
    return Reply.of(
        sentences.say(
            Sentence.LIMIT_FULL,
            Map.of("most", String.valueOf(settings.limits().most()), "limits", lines(profile))),
        List.of());
  }

  /**
   * @param candidates empty when no station that measures salt was named
   */
  Reply which(List<StationId> candidates, Optional<Side> side, double level) {
    if (!settings.limits().allows(level)) {
      return outOfRange();
    }
    List<Station> measuring =
        registry.stations().stream().filter(is -> is.kind() == Kind.SALINITY).toList();
    List<Station> meant = measuring.stream().filter(is -> candidates.contains(is.id())).toList();
    List<Station> choice = meant.isEmpty() ? measuring : meant;
    Side meantSide = side.orElse(Side.ABOVE);
    return Choice.listed(
        sentences.say(Sentence.LIMIT_WHERE, "stations", Names.of(choice)),
        buttons.limitAt(choice, meantSide, level),
        Optional.of(new OpenQuestion.WhereLimit(meantSide, level)));
  }

  Reply howTo() {
    return Reply.of(sentences.say(Sentence.LIMIT_HOW, "example", example()), List.of());
  }

  /** Such as "• Xuân Hòa: trên 1 g/l". */
  String lines(Profile profile) {
    return profile.limits().stream().map(this::line).collect(Collectors.joining("\n"));
  }

  String line(Limit limit) {
    return sentences.say(
        Sentence.LIMIT_LINE,
        Map.of("station", name(limit.station()), "limit", words(limit.breach())));
  }

  private String name(StationId id) {
    return registry.station(id).map(Station::name).orElse(id.value());
  }

  private String words(Level level) {
    return sentences.level(level, Quantity.SALINITY);
  }

  private Optional<Station> measuring(StationId id) {
    return registry.station(id).filter(station -> station.kind() == Kind.SALINITY);
  }

  private String example() {
    return registry.stations().stream()
        .filter(station -> station.kind() == Kind.SALINITY)
        .map(Station::name)
        .findFirst()
        .orElseGet(() -> sentences.say(Sentence.EXAMPLE));
  }
}
