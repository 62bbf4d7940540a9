package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.dossier.LookUps;

/** That somebody looked for a dossier, and how it ended: a line and a count, and nobody in them. */
final class LookUpTrail implements LookUps.Trail {
  private static final Logger log = LoggerFactory.getLogger(LookUpTrail.class);

  private final MeterRegistry metrics;

  LookUpTrail(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  @Override
  public void looked(LookUps.Outcome outcome, String agency) {
    String word = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    log.info("a dossier was looked for, outcome={}, agency={}", word, agency);
    metrics.counter("vam.dossier.lookups", "outcome", word).increment();
  }
}
