package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import vn.vam.core.alert.Alert;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.runtime.Addresses;
import vn.vam.runtime.flow.LiveReader;
import vn.vam.runtime.web.ApiJson;

/** Tells the consoles what is new, over the event bus. */
final class LivePublisher implements LiveReader.Listener {
  private final Vertx vertx;
  private final ZoneId zone;
  private final MeterRegistry metrics;

  LivePublisher(Vertx vertx, ZoneId zone, MeterRegistry metrics) {
    this.vertx = vertx;
    this.zone = zone;
    this.metrics = metrics;
  }

  @Override
  public void newest(Observation observation) {
    vertx.eventBus().publish(Addresses.LIVE_READING, ApiJson.reading(observation, zone));
  }

  @Override
  public void seen(Reading.CameraEvent event) {
    vertx.eventBus().publish(Addresses.LIVE_READING, ApiJson.reading(event, zone));
  }

  void changed(List<Alert> alerts) {
    for (Alert alert : alerts) {
      vertx.eventBus().publish(Addresses.LIVE_ALERT, ApiJson.alert(alert, zone));
      String change = alert.state().name().toLowerCase(Locale.ROOT);
      metrics
          .counter("vam.alerts", "severity", alert.severity().word(), "change", change)
          .increment();
    }
  }
}
