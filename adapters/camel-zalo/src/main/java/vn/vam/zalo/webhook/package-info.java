/**
 * What the Zalo platform posts to the Official Account's webhook: whether it is genuine, and what
 * it says.
 *
 * <p>First {@link vn.vam.zalo.webhook.WebhookSignature} over the bytes as they arrived, then {@link
 * vn.vam.zalo.webhook.WebhookEvents}. Nothing here listens on a port; the platform wants its 200
 * within two seconds, so keep the event, answer, and work afterwards.
 */
@NullMarked
package vn.vam.zalo.webhook;

import org.jspecify.annotations.NullMarked;
