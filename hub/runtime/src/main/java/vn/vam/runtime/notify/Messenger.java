package vn.vam.runtime.notify;

import java.time.Duration;
import java.util.Optional;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Transcript;
import vn.vam.core.notify.Way;

/**
 * How a message is handed to the messenger's Camel component, and what its answer means. The
 * vendor's types end here.
 */
public interface Messenger {
  /** The endpoint that sends a message this way, such as {@code zalo:text}. */
  String endpoint(OutboxMessage message, Way way);

  /**
   * The body the endpoint takes.
   *
   * @param picture what the messenger calls the picture to be shown; absent where there is none
   */
  Object request(OutboxMessage message, Way way, Reach reach, Optional<String> picture);

  /** The endpoint a picture is handed to before its message, such as {@code zalo:upload}. */
  String pictureEndpoint();

  /**
   * The body that endpoint takes.
   *
   * @param png the picture's bytes
   */
  Object picture(byte[] png);

  /** What the messenger calls it, by the body the endpoint returns; absent where it refused it. */
  Optional<String> pictureName(Object answer);

  /** What becomes of a message whose picture it has no name for, by the same body. */
  Delivery withoutPicture(Object answer, OutboxMessage message);

  /** What the body the endpoint returns says. */
  Delivery delivery(Object answer, OutboxMessage message, Way way);

  /** The endpoint that tells what a citizen was sent lately, such as {@code zalo:conversation}. */
  String inquiryEndpoint();

  /** The body that endpoint takes. */
  Object inquiry(Doubt doubt);

  /** What the body it returns shows; nothing where it was no answer. */
  Optional<Transcript> transcript(Object answer, Doubt doubt);

  /** How long until it takes the next request; zero when it takes one now. */
  Duration untilFree();
}
