package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.citizen.ProfileChange.Subscribe;
import vn.vam.core.citizen.ProfileChange.Unsubscribe;
import vn.vam.core.citizen.ProfileChange.UnsubscribeAll;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseTime;

/**
 * Agreeing to alerts and stopping them: nothing is sent to those who did not ask for it in words.
 */
final class SubscriptionAnswers {
  private final Registry registry;
  private final List<Rule> rules;
  private final Sentences sentences;
  private final ConditionWords words;
  private final Buttons buttons;
  private final LimitAnswers limits;
  private final FollowAnswers follows;
  private final QuietAnswers quiet;

  SubscriptionAnswers(
      Registry registry,
      List<Rule> rules,
      LimitAnswers limits,
      FollowAnswers follows,
      QuietAnswers quiet,
      Sentences sentences,
      Buttons buttons) {
    this.registry = registry;
    this.limits = limits;
    this.follows = follows;
    this.quiet = quiet;
    this.rules = List.copyOf(rules);
    this.sentences = sentences;
    this.words = new ConditionWords(sentences);
    this.buttons = buttons;
  }

  /** Whether any alert can come from this station. */
  boolean isOffered(Station station) {
    return !rulesOf(station).isEmpty();
  }

  Reply subscribe(StationId id, List<StationId> subscribed) {
    Optional<Station> found = registry.station(id);
    if (found.isEmpty()) {
      return which(List.of(), subscribed);
    }
    Station station = found.get();
    if (!isOffered(station)) {
      return Reply.of(
          sentences.say(Sentence.NO_ALERTS_HERE, "station", station.name()),
          buttons.subscribeTo(offered(subscribed)));
    }
    return subscribed.contains(id)
        ? Reply.of(sentences.say(Sentence.SUBSCRIBED_ALREADY, "station", station.name()), List.of())
        : agreed(station);
  }

  private Reply agreed(Station station) {
    String consent = sentences.say(Sentence.CONSENT, "station", station.name());
    String levels = rulesOf(station).stream().map(this::level).collect(Collectors.joining("\n"));
    String text = sentences.say(Sentence.SUBSCRIBED, Map.of("consent", consent, "levels", levels));
    return Reply.of(text, List.of()).with(new Subscribe(station.id(), consent));
  }

  private String level(Rule rule) {
    String limit = words.whole(rule.raise());
    return rule.raiseFor().isZero()
        ? sentences.say(Sentence.LEVEL, "limit", limit)
        : sentences.say(
            Sentence.LEVEL_HELD,
            Map.of("limit", limit, "span", VietnameseTime.span(rule.raiseFor())));
  }

  /**
   * @param candidates empty when no station was named
   */
  Reply which(List<StationId> candidates, List<StationId> subscribed) {
    List<Station> offered = offered(subscribed);
    if (offered.isEmpty()) {
      return subscribed.isEmpty()
          ? Reply.of(sentences.say(Sentence.NO_ALERTS), buttons.menu())
          : list(Profile.of(subscribed));
    }
    List<Station> meant =
        offered.stream().filter(station -> candidates.contains(station.id())).toList();
    List<Station> choice = meant.isEmpty() ? offered : meant;
    return Choice.listed(
        sentences.say(Sentence.WHICH_SUBSCRIBE, "stations", Names.of(choice)),
        buttons.subscribeTo(choice),
        Optional.of(new OpenQuestion.WhereAlerts()));
  }

  /**
   * @param stations empty for all
   */
  Reply unsubscribe(List<StationId> stations, Profile profile) {
    return stations.isEmpty() ? unsubscribeAll(profile) : unsubscribeFrom(stations, profile);
  }

  /**
   * @param candidates the stations that may be meant; empty when none is named
   */
  Reply stopWhich(List<StationId> candidates, Profile profile) {
    List<StationId> meant = candidates.stream().filter(heardOf(profile)::contains).toList();
    return meant.size() == 1
        ? unsubscribeFrom(meant, profile)
        : stopAsked(Sentence.STOP_WHICH, new OpenQuestion.WhichStop(), meant, profile);
  }

