package vn.vam.payloads.format;

import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;
import vn.vam.payloads.json.Root;

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
    return new SenmlDecoder(
        context, intake, (message, device) -> intake.json(message, device, Root.ARRAY));
  }
}
