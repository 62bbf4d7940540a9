package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.live.Latest;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.LevelOfService;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/** How well the roads flow, by their measured speed. */
final class TrafficAnswers {
  private final Registry registry;
  private final LatestReadings latest;
  private final Duration staleAfter;
  private final TownSentences sentences;
  private final TownButtons buttons;

  TrafficAnswers(
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

  /**
   * @param roads empty for all
   */
  Reply of(List<StationId> roads, Instant now) {
    List<Station> counted =
        registry.stations().stream().filter(station -> station.kind() == Kind.TRAFFIC).toList();
    List<Station> meant = counted.stream().filter(station -> roads.contains(station.id())).toList();
    if (counted.isEmpty()) {
      return Reply.of(sentences.say(TownSentence.TRAFFIC_NONE), buttons.town());
    }
    String lines =
        (meant.isEmpty() ? counted : meant)
            .stream().map(road -> line(road, now)).collect(Collectors.joining("\n"));
    return Reply.of(
        sentences.say(TownSentence.TRAFFIC_ALL, "lines", lines),
        List.of(TownCommand.CAMERAS.button(sentences.say(TownSentence.BUTTON_CAMERAS))));
  }

  private String line(Station road, Instant now) {
    Optional<Latest> speed = latest.of(road.id(), Quantity.SPEED);
    Optional<Latest> told = speed.or(() -> latest.of(road.id(), Quantity.COUNT));
    if (told.isEmpty()) {
      return sentences.say(TownSentence.TRAFFIC_SILENT, "road", road.name());
    }
    Latest newest = told.get();
    if (newest.time().isBefore(now.minus(staleAfter))) {
      return sentences.say(TownSentence.TRAFFIC_STALE, gaps(road, newest, now, Map.of()));
    }
    return speed.isPresent() ? flowing(road, newest, now) : counted(road, newest, now);
  }

  private String flowing(Station road, Latest speed, Instant now) {
    return sentences.say(
        TownSentence.TRAFFIC_LINE,
        gaps(
            road,
            speed,
            now,
            Map.of(
                "state", state(road, speed.value()),
                "speed", VietnameseNumber.of(Math.round(speed.value())))));
  }

  private String counted(Station road, Latest count, Instant now) {
    return sentences.say(
        TownSentence.TRAFFIC_UNMEASURED,
        gaps(road, count, now, Map.of("count", VietnameseNumber.of(Math.round(count.value())))));
  }

  private String state(Station road, double speed) {
    int freeFlow = road.traits().freeFlow();
    return sentences.say(
        switch (LevelOfService.of(speed, freeFlow)) {
          case A -> TownSentence.FLOW_A;
          case B -> TownSentence.FLOW_B;
          case C -> TownSentence.FLOW_C;
          case D -> TownSentence.FLOW_D;
          case E -> TownSentence.FLOW_E;
          case F -> TownSentence.FLOW_F;
        });
  }

  private static Map<String, String> gaps(
      Station road, Latest newest, Instant now, Map<String, String> more) {
    Map<String, String> gaps = new HashMap<>(more);
    gaps.put("road", road.name());
    gaps.put("time", VietnameseTime.moment(newest.time(), now));
    return gaps;
  }
}
