package vn.vam.payloads.format;

import vn.vam.core.message.Decoder;

/**
 * A language devices speak over MQTT. One class each, marked {@code @AutoService(Format.class)},
 * found by {@link vn.vam.payloads.Formats}.
 */
public interface Format {
  /** As written in the configuration and behind {@code --format}. */
  String name();

  /** The topics such devices publish on, unless the configuration says otherwise. */
  TopicPattern usualTopic();

  /**
   * What takes the place of the usual topic when a message is looked at whose topic nobody knows:
   * any single level is matched, and it is the device where the payload does not name one.
   */
  TopicPattern unknownTopic();

  /**
   * Whether the protocol has the broker keep every value: then a kept value without a time of its
   * own is still worth showing, as of its arrival.
   */
  default boolean keepsValues() {
    return false;
  }

  /** Whether all that is said in it comes from cameras, and so may tell of people. */
  default boolean isOfCameras() {
    return false;
  }

  /** Whether the source's mapping counts here. */
  default boolean isMapped() {
    return false;
  }

  /**
   * Whether its devices say of themselves, in messages of their own, how their values are meant:
   * then these pass a {@link vn.vam.payloads.homie.HomieSession} before they are logged.
   */
  default boolean isDescribed() {
    return false;
  }

  Decoder decoder(DecoderContext context);
}
