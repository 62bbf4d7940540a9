package vn.vam.core.citizen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.text.VietnameseNumber;

/** The stations nearest to a place someone shared. */
final class NearAnswers {
  private static final int MOST = 3;

  private final Registry registry;
  private final SalinityAnswers salinity;
  private final Sentences sentences;
  private final Buttons buttons;

  NearAnswers(Registry registry, SalinityAnswers salinity, Sentences sentences, Buttons buttons) {
    this.registry = registry;
    this.salinity = salinity;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  Reply to(Position place, Instant now) {
    List<Station> nearest =
        registry.stations().stream()
            .filter(station -> station.kind() == Kind.SALINITY && station.position().isPresent())
            .sorted(Comparator.comparingDouble(station -> km(station, place)))
            .limit(MOST)
            .toList();
    if (nearest.isEmpty()) {
      return Reply.of(sentences.say(Sentence.SALINITY_NONE), buttons.menu());
    }
    String lines =
        nearest.stream()
            .map(station -> line(station, place, now))
            .collect(Collectors.joining("\n"));
    return Reply.of(sentences.say(Sentence.NEAR, "lines", lines), buttons.salinityOf(nearest));
  }

  /** Such as "Xã Long Bình Điền: trạm gần nhất là Xuân Hòa, cách chừng 4 km.", a line each. */
  String stationsOf(List<Near> places) {
    return places.stream().limit(MOST).map(this::stationOf).collect(Collectors.joining("\n"));
  }

  private String stationOf(Near near) {
    String title = near.place().title();
    return sentences.say(
        Sentence.NEAR_PLACE,
        Map.of(
            "place", title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
            "station", near.station().name(),
            "km", rounded(near.km())));
  }

  private static String rounded(double km) {
    return VietnameseNumber.of(Math.rint(km * 10) / 10);
  }

  private String line(Station station, Position place, Instant now) {
    return sentences.say(
        Sentence.NEAR_LINE,
        Map.of(
            "line", salinity.line(station, now),
            "km", rounded(km(station, place))));
  }

  private static double km(Station station, Position place) {
    return station.position().map(place::kmTo).orElse(Double.POSITIVE_INFINITY);
  }
}
