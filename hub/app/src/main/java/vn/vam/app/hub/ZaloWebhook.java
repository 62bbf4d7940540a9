package vn.vam.app.hub;

import java.time.Clock;
import java.util.Optional;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Inbox;
import vn.vam.runtime.web.Webhook;
import vn.vam.zalo.webhook.WebhookEvent;
import vn.vam.zalo.webhook.WebhookEvents;
import vn.vam.zalo.webhook.WebhookReading;
import vn.vam.zalo.webhook.WebhookSignature;

/**
 * Checks a webhook's signature, reads it, and commits it to the inbox; nothing else happens before
 * the platform has its 200.
 */
final class ZaloWebhook implements Webhook {
  private final WebhookSignature signature;
  private final Inbox inbox;
  private final Runnable inboxGrew;
  private final Clock clock;

  ZaloWebhook(WebhookSignature signature, Inbox inbox, Runnable inboxGrew, Clock clock) {
    this.signature = signature;
    this.inbox = inbox;
    this.inboxGrew = inboxGrew;
    this.clock = clock;
  }

  @Override
  public Receipt take(byte[] body, String header) {
    if (!signature.verify(body, header.isEmpty() ? null : header)) {
      return new Receipt.Forged();
    }
    return switch (WebhookEvents.read(body)) {
      case WebhookReading.Malformed malformed ->
          new Receipt.Unreadable(malformed.field() + ": " + malformed.reason());
      case WebhookReading.Understood understood ->
          event(understood.event())
              .map(event -> accept(understood.event().deliveryKey(), event))
              .orElseGet(Receipt.Taken::new);
    };
  }

  private Receipt accept(String key, CitizenEvent event) {
    if (!inbox.accept(key, event, clock.instant())) {
      return new Receipt.Seen();
    }
    inboxGrew.run();
    return new Receipt.Taken();
  }

  /** Receipts and echoes of our own sends are no questions; answering them would never end. */
  private static Optional<CitizenEvent> event(WebhookEvent event) {
    return switch (event) {
      case WebhookEvent.Followed followed ->
          Optional.of(new CitizenEvent.Followed(followed.userId(), followed.timestamp()));
      case WebhookEvent.Unfollowed unfollowed ->
          Optional.of(new CitizenEvent.Unfollowed(unfollowed.userId(), unfollowed.timestamp()));
      case WebhookEvent.TextReceived text ->
          Optional.of(new CitizenEvent.Said(text.userId(), text.text(), text.timestamp()));
      case WebhookEvent.ImageReceived image ->
          Optional.of(new CitizenEvent.SentOther(image.userId(), "image", image.timestamp()));
      case WebhookEvent.LocationReceived location ->
          Optional.of(
              new CitizenEvent.SentOther(location.userId(), "location", location.timestamp()));
      case WebhookEvent.Withdrawn withdrawn ->
          Optional.of(new CitizenEvent.Withdrew(withdrawn.userId(), withdrawn.timestamp()));
      case WebhookEvent.MessageReceived receipt -> Optional.empty();
      case WebhookEvent.MessageSeen seen -> Optional.empty();
      case WebhookEvent.Echoed echoed -> Optional.empty();
      case WebhookEvent.Other other -> Optional.empty();
    };
  }
}
