package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.SeenEvent;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseTime;

/**
 * Where cameras see water or an incident on the road, and which of them see nothing. What they see
 * of people, and which vehicle it was, is told to nobody.
 */
final class CameraAnswers {
  private static final Duration TOLD_AFTERWARDS = Duration.ofHours(12);

  private final Registry registry;
  private final LatestReadings latest;
  private final Sentences names = Sentences.vietnamese();
  private final TownSentences sentences;
  private final TownButtons buttons;

  CameraAnswers(
      Registry registry, LatestReadings latest, TownSentences sentences, TownButtons buttons) {
    this.registry = registry;
    this.latest = latest;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  /**
   * @param cameras empty for all
   */
  Reply of(List<StationId> cameras, Instant now) {
    List<Station> all =
        registry.stations().stream().filter(station -> station.kind() == Kind.CAMERA).toList();
    List<Station> meant = all.stream().filter(station -> cameras.contains(station.id())).toList();
    if (all.isEmpty()) {
      return Reply.of(sentences.say(TownSentence.CAMERAS_NONE), buttons.town());
    }
    String lines =
        (meant.isEmpty() ? all : meant)
            .stream()
                .sorted(Comparator.comparing(camera -> !isInTrouble(camera, now)))
                .flatMap(camera -> lines(camera, now))
                .collect(Collectors.joining("\n"));
    return Reply.of(
        sentences.say(TownSentence.CAMERAS, "lines", lines),
        List.of(TownCommand.TRAFFIC.button(sentences.say(TownSentence.BUTTON_TRAFFIC))));
  }

  private boolean isFlooded(Station camera, Instant now) {
    return flood(camera).filter(seen -> seen.isOpen(now)).isPresent();
  }

  private boolean isInTrouble(Station camera, Instant now) {
    return isFlooded(camera, now) || incidents(camera, now).findAny().isPresent();
  }

  /** Those that go on, the newest of each kind. */
  private Stream<SeenEvent> incidents(Station camera, Instant now) {
    return Stream.of(CameraEventType.values())
        .filter(CameraEventType::isIncident)
        .flatMap(type -> latest.lastEvent(camera.id(), type).stream())
        .filter(seen -> seen.isOpen(now));
  }

  private Optional<SeenEvent> flood(Station camera) {
    return latest.lastEvent(camera.id(), CameraEventType.FLOOD);
  }

  /** What goes on there; how the road is alone where no incident is seen. */
  private Stream<String> lines(Station camera, Instant now) {
    List<String> incidents =
        incidents(camera, now).map(seen -> incident(camera, seen, now)).toList();
    return Stream.concat(
        isFlooded(camera, now) || incidents.isEmpty()
            ? Stream.of(line(camera, now))
            : Stream.empty(),
        incidents.stream());
  }

  private String incident(Station camera, SeenEvent seen, Instant now) {
    return sentences.say(
        TownSentence.CAMERA_INCIDENT,
        Map.of(
            "camera", camera.name(),
            "what", names.name(seen.newest().type()),
            "time", VietnameseTime.moment(seen.startedAt(), now)));
  }

  private String line(Station camera, Instant now) {
    Optional<SeenEvent> flood = flood(camera);
    if (flood.isPresent() && flood.get().isOpen(now)) {
      return say(TownSentence.CAMERA_FLOODED, camera, flood.get().startedAt(), now);
    }
    Optional<SeenEvent> blind = blind(camera, now);
    if (blind.isPresent()) {
      return say(TownSentence.CAMERA_BLIND, camera, blind.get().startedAt(), now);
    }
    return flood
        .map(seen -> seen.newest().takenAt())
        .filter(last -> last.isAfter(now.minus(TOLD_AFTERWARDS)))
        .map(last -> say(TownSentence.CAMERA_DRY_AGAIN, camera, last, now))
        .orElseGet(() -> sentences.say(TownSentence.CAMERA_CLEAR, "camera", camera.name()));
  }

  private Optional<SeenEvent> blind(Station camera, Instant now) {
    return Stream.of(CameraEventType.OFFLINE, CameraEventType.TAMPER)
        .map(type -> latest.lastEvent(camera.id(), type))
        .flatMap(Optional::stream)
        .filter(seen -> seen.isOpen(now))
        .findFirst();
  }

  private String say(TownSentence sentence, Station camera, Instant at, Instant now) {
    return sentences.say(
        sentence, Map.of("camera", camera.name(), "time", VietnameseTime.moment(at, now)));
  }
}
