package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.limit.Limit;
import vn.vam.core.live.Latest;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.Since;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
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

  /** Since when it has been of its class, such as "Nước trên 1 g/l từ khoảng 3:15 hôm nay." */
  Optional<String> classSince(Station station, Latest value, Instant now) {
    Level level = SalinityClass.of(value.value()).level();
    return since(station, level, now)
        .map(
            since ->
                sentences.say(
                    Sentence.SALINITY_CLASS_SINCE,
                    Map.of("level", sentences.level(level, Quantity.SALINITY), "since", since)));
  }

  private Optional<String> since(Station station, Level level, Instant now) {
    return latest
        .saltSince(station.id(), level)
        .filter(since -> isWorthTelling(since, now))
        .map(
            since ->
                switch (since) {
                  case Since.About(Instant time) ->
                      sentences.say(Sentence.SINCE_ABOUT, "time", VietnameseTime.moment(time, now));
                  case Since.AtLeast(Instant time) ->
                      sentences.say(
                          Sentence.SINCE_AT_LEAST, "time", VietnameseTime.moment(time, now));
                  case Since.Longer longer -> sentences.say(Sentence.SINCE_LONGER);
                });
  }

  private static boolean isWorthTelling(Since since, Instant now) {
    return !(since instanceof Since.AtLeast known)
        || !known.time().isAfter(now.minus(WORTH_TELLING));
  }

  /** How far it is from the citizen's own limits there, a line each. */
  Stream<String> distances(Station station, Latest value, Profile profile, Instant now) {
    return profile.limits().stream()
        .filter(limit -> limit.station().equals(station.id()))
        .map(limit -> distance(station, limit, value, now));
  }

  private String distance(Station station, Limit limit, Latest value, Instant now) {
    boolean isBeyond = limit.breach().holds(value.value());
    String since =
        isBeyond ? since(station, limit.breach(), now).map(words -> ", " + words).orElse("") : "";
    return sentences.say(
        isBeyond ? Sentence.SALINITY_BEYOND : Sentence.SALINITY_TO_GO,
        Map.of(
            "limit", sentences.level(limit.breach(), Quantity.SALINITY),
            "distance", amount(Math.abs(value.value() - limit.level())),
            "since", since));
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
