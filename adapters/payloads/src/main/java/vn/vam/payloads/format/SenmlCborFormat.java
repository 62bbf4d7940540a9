package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;
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
    CborArrays arrays = new CborArrays(context.limits());
    return new SenmlDecoder(
        context,
        intake,
        (message, device) -> arrays.read(message.payload(), device).then(SenmlCborFormat::inJson));
  }

  private static Step<JsonNode> inJson(JsonNode pack) {
    return new Step.Go<>(SenmlLabels.ofCbor(pack));
  }
}
