package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.live.Latest;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.sluice.Sluice;
import vn.vam.core.sluice.Sluices;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.text.VietnameseTime;
import vn.vam.core.text.Word;

/** Whether sluices are open, since when, and how salt the water is at the nearest probe. */
final class SluiceAnswers {
  /** A probe further away says nothing of the water at a gate. */
  private static final double NEAR_KM = 12;

  private static final double AT_THE_GATE_KM = 0.3;

  private final Registry registry;
  private final LatestReadings latest;
  private final Duration staleAfter;
  private final TownSentences sentences;
  private final TownButtons buttons;
  private final Sentences amounts = Sentences.vietnamese();

  SluiceAnswers(
      Registry registry,
      LatestReadings latest,
      Duration staleAfter,
      TownSentences sentences,
      TownButtons buttons) {
    this.registry = registry;
    this.latest = latest;
    this.staleAfter = staleAfter;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  Reply of(Sluices all, Where where, Instant now) {
    if (all.sluices().isEmpty()) {
      return Reply.of(sentences.say(TownSentence.SLUICES_NONE), buttons.town());
    }
    Sluices sluices = toldApart(all);
    return switch (where) {
      case Where.Anywhere anywhere -> all(sluices.sluices(), TownSentence.SLUICES, now);
      case Where.Named named -> named(sluices, named, now);
      case Where.Here here -> all(nearest(sluices, here.position()), TownSentence.SLUICES, now);
    };
  }

  /** Two of one name are told apart by the nearest probe. */
  private Sluices toldApart(Sluices all) {
    Function<Sluice, String> title =
        Namesakes.titles(all.sluices(), Sluice::name, this::nearestProbe);
    return new Sluices(
        all.sluices().stream()
            .map(
                one ->
                    new Sluice(
                        title.apply(one), one.position(), one.state(), one.since(), one.note()))
            .toList());
  }

  private String nearestProbe(Sluice sluice) {
    return registry.stations().stream()
        .filter(station -> station.kind() == Kind.SALINITY && station.position().isPresent())
        .min(Comparator.comparingDouble(station -> km(station, sluice)))
        .map(station -> sentences.say(TownSentence.SLUICE_NEAR, "station", station.name()))
        .orElse("");
  }

  /** The one whose whole name was said. */
  Optional<Sluice> named(Sluices all, Where.Named said) {
    List<Sluice> found = new NameFinder<>(all.sluices(), Sluice::name).best(said);
    return found.size() == 1
        ? Optional.of(found.getFirst()).filter(sluice -> isWhole(sluice, said))
        : Optional.empty();
  }

  private static boolean isWhole(Sluice sluice, Where.Named said) {
    return Word.allIn(sluice.name()).stream()
        .allMatch(word -> said.words().stream().anyMatch(one -> one.mayMean(word)));
  }

  /** Whether it is open and what its keepers say, without the water. */
  Reply stateOf(Sluice sluice, Instant now) {
    return Reply.of(String.join("\n", gate(sluice, now)), List.of());
  }

  private static List<Sluice> nearest(Sluices sluices, Position here) {
    return sluices.sluices().stream()
        .sorted(Comparator.comparingDouble(sluice -> here.kmTo(sluice.position())))
        .toList();
  }

  private Reply named(Sluices sluices, Where.Named said, Instant now) {
    List<Sluice> found = new NameFinder<>(sluices.sluices(), Sluice::name).best(said);
    if (found.size() == 1) {
      return Reply.of(whole(found.getFirst(), now), List.of());
    }
    return found.isEmpty()
        ? all(sluices.sluices(), TownSentence.SLUICES_UNKNOWN, now)
        : all(found, TownSentence.SLUICES, now);
  }

  private Reply all(List<Sluice> sluices, TownSentence sentence, Instant now) {
    String lines =
        sluices.stream()
            .map(sluice -> sentences.say(TownSentence.SLUICE_LINE, "state", state(sluice, now)))
            .collect(Collectors.joining("\n"));
    return Reply.of(
        sentences.say(sentence, "lines", lines),
        buttons.each(TownCommand.SLUICES, sluices.stream().map(Sluice::name).toList()));
  }

  private String whole(Sluice sluice, Instant now) {
    List<String> lines = gate(sluice, now);
    lines.add(water(sluice, now));
    return String.join("\n", lines);
  }

  private List<String> gate(Sluice sluice, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(state(sluice, now) + ".");
    if (!sluice.note().isEmpty()) {
      lines.add(sentences.say(TownSentence.SLUICE_NOTE, "note", sluice.note()));
    }
    return lines;
  }

  private String state(Sluice sluice, Instant now) {
    TownSentence what =
        switch (sluice.state()) {
          case OPEN -> TownSentence.SLUICE_OPEN;
          case CLOSED -> TownSentence.SLUICE_CLOSED;
          case UNKNOWN -> TownSentence.SLUICE_STATE_UNKNOWN;
        };
    String words = sentences.say(what, "name", sluice.name());
    return sluice
        .since()
        .filter(since -> sluice.state() != Sluice.State.UNKNOWN && !since.isAfter(now))
        .map(
            since ->
                sentences.say(
                    TownSentence.SLUICE_SINCE,
                    Map.of("state", words, "time", VietnameseTime.moment(since, now))))
        .orElse(words);
  }

  private String water(Sluice sluice, Instant now) {
    return registry.stations().stream()
        .filter(station -> station.kind() == Kind.SALINITY && km(station, sluice) <= NEAR_KM)
        .filter(station -> newest(station, now).isPresent())
        .min(Comparator.comparingDouble(station -> km(station, sluice)))
        .map(station -> water(station, newest(station, now).orElseThrow(), sluice, now))
        .orElseGet(() -> sentences.say(TownSentence.SLUICE_WATER_UNKNOWN));
  }

  private Optional<Latest> newest(Station station, Instant now) {
    return latest
        .of(station.id(), Quantity.SALINITY)
        .filter(value -> !value.time().isBefore(now.minus(staleAfter)))
        .filter(value -> value.quality() != Quality.SUSPECT);
  }

  private String water(Station station, Latest value, Sluice sluice, Instant now) {
    boolean isThere = km(station, sluice) < AT_THE_GATE_KM;
    String where =
        isThere
            ? sentences.say(TownSentence.SLUICE_PROBE_THERE)
            : sentences.say(
                TownSentence.SLUICE_PROBE_AWAY,
                "distance",
                sentences.distance(km(station, sluice)));
    return sentences.say(
        TownSentence.SLUICE_WATER,
        Map.of(
            "station", station.name(),
            "where", where,
            "value", amounts.amount(value.value(), Quantity.SALINITY),
            "class", amounts.name(SalinityClass.of(value.value())),
            "time", VietnameseTime.moment(value.time(), now)));
  }

  private static double km(Station station, Sluice sluice) {
    return station.position().map(sluice.position()::kmTo).orElse(Double.POSITIVE_INFINITY);
  }
}
