package vn.vam.payloads.format;

import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;

/**
 * Sparkplug B 3.0. A message is understood by itself: what only stands in a birth before it, the
 * names of aliases, a session has written into it before it gets here.
 */
@AutoService(Format.class)
public final class SparkplugFormat implements Format {
  public static final String NAME = "sparkplug";

  static final TopicPattern USUAL = TopicPattern.of("spBv1.0/#");

  @Override
  public String name() {
    return NAME;
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
  public Decoder decoder(DecoderContext context) {
    return new SparkplugDecoder(context);
  }
}
