package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.auto.service.AutoService;
import java.util.Optional;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.json.Root;
import vn.vam.payloads.step.Step;

/** Sensor measurement lists, RFC 8428, as JSON. */
@AutoService(Format.class)
public final class SenmlJsonFormat implements Format {
  @Override
  public String name() {
    return "senml-json";
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
    return new SenmlDecoder(context, intake, new Json(intake));
  }

  private record Json(Intake intake) implements SenmlDecoder.Encoding {
    @Override
    public Step<JsonNode> read(RawMessage message, Optional<DeviceId> device) {
      return intake.json(message, device, Root.ARRAY);
    }

    @Override
    public Payload write(ArrayNode pack) {
      return Payload.ofText(pack.toString());
    }
  }
}
