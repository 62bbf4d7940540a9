package vn.vam.payloads.sparkplug;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.vam.core.message.Payload;

/**
 * Payloads that can be understood without what was heard before them: what a session knows is
 * written into the metrics, and what it knows of the message stands in metrics of our own.
 */
public final class SelfContained {
  private static final String OUTDATED = "vam/outdated";
  private static final String CONNECTION = "vam/bdSeq";
  private static final String REBIRTH = "Node Control/Rebirth";
  private static final String UNIT = "engUnit";
  private static final int STRING = 12;

  private SelfContained() {}

  /** The number of the node's connection, by the message itself or by its session. */
  public static OptionalLong bdSeq(SparkplugPayload payload) {
    return payload.bdSeq().isPresent() ? payload.bdSeq() : number(payload, CONNECTION);
  }

  /** Whether its session says that it tells of a connection that was over before. */
  public static boolean isOutdated(SparkplugPayload payload) {
    return number(payload, OUTDATED).isPresent();
  }

  private static OptionalLong number(SparkplugPayload payload, String name) {
    return payload.metrics().stream()
        .filter(metric -> metric.name().equals(Optional.of(name)))
        .filter(metric -> metric.value().isIntegralNumber())
        .mapToLong(metric -> metric.value().longValue())
        .findFirst();
  }

  /** The command by which a node is asked to tell all it has anew. */
  public static byte[] rebirth(long timestamp) {
    ByteString metric =
        message(
            out -> {
              out.writeString(Metric.NAME, REBIRTH);
              out.writeUInt64(Metric.TIMESTAMP, timestamp);
              out.writeUInt32(Metric.DATATYPE, Datatypes.BOOLEAN);
              out.writeBool(Metric.BOOLEAN_VALUE, true);
            });
    return message(
            out -> {
              out.writeUInt64(SparkplugPayload.TIMESTAMP, timestamp);
              out.writeBytes(SparkplugPayload.METRICS, metric);
            })
        .toByteArray();
  }

  static Payload outdated(SparkplugPayload payload) {
    return payload(payload, whole(OUTDATED, 1));
  }

  static Payload of(SparkplugPayload payload, List<ByteString> metrics, OptionalLong bdSeq) {
    return write(
        payload,
        metrics,
        bdSeq.isPresent() ? List.of(whole(CONNECTION, bdSeq.getAsLong())) : List.of());
  }

  private static Payload payload(SparkplugPayload payload, ByteString added) {
    return write(payload, payload.metrics().stream().map(Metric::bytes).toList(), List.of(added));
  }

  private static Payload write(
      SparkplugPayload payload, List<ByteString> metrics, List<ByteString> added) {
    return Payload.of(
        message(
                out -> {
                  if (payload.timestamp().isPresent()) {
                    out.writeUInt64(SparkplugPayload.TIMESTAMP, payload.timestamp().getAsLong());
                  }
                  for (ByteString metric : metrics) {
                    out.writeBytes(SparkplugPayload.METRICS, metric);
                  }
                  for (ByteString metric : added) {
                    out.writeBytes(SparkplugPayload.METRICS, metric);
                  }
                  if (payload.seq().isPresent()) {
                    out.writeUInt64(SparkplugPayload.SEQ, payload.seq().getAsLong());
                  }
                })
            .toByteArray());
  }

  /** The metric as it came, and behind it what its birth said: of two the last counts. */
  static ByteString named(Metric metric, Announced announced) {
    return metric
        .bytes()
        .concat(
            message(
                out -> {
                  out.writeString(Metric.NAME, announced.name());
                  if (metric.datatype().isEmpty() && announced.datatype().isPresent()) {
                    out.writeUInt32(Metric.DATATYPE, announced.datatype().getAsInt());
                  }
                  if (metric.unit().isEmpty() && announced.unit().isPresent()) {
                    out.writeBytes(Metric.PROPERTIES, unit(announced.unit().orElseThrow()));
                  }
                }));
  }

  private static ByteString unit(String unit) {
    ByteString value =
        message(
            out -> {
              out.writeUInt32(1, STRING);
              out.writeString(8, unit);
            });
    return message(
        out -> {
          out.writeString(1, UNIT);
          out.writeBytes(2, value);
        });
  }

  private static ByteString whole(String name, long number) {
    return message(
        out -> {
          out.writeString(Metric.NAME, name);
          out.writeUInt32(Metric.DATATYPE, Datatypes.INT64);
          out.writeUInt64(Metric.LONG_VALUE, number);
        });
  }

  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }

  private static ByteString message(Writing writing) {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      writing.to(out);
      out.flush();
      return bytes.toByteString();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes all that is written to it", impossible);
    }
  }
}
