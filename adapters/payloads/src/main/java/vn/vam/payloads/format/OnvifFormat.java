package vn.vam.payloads.format;

import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;

/** Events that ONVIF cameras publish as JSON (ONVIF Core Specification, "Event broker"). */
@AutoService(Format.class)
public final class OnvifFormat implements Format {
  private static final TopicPattern USUAL = TopicPattern.of("#");

  @Override
  public String name() {
    return "onvif";
  }

  @Override
  public TopicPattern usualTopic() {
    return USUAL;
  }

  @Override
  public TopicPattern unknownTopic() {
    return USUAL;
  }

  @Override
  public boolean isOfCameras() {
    return true;
  }

  @Override
  public Decoder decoder(DecoderContext context) {
    return new OnvifDecoder(context, new Intake(context, USUAL));
  }
}
