package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.auto.service.AutoService;
import java.util.Optional;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.cbor.CborArrays;
import vn.vam.payloads.senml.SenmlLabels;
import vn.vam.payloads.step.Step;

/** Sensor measurement lists, RFC 8428, as CBOR. */
@AutoService(Format.class)
public final class SenmlCborFormat implements Format {
  @Override
  public String name() {
    return "senml-cbor";
  }

  @Override
  public TopicPattern usualTopic() {
    return SenmlDecoder.ANY_TOPIC;
  }

  @Override
  public TopicPattern unknownTopic() {
    return SenmlDecoder.UNKNOWN;
  }

  @Override
  public Decoder decoder(DecoderContext context) {
    Intake intake = new Intake(context, SenmlDecoder.ANY_TOPIC);
    return new SenmlDecoder(context, intake, new Cbor(new CborArrays(context.limits())));
  }

  private record Cbor(CborArrays arrays) implements SenmlDecoder.Encoding {
    @Override
    public Step<JsonNode> read(RawMessage message, Optional<DeviceId> device) {
      return arrays
          .read(message.payload(), device)
          .then(pack -> new Step.Go<>(SenmlLabels.ofCbor(pack)));
    }

    @Override
    public Payload write(ArrayNode pack) {
      return arrays.write(pack, SenmlLabels::inCbor);
    }
  }
}
