package vn.vam.payloads.format;

import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;

/**
 * What Frigate, a recorder that recognises objects, says of its cameras: events, reviews, and
 * whether they are there (Frigate documentation, "MQTT").
 */
@AutoService(Format.class)
public final class FrigateFormat implements Format {
  private static final TopicPattern USUAL = TopicPattern.of("#");
  static final TopicPattern UNKNOWN = TopicPattern.of("+");

  @Override
  public String name() {
    return "frigate";
  }

  @Override
  public TopicPattern usualTopic() {
    return USUAL;
  }

  @Override
  public TopicPattern unknownTopic() {
    return UNKNOWN;
  }

  @Override
  public boolean isOfCameras() {
    return true;
  }

  @Override
  public Decoder decoder(DecoderContext context) {
    return new FrigateDecoder(context, new Intake(context, USUAL));
  }
}
