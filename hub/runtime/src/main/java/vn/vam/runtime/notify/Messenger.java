package vn.vam.runtime.notify;

import java.util.List;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Way;

/**
 * How a message is handed to the messenger's Camel component, and what its answer means. The
 * vendor's types end here.
 */
public interface Messenger {
  /** The endpoint that sends a message this way, such as {@code zalo:text}. */
  String endpoint(Way way);

  /** The body the endpoint takes. */
  Object request(OutboxMessage message, Way way, Reach reach);

  /** What the body the endpoint returns says. */
  Delivery delivery(Object answer, OutboxMessage message, Way way);

  /** The endpoint that tells what a citizen was sent lately, such as {@code zalo:conversation}. */
  String inquiryEndpoint();

  /** The body that endpoint takes. */
  Object inquiry(Doubt doubt);

  /** What the body it returns shows; nothing where it was no answer. */
  List<Evidence> evidence(Object answer, Doubt doubt);
}
