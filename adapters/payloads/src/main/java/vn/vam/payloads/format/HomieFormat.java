package vn.vam.payloads.format;

import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;

/**
 * Version 5 of the Homie convention: {@code homie/5/DEVICE/NODE/PROPERTY}, one value a message, all
 * of them kept by the broker, none with a time.
 */
@AutoService(Format.class)
public final class HomieFormat implements Format {
  static final TopicPattern USUAL = TopicPattern.of("homie/#");

  @Override
  public String name() {
    return "homie";
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
  public boolean keepsValues() {
    return true;
  }

  @Override
  public boolean isMapped() {
    return true;
  }

  @Override
  public boolean isDescribed() {
    return true;
  }

  @Override
  public Decoder decoder(DecoderContext context) {
    return new HomieDecoder(context);
  }
}
