package vn.vam.sim.zalo.webhook;

import io.vertx.core.buffer.Buffer;

/**
 * One event about one person; its bytes are fixed here, so that the signature and every repeat
 * agree.
 *
 * @param messageId the message it is about, empty for none
 * @param timestamp epoch milliseconds as text, as in the body
 */
public record WebhookEvent(
    String name, String user, String messageId, String timestamp, Buffer body) {}
