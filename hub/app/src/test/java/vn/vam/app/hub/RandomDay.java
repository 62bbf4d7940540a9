package vn.vam.app.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * Water that wanders around the levels and a quay that is flooded now and then, with a camera that
 * is gone at times: with gaps, messages late by seconds, minutes or hours, values out of order,
 * told twice or not to be trusted.
 */
final class RandomDay {
  private static final List<String> STATIONS = List.of("xuan-hoa", "my-tho", "go-cat");

  private final Random random;
  private final double[] salt = {0.4, 0.5, 0.6};
  private final Instant begins;
  private int events;

  /**
   * @param begins nothing was measured before
   */
  RandomDay(long seed, Instant begins) {
    random = new Random(seed);
    this.begins = begins;
  }

  /** Something arrives and may be on disk only; then the hub is away for a moment or an hour. */
  void stops(RulesOnALog hub) {
    if (oneIn(2)) {
      hub.logs(messages(hub));
    }
    hub.restarts(millis(oneIn(3) ? 4_800_000 : 10_000));
  }

  /** Something arrives; then time passes while the hub looks up now and then. */
  void step(RulesOnALog hub) {
    hub.hears(messages(hub));
    int looks = random.nextInt(3);
    for (int look = 0; look < looks; look++) {
      hub.passes(millis(oneIn(15) ? 2_400_000 : 200_000));
    }
    hub.passes(millis(90_000));
  }

  private List<Outcome> messages(RulesOnALog hub) {
    List<Outcome> messages = new ArrayList<>();
    int most = 1 + random.nextInt(4);
    while (messages.size() < most) {
      Reading reading = oneIn(6) ? event(hub.now()) : measured(hub.now());
      messages.add(RulesOnALog.said(reading));
      if (oneIn(20)) {
        messages.add(RulesOnALog.said(reading));
      }
    }
    if (oneIn(30)) {
      messages.add(presence(hub.now()));
    }
    return messages;
  }

  private Outcome presence(Instant now) {
    return Quay.presence(!oneIn(4), now);
  }

  private Reading measured(Instant now) {
    int station = random.nextInt(STATIONS.size());
    salt[station] = Math.clamp(salt[station] + random.nextGaussian() * 0.1, 0, 1.1);
    String name = STATIONS.get(station);
    return new Reading.Measured(
        new DeviceId(name + (station == 0 && oneIn(3) ? "-2" : "-1")),
        new StationId(name),
        Quantity.SALINITY,
        Math.round(salt[station] * 100) / 100.0,
        quality(),
        taken(now));
  }

  private Reading event(Instant now) {
    boolean again = events > 0 && oneIn(4);
    events += again ? 0 : 1;
    Instant taken = taken(now);
    Quality quality = quality();
    Optional<Instant> started =
        oneIn(2) ? Optional.of(taken.minus(millis(60_000))) : Optional.empty();
    return switch ((int) (taken.toEpochMilli() % 12)) {
      case 0 ->
          Quay.event("gone", CameraEventType.OFFLINE, CameraPhase.NEW, quality, taken, started);
      case 1 ->
          Quay.event("gone", CameraEventType.OFFLINE, CameraPhase.END, quality, taken, started);
      default -> flood(again, quality, taken, started);
    };
  }

  private Reading flood(boolean again, Quality quality, Instant taken, Optional<Instant> started) {
    CameraPhase later = taken.toEpochMilli() % 2 == 0 ? CameraPhase.UPDATE : CameraPhase.END;
    CameraPhase phase = again ? later : CameraPhase.NEW;
    return Quay.event("e-" + events, CameraEventType.FLOOD, phase, quality, taken, started);
  }

  private Quality quality() {
    return switch (random.nextInt(12)) {
      case 0 -> Quality.SUSPECT;
      case 1 -> Quality.FAIL;
      case 2, 3 -> Quality.NOT_EVALUATED;
      default -> Quality.PASS;
    };
  }

  private Instant taken(Instant now) {
    int most =
        switch (random.nextInt(20)) {
          case 0 -> 7_200_000;
          case 1, 2 -> 900_000;
          case 3, 4, 5 -> 30_000;
          default -> 900;
        };
    Instant taken = now.minus(millis(most)).truncatedTo(ChronoUnit.MILLIS);
    return taken.isBefore(begins) ? begins : taken;
  }

  private Duration millis(int most) {
    return Duration.ofMillis(1 + random.nextInt(most));
  }

  private boolean oneIn(int of) {
    return random.nextInt(of) == 0;
  }
}
