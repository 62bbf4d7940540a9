package vn.vam.payloads.sparkplug;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.step.Step;

/**
 * Reads a payload of Sparkplug B. Nothing is nested deeper than a metric's properties; data sets
 * and templates are passed over. Safe for several threads.
 */
public final class SparkplugReader {
  private static final String PAYLOAD = "payload";
  private static final String COMPRESSED = "SPBV1.0_COMPRESSED";
  private static final int MOST_METRICS = 5_000;

  private final Limits limits;

  public SparkplugReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * @param device that sent it, where known
   */
  public Step<SparkplugPayload> read(Payload payload, Optional<DeviceId> device) {
    if (payload.size() > limits.payload()) {
      return Step.reject(
          device,
          RejectReason.TOO_LARGE,
          PAYLOAD,
          "%d bytes, at most %d are taken".formatted(payload.size(), limits.payload()));
    }
    try {
      return read(ByteString.copyFrom(payload.bytes()), device);
    } catch (TooLong beyond) {
      return Step.reject(
          device, RejectReason.TOO_LARGE, PAYLOAD, String.valueOf(beyond.getMessage()));
    } catch (InvalidProtocolBufferException broken) {
      return malformed(device, "expected one whole payload of Sparkplug B, in protobuf");
    } catch (IOException broken) {
      return malformed(device, String.valueOf(broken.getMessage()));
    }
  }

  private Step<SparkplugPayload> read(ByteString bytes, Optional<DeviceId> device)
      throws IOException {
    CodedInputStream in = bytes.newCodedInput();
    OptionalLong timestamp = OptionalLong.empty();
    OptionalLong seq = OptionalLong.empty();
    List<Metric> metrics = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case SparkplugPayload.TIMESTAMP << 3 | WireFormat.WIRETYPE_VARINT ->
            timestamp = OptionalLong.of(in.readUInt64());
        case SparkplugPayload.SEQ << 3 | WireFormat.WIRETYPE_VARINT ->
            seq = OptionalLong.of(in.readUInt64());
        case SparkplugPayload.METRICS << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED ->
            addMetric(metrics, in.readBytes());
        case SparkplugPayload.UUID << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
          if (Texts.read(in, limits.name()).equals(COMPRESSED)) {
            return malformed(device, "expected a payload that is not compressed");
          }
        }
        default -> Texts.skip(in, tag);
      }
    }
    return new Step.Go<>(new SparkplugPayload(timestamp, seq, metrics));
  }

  private void addMetric(List<Metric> metrics, ByteString bytes) throws IOException {
    if (metrics.size() == MOST_METRICS) {
      throw new TooLong("expected at most %d metrics".formatted(MOST_METRICS));
    }
    metrics.add(new MetricReader(bytes.newCodedInput(), limits.name(), limits.text()).read(bytes));
  }

  private static <T> Step<T> malformed(Optional<DeviceId> device, String detail) {
    return Step.reject(device, RejectReason.MALFORMED_BINARY, PAYLOAD, detail);
  }
}
