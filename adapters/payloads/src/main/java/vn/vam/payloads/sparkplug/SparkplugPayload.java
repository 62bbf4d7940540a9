package vn.vam.payloads.sparkplug;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a message holds.
 *
 * @param timestamp when it was sent, as sent
 * @param seq 0 to 255, numbers the messages of a node; deaths of nodes have none
 */
public record SparkplugPayload(OptionalLong timestamp, OptionalLong seq, List<Metric> metrics) {
  static final int TIMESTAMP = 1;
  static final int METRICS = 2;
  static final int SEQ = 3;
  static final int UUID = 4;

  public SparkplugPayload {
    metrics = List.copyOf(metrics);
  }

  /** The number of the node's connection, where a birth or a death tells it. */
  public OptionalLong bdSeq() {
    return metrics.stream()
        .filter(metric -> metric.name().equals(Optional.of(Metric.BD_SEQ)))
        .filter(metric -> metric.value().isIntegralNumber())
        .mapToLong(metric -> metric.value().longValue())
        .findFirst();
  }
}
