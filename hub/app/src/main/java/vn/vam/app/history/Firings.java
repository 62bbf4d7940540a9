package vn.vam.app.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/**
 * How often an alert would have stood at one place, when, and for how long.
 *
 * @param stretches from when to when; one that had not ended lasts to the end of the history
 * @param open whether the last had not ended
 */
public record Firings(
    RuleId rule, StationId station, List<Stretch> stretches, boolean open, ZoneOffset offset) {
  private record Key(RuleId rule, StationId station) {}

  /** An alert from its beginning to its end. */
  record Stretch(Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  static List<Firings> of(List<AlertChange> changes, Instant end, ZoneOffset offset) {
    Map<Key, List<AlertChange>> byPlace = new LinkedHashMap<>();
    changes.forEach(
        change ->
            byPlace
                .computeIfAbsent(new Key(change.rule(), change.station()), key -> new ArrayList<>())
                .add(change));
    return byPlace.entrySet().stream()
        .map(place -> of(place.getKey(), place.getValue(), end, offset))
        .toList();
  }

  private static Firings of(Key place, List<AlertChange> changes, Instant end, ZoneOffset offset) {
    List<Stretch> stretches = new ArrayList<>();
    Optional<Instant> since = Optional.empty();
    for (AlertChange change : changes) {
      switch (change) {
        case AlertChange.Raised raised -> since = Optional.of(raised.at());
        case AlertChange.Escalated escalated -> {}
        case AlertChange.Still still -> {}
        case AlertChange.Doubted doubted -> {}
        case AlertChange.Cleared cleared -> {
          since.ifPresent(from -> stretches.add(new Stretch(from, cleared.at())));
          since = Optional.empty();
        }
      }
    }
    since.ifPresent(from -> stretches.add(new Stretch(from, end.isAfter(from) ? end : from)));
    return new Firings(place.rule(), place.station(), stretches, since.isPresent(), offset);
  }

  /** Such as {@code salt xuan-hoa: 3 times, 41 h 20 min in all, longest 20 h, first …, last …}. */
  public String written() {
    Duration all = stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    Duration longest =
        stretches.stream().map(Stretch::length).max(Duration::compareTo).orElse(Duration.ZERO);
    return "%s %s: %s, %s in all, longest %s, first %s, last %s%s"
        .formatted(
            rule,
            station,
            stretches.size() == 1 ? "once" : stretches.size() + " times",
            span(all),
            span(longest),
            time(stretches.getFirst().from()),
            time(stretches.getLast().from()),
            open ? ", not over" : "");
  }

  private String time(Instant at) {
    return ChangeLine.TIME.format(at.atOffset(offset));
  }

  private static String span(Duration span) {
    if (span.toMinutes() == 0) {
      return span.toSeconds() + " s";
    }
    String hours = span.toHours() == 0 ? "" : span.toHours() + " h";
    String minutes = span.toMinutesPart() == 0 ? "" : span.toMinutesPart() + " min";
    return (hours + " " + minutes).strip();
  }
}
