package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vam.core.alert.Alert;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.SeenEvent;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.runtime.Addresses;
import vn.vam.runtime.flow.LiveReader;
import vn.vam.runtime.web.ApiJson;

/** Tells the consoles what is new, over the event bus. */
final class LivePublisher implements LiveReader.Listener {
  private final Vertx vertx;
  private final ZoneId zone;
  private final Clock clock;
  private final LatestReadings latest;
  private final MeterRegistry metrics;

  LivePublisher(
      Vertx vertx, ZoneId zone, Clock clock, LatestReadings latest, MeterRegistry metrics) {
    this.vertx = vertx;
    this.zone = zone;
    this.clock = clock;
    this.latest = latest;
    this.metrics = metrics;
  }

  @Override
  public void newest(Observation observation) {
    vertx.eventBus().publish(Addresses.LIVE_READING, ApiJson.reading(observation, zone));
  }

  @Override
  public void seen(Reading.CameraEvent event) {
    Instant now = clock.instant();
    Optional<SeenEvent> hazard = latest.hazard(event.station(), now);
    int open = latest.openEvents(event.station(), now);
    latest
        .lastEvent(event.station())
        .map(seen -> ApiJson.reading(seen, hazard, open, now, zone))
        .ifPresent(json -> vertx.eventBus().publish(Addresses.LIVE_READING, json));
  }

  /** What operators, or the end of a time, made of alerts. */
  void show(List<Alert> alerts) {
    alerts.forEach(
        alert -> vertx.eventBus().publish(Addresses.LIVE_ALERT, ApiJson.alert(alert, zone)));
  }

  /** What rules, or the hub's own health, made of alerts. */
  void changed(List<Alert> alerts) {
    show(alerts);
    for (Alert alert : alerts) {
      String change = alert.state().name().toLowerCase(Locale.ROOT);
      metrics
          .counter("vam.alerts", "severity", alert.severity().word(), "change", change)
          .increment();
    }
  }
}
