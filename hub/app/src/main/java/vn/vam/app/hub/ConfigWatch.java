package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AbstractVerticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.config.HubConfig;
import vn.vam.core.message.Payload;
import vn.vam.core.station.LiveRegistry;
import vn.vam.core.station.RegistryDiff;
import vn.vam.runtime.web.ConfigChange;

/**
 * Takes over the stations and devices of a configuration that was changed on disk, as soon as the
 * whole file is right. A wrong one changes nothing; what else changed waits for a restart.
 */
final class ConfigWatch extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(ConfigWatch.class);
  private static final String GONE = "gone";
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Path file;
  private final ConfigReader reader;
  private final HubConfig running;
  private final LiveRegistry registry;
  private final AtomicReference<ConfigChange> last;
  private final MeterRegistry metrics;
  private final Clock clock;
  private String seen = "";

  /**
   * @param last where the outcome is kept for people to see
   */
  ConfigWatch(
      Path file,
      ConfigReader reader,
      HubConfig running,
      LiveRegistry registry,
      AtomicReference<ConfigChange> last,
      MeterRegistry metrics,
      Clock clock) {
    this.file = file;
    this.reader = reader;
    this.running = running;
    this.registry = registry;
    this.last = last;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void start() {
    vertx.setPeriodic(
        EVERY.toMillis(),
        timer ->
            vertx
                .executeBlocking(this::look)
                .onFailure(mistake -> log.error("the configuration was not read again", mistake)));
  }

  /**
   * Blocks while the file is read. The first look also finds what changed while the hub started.
   */
  private synchronized boolean look() {
    String now = print();
    boolean changed = !now.equals(seen);
    if (changed) {
      try {
        takeOver(reader.read(file));
      } catch (BadConfig wrong) {
        refuse(wrong);
      }
    }
    seen = now;
    return changed;
  }

  private void takeOver(HubConfig config) {
    RegistryDiff diff = registry.replace(config.registry());
    List<String> waiting = running.needingRestart(config);
    if (!diff.isEmpty() || !waiting.isEmpty() || last.get() != null) {
      log.info("the configuration was read again, changes={} restart={}", diff.lines(), waiting);
      keep(new ConfigChange(clock.instant(), true, diff.lines(), List.of(), waiting));
    }
  }

  private void refuse(BadConfig wrong) {
    log.error("the changed configuration is wrong and changes nothing\n{}", wrong.getMessage());
    keep(new ConfigChange(clock.instant(), false, List.of(), mistakes(wrong), List.of()));
  }

  private static List<String> mistakes(BadConfig wrong) {
    return wrong.complaints().stream().map(complaint -> complaint.path()).toList();
  }

  private void keep(ConfigChange change) {
    last.set(change);
    metrics
        .counter("vam.config.reloads", "result", change.applied() ? "applied" : "refused")
        .increment();
  }

  /** Tells a file from the same file changed. */
  private String print() {
    try {
      return Payload.of(Files.readAllBytes(file)).fingerprint();
    } catch (IOException gone) {
      return GONE;
    }
  }
}
