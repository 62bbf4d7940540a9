package vn.vam.zalo.webhook;

/** What came of reading a webhook's body. */
public sealed interface WebhookReading {
  record Understood(WebhookEvent event) implements WebhookReading {}

  /**
   * @param field the path of the field at fault, such as {@code message.msg_id}; empty when it is
   *     the whole body
   * @param reason fit for a log: repeats nothing of what came
   */
  record Malformed(String field, String reason) implements WebhookReading {}
}
