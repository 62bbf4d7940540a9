package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.limit.Limit;
import vn.vam.core.live.Latest;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Station;
import vn.vam.core.text.VietnameseTime;
import vn.vam.core.tide.Tide;

/** What can be told of a station's water beside its newest value. */
final class WaterWords {
  /** What was so shortly before is no other value. */
  private static final Duration WORTH_TELLING = Duration.ofMinutes(5);

  private final LatestReadings latest;
  private final Sentences sentences;

  WaterWords(LatestReadings latest, Sentences sentences) {
    this.latest = latest;
    this.sentences = sentences;
  }

  /** Where the trend began, such as "Lúc 11:35 hôm nay ở đó là 3,1 g/l." */
  Optional<String> since(Station station, Instant now) {
    return latest
        .before(station.id(), Quantity.SALINITY)
        .filter(before -> !before.time().isAfter(now.minus(WORTH_TELLING)))
        .map(
            before ->
                sentences.say(
                    Sentence.SALINITY_BEFORE,
                    Map.of(
                        "value", amount(before.value()),
                        "time", VietnameseTime.moment(before.time(), now))));
  }

  /** How far it is from the citizen's own limits there, a line each. */
  Stream<String> distances(Station station, Latest value, Profile profile) {
    return profile.limits().stream()
        .filter(limit -> limit.station().equals(station.id()))
        .map(limit -> distance(limit, value.value()));
  }

  private String distance(Limit limit, double value) {
    Map<String, String> gaps =
        Map.of(
            "limit", sentences.level(limit.breach(), Quantity.SALINITY),
            "distance", amount(Math.abs(value - limit.level())));
    return sentences.say(
        limit.breach().holds(value) ? Sentence.SALINITY_BEYOND : Sentence.SALINITY_TO_GO, gaps);
  }

  /** The next high and low water, where the tide is known. */
  Optional<String> tide(Station station, Instant now) {
    return tideOf(station)
        .map(
            tide ->
                sentences.say(
                    Sentence.TIDE,
                    Map.of(
                        "high", VietnameseTime.moment(tide.nextHigh(now), now),
                        "low", VietnameseTime.moment(tide.nextLow(now), now))));
  }

  static Optional<Tide> tideOf(Station station) {
    return station.riverKm().flatMap(Tide::at);
  }

  private String amount(double value) {
    return sentences.amount(value, Quantity.SALINITY);
  }
}
