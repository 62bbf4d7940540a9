package vn.vam.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.citizen.ChatPace;
import vn.vam.core.citizen.ChatSettings;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.operator.Storm;
import vn.vam.core.rule.Schedule.Hours;
import vn.vam.core.station.Registry;
import vn.vam.core.text.Template;

/** Reads {@code citizens}. */
final class CitizensSection {
  private static final LimitRules USUAL = LimitRules.USUAL;
  private static final int MOST_LIMITS = 50;
  private static final int MOST_TRIES = 1_000;
  private static final int MOST_MESSAGES = 10_000;
  private static final double GREATEST = 40;
  private static final double LEAST = 0.01;
  private static final Duration LONGEST_HOLD = Duration.ofHours(6);
  private static final Duration LONGEST_GATHERING = Duration.ofMinutes(10);
  private static final Duration LONGEST_FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST_QUIET = Duration.ofHours(11);
  private static final String QUIET = "quiet_hours: [\"22:00\", \"05:00\"]";
  private static final String CONSENT =
      "consent: 'Tôi đồng ý nhận tin khi độ mặn ở {station} {limit}.'";

  private CitizensSection() {}

  /**
   * @param file the configuration, beside which other files are looked for
   */
  static ChatSettings read(ConfigNode citizens, Path file, Registry registry) {
    citizens.only(
        "limits",
        "quiet_hours",
        "consent",
        "helpline",
        "tries",
        "ask_for_number",
        "storm",
        "places",
        "pace");
    return new ChatSettings(
        limits(citizens.at("limits")),
        citizens.maybe("quiet_hours").flatMap(CitizensSection::quiet).orElse(Quiet.NEVER),
        citizens.maybe("consent").flatMap(CitizensSection::consent),
        citizens.at("helpline").optionalText("helpline: 1900 1234"),
        tries(citizens.at("tries")),
        citizens
            .at("ask_for_number")
            .choice(Map.of("true", true, "false", false), true, "ask_for_number: false"),
        storm(citizens.at("storm")),
        citizens
            .maybe("places")
            .map(places -> PlacesFile.read(places, file, registry))
            .orElse(List.of()),
        pace(citizens.at("pace")));
  }

  private static ChatPace pace(ConfigNode pace) {
    pace.only("minute", "hour");
    ChatPace usual = ChatPace.USUAL;
    return new ChatPace(
        pace.at("minute").integer(1, MOST_MESSAGES, usual.minute(), "minute: 30"),
        pace.at("hour").integer(1, MOST_MESSAGES, usual.hour(), "hour: 300"));
  }

  private static Storm storm(ConfigNode storm) {
    storm.only("alerts", "within", "every", "first");
    Storm usual = ChatSettings.USUAL_STORM;
    return new Storm(
        storm.at("alerts").integer(2, 1_000, usual.alerts(), "alerts: 5"),
        storm
            .at("within")
            .duration(usual.within(), Duration.ofSeconds(1), Duration.ofDays(1), "within: 10m"),
        storm
            .at("every")
            .duration(usual.every(), Duration.ofSeconds(1), LONGEST_GATHERING, "every: 30s"),
        storm.at("first").duration(usual.first(), Duration.ZERO, LONGEST_FIRST, "first: 3s"));
  }

  private static TryLimits tries(ConfigNode tries) {
    tries.only("citizen", "code", "shown", "within");
    TryLimits usual = TryLimits.USUAL;
    return new TryLimits(
        tries.at("citizen").integer(1, MOST_TRIES, usual.citizen(), "citizen: 5"),
        tries.at("code").integer(1, MOST_TRIES, usual.code(), "code: 10"),
        tries.at("shown").integer(1, MOST_TRIES, usual.shown(), "shown: 60"),
        tries
            .at("within")
            .duration(usual.within(), Duration.ofMinutes(1), Duration.ofDays(1), "within: 1h"));
  }

  private static LimitRules limits(ConfigNode limits) {
    limits.only("most", "least", "greatest", "for", "clear_for", "back", "stale_after");
    double least = level(limits.at("least"), USUAL.least(), "least: 0.1");
    double greatest = level(limits.at("greatest"), USUAL.greatest(), "greatest: 30");
    if (greatest <= least) {
      limits.at("greatest").complain("expected more than least, " + least, "greatest: 30");
      greatest = USUAL.greatest();
    }
    return new LimitRules(
        limits.at("most").integer(1, MOST_LIMITS, USUAL.most(), "most: 5"),
        least,
        greatest,
        hold(limits.at("for"), USUAL.hold(), "for: 10m"),
        hold(limits.at("clear_for"), USUAL.clearHold(), "clear_for: 30m"),
        back(limits.at("back")),
        limits
            .at("stale_after")
            .duration(
                USUAL.staleAfter(), Duration.ofMinutes(1), Duration.ofDays(1), "stale_after: 1h"));
  }

  private static double level(ConfigNode node, double usual, String example) {
    return node.isPresent() ? node.number(LEAST, GREATEST, example) : usual;
  }

  private static double back(ConfigNode node) {
    return node.isPresent() ? node.number(0.01, 0.9, "back: 0.2") : USUAL.back();
  }

  private static Duration hold(ConfigNode node, Duration usual, String example) {
    return node.duration(usual, Duration.ZERO, LONGEST_HOLD, example);
  }

  /** What waits for their end must still be worth sending. */
  private static Optional<Quiet> quiet(ConfigNode node) {
    Optional<Hours> hours = ScheduleReader.hours(node, QUIET);
    if (hours.filter(part -> span(part).compareTo(LONGEST_QUIET) > 0).isPresent()) {
      node.complain("expected at most 11 hours", QUIET);
    }
    return hours.map(part -> new Quiet(Optional.of(part)));
  }

  private static Duration span(Hours hours) {
    Duration span = Duration.between(hours.from(), hours.until());
    return span.isNegative() ? span.plusDays(1) : span;
  }

  private static Optional<String> consent(ConfigNode node) {
    String words = node.text(CONSENT);
    try {
      new Template(words, ChatSettings.CONSENT_GAPS);
      return Optional.of(words);
    } catch (IllegalArgumentException unknown) {
      node.complain("expected no gaps but {station} and {limit}", CONSENT);
      return Optional.empty();
    }
  }
}