  Reply stopPerhaps(Profile profile) {
    return stopAsked(Sentence.STOP_PERHAPS, new OpenQuestion.ReallyStop(), List.of(), profile);
  }

  private Reply stopAsked(
      Sentence question, OpenQuestion asked, List<StationId> meant, Profile profile) {
    if (profile.isToldOfNothing()) {
      return Reply.of(sentences.say(Sentence.UNSUBSCRIBED_NONE), List.of());
    }
    List<StationId> choice = meant.isEmpty() ? List.copyOf(heardOf(profile)) : meant;
    return Reply.of(
            sentences.say(question, "lines", stoppable(profile)), buttons.stopOrKeep(known(choice)))
        .with(new ProfileChange.Ask(asked));
  }

  private String stoppable(Profile profile) {
    String lines =
        Stream.of(lines(profile), follows.lines(profile))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? sentences.say(Sentence.STOP_OTHER) : lines;
  }

  /** Stops even what we believe is not there: asking to stop must never fail. */
  private Reply unsubscribeAll(Profile profile) {
    Sentence said =
        profile.isToldOfNothing() ? Sentence.UNSUBSCRIBED_NONE : Sentence.UNSUBSCRIBED_ALL;
    return Reply.of(sentences.say(said), List.of()).with(new UnsubscribeAll());
  }

  private Reply unsubscribeFrom(List<StationId> stations, Profile profile) {
    List<StationId> stopped = stations.stream().filter(heardOf(profile)::contains).toList();
    return stopped.isEmpty()
        ? Reply.of(
            sentences.say(Sentence.UNSUBSCRIBED_NOT_HERE, "stations", names(stations)), List.of())
        : Reply.of(sentences.say(Sentence.UNSUBSCRIBED, "stations", names(stopped)), List.of())
            .with(stopped.stream().map(Unsubscribe::new).toArray(ProfileChange[]::new));
  }

  /** The stations of which a citizen is told anything. */
  private static Set<StationId> heardOf(Profile profile) {
    Set<StationId> heardOf = new LinkedHashSet<>(profile.stations());
    profile.limits().forEach(limit -> heardOf.add(limit.station()));
    return heardOf;
  }

  Reply list(Profile profile) {
    Reply alerts = alerts(profile);
    return profile.dossiers().isEmpty() ? alerts : alerts.and(follows.list(profile));
  }

  private Reply alerts(Profile profile) {
    List<StationId> heardOf = List.copyOf(heardOf(profile));
    if (heardOf.isEmpty()) {
      return Reply.of(
          sentences.say(Sentence.SUBSCRIPTIONS_NONE), buttons.subscribeTo(offered(List.of())));
    }
    return Reply.of(
        profile.limits().isEmpty()
            ? sentences.say(Sentence.SUBSCRIPTIONS, "stations", names(heardOf))
            : sentences.say(Sentence.SUBSCRIPTIONS_OF, "lines", lines(profile)),
        buttons.stop(known(heardOf)));
  }

  private String lines(Profile profile) {
    Stream<String> stations =
        profile.stations().stream()
            .map(id -> sentences.say(Sentence.SUBSCRIPTION_LINE, "station", names(List.of(id))));
    return Stream.of(
            stations,
            Stream.of(limits.lines(profile)),
            quiet.words(profile).stream()
                .map(hours -> sentences.say(Sentence.SUBSCRIPTIONS_QUIET, "hours", hours)))
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private List<Station> offered(List<StationId> subscribed) {
    return registry.stations().stream()
        .filter(station -> isOffered(station) && !subscribed.contains(station.id()))
        .toList();
  }

  private List<Rule> rulesOf(Station station) {
    return rules.stream().filter(rule -> rule.stations().contains(station.id())).toList();
  }

  private List<Station> known(List<StationId> ids) {
    return ids.stream().map(registry::station).flatMap(Optional::stream).toList();
  }

  /** A station may have left the configuration since someone agreed to it: then its id must do. */
  private String names(List<StationId> ids) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(registry.station(id).map(Station::name).orElse(id.value())));
    return String.join(", ", names);
  }
}
