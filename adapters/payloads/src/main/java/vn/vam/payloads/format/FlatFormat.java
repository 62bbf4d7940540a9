package vn.vam.payloads.format;

import com.google.auto.service.AutoService;
import vn.vam.core.message.Decoder;

/**
 * Plain JSON, or a bare value, of whatever shape: Tasmota, Zigbee2MQTT, rtl_433, meter readers and
 * loggers. The source's mapping tells what means what; without one the table of names does.
 */
@AutoService(Format.class)
public final class FlatFormat implements Format {
  static final TopicPattern USUAL = TopicPattern.of("#");
  private static final TopicPattern UNKNOWN = TopicPattern.of("{device}");

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public TopicPattern usualTopic() {
    return USUAL;
  }

  @Override
  public TopicPattern unknownTopic() {
    return UNKNOWN;
  }

  /** Zigbee2MQTT has its values kept, without a time unless told otherwise. */
  @Override
  public boolean keepsValues() {
    return true;
  }

  @Override
  public boolean isMapped() {
    return true;
  }

  @Override
  public Decoder decoder(DecoderContext context) {
    return new FlatDecoder(context);
  }
}
