package vn.vam.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.ingest.Passing.measured;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.passes;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.ingest.Passing;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;

/**
 * A month of the dry season at Xuân Hòa, every quarter of an hour, by the tidal constants and the
 * mean of March 2024, with faults put in.
 */
class JudgingARiver {
  private static final int SAMPLES = 30 * 96;
  private static final int SPIKES = 100;

  /** Amplitude in m, period in hours, phase in degrees: M2, S2, N2, K2, K1, O1, P1. */
  private static final double[][] TIDE = {
    {0.733, 12.4206, 201},
    {0.259, 12, 132},
    {0.129, 12.6583, 350},
    {0.119, 11.9672, 288},
    {0.589, 23.9345, 331},
    {0.438, 25.8193, 45},
    {0.139, 24.0659, 347}
  };

  private static double salt(double hours, Random random) {
    double level = 0;
    for (double[] part : TIDE) {
      level += part[0] * Math.cos(Math.toRadians(360 * (hours - 2) / part[1] - part[2]));
    }
    return Math.max(0, 4.4 * (1 + 0.401 * level) * (1 + 0.05 * random.nextGaussian()));
  }

  @Test
  void nearly_every_spike_is_found_and_no_tide_is_taken_for_one() {
    Random random = new Random(20260312);
    Set<Integer> spikes = new HashSet<>();
    for (int i = 0; i < SPIKES; i++) {
      spikes.add(SAMPLES / SPIKES * i + 4 + random.nextInt(20));
    }
    QualityControl control = new QualityControl(Passing::registry, (quantity, check) -> {});
    int hits = 0;
    int falseAlarms = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double value = salt(i / 4.0, random);
      boolean spike = spikes.contains(i);
      double told =
          spike ? value + (random.nextBoolean() ? 8 + 10 * random.nextDouble() : 6) : value;
      boolean doubted =
          passes(control, measured(Quantity.SALINITY, told, minute(15 * i))).getFirst().quality()
              == Quality.SUSPECT;
      hits += spike && doubted ? 1 : 0;
      falseAlarms += !spike && doubted ? 1 : 0;
    }

    assertThat(hits).as("of %d spikes", SPIKES).isGreaterThanOrEqualTo(95);
    assertThat(falseAlarms).as("in %d samples", SAMPLES).isZero();
  }
}
