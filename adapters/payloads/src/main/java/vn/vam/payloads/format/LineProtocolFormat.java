package vn.vam.payloads.format;

import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;

/** InfluxDB line protocol, as Telegraf and many a firmware publish it. */
@AutoService(Format.class)
public final class LineProtocolFormat implements Format {
  static final TopicPattern USUAL = TopicPattern.of("#");
  private static final TopicPattern UNKNOWN = TopicPattern.of("{device}");

  @Override
  public String name() {
    return "line-protocol";
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
  public boolean isMapped() {
    return true;
  }

  @Override
  public Decoder decoder(DecoderContext context) {
    return new LineProtocolDecoder(context);
  }
}
