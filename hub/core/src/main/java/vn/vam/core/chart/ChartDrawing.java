package vn.vam.core.chart;

/** Draws charts. Needs a processor for some milliseconds and nothing else; several threads may. */
@FunctionalInterface
public interface ChartDrawing {
  /** A PNG of at most 60 kB, legible on a phone. */
  byte[] png(SaltChart chart);
}
