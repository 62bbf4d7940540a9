package vn.vam.app.hub;

import java.time.Clock;
import java.util.Optional;
import vn.vam.app.config.ZaloSettings;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Inbox;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Evidence;
import vn.vam.core.station.Position;
import vn.vam.runtime.web.Webhook;
import vn.vam.zalo.Secret;
import vn.vam.zalo.webhook.WebhookEvent;
import vn.vam.zalo.webhook.WebhookEvents;
import vn.vam.zalo.webhook.WebhookReading;
import vn.vam.zalo.webhook.WebhookSignature;

/**
 * Checks a webhook's signature, reads it, and commits it: a question to the inbox, an echo or a
 * receipt to the message it tells of. Nothing else happens before the platform has its 200.
 */
final class ZaloWebhook implements Webhook {
  /** What citizens send begins so: stickers and voices too. */
  private static final String SENT = "user_send_";

  /** They tapped to write: to the messenger a word, and so the chat is open to us. */
  private static final String CHATNOW = "user_click_chatnow";

  private final WebhookSignature signature;
  private final Inbox inbox;
  private final Doubts doubts;
  private final Runnable inboxGrew;
  private final Clock clock;

  ZaloWebhook(
      WebhookSignature signature, Inbox inbox, Doubts doubts, Runnable inboxGrew, Clock clock) {
    this.signature = signature;
    this.inbox = inbox;
    this.doubts = doubts;
    this.inboxGrew = inboxGrew;
    this.clock = clock;
  }

  /** Of the configured account; without one, whatever comes is forged. */
  static Webhook of(Optional<ZaloSettings> zalo, Storage storage, Runnable inboxGrew, Clock clock) {
    return zalo.<Webhook>map(
            settings ->
                new ZaloWebhook(
                    new WebhookSignature(
                        settings.account().appId(), Secret.of(settings.oaSecret().reveal())),
                    storage.inbox(),
                    storage.doubts(),
                    inboxGrew,
                    clock))
        .orElse((body, signature) -> new Receipt.Forged());
  }

  @Override
  public Receipt take(byte[] body, String header) {
    if (!signature.verify(body, header.isEmpty() ? null : header)) {
      return new Receipt.Forged();
    }
    return switch (WebhookEvents.read(body)) {
      case WebhookReading.Malformed malformed ->
          new Receipt.Unreadable(malformed.field() + ": " + malformed.reason());
      case WebhookReading.Understood understood -> take(understood.event());
    };
  }

  private Receipt take(WebhookEvent event) {
    evidence(event).ifPresent(shown -> doubts.hear(shown, clock.instant()));
    return event(event)
        .map(said -> accept(event.deliveryKey(), said))
        .orElseGet(Receipt.Taken::new);
  }

  private Receipt accept(String key, CitizenEvent event) {
    if (!inbox.accept(key, event, clock.instant())) {
      return new Receipt.Seen();
    }
    inboxGrew.run();
    return new Receipt.Taken();
  }

  /** What staff wrote by hand is no word of ours. */
  private static Optional<Evidence> evidence(WebhookEvent event) {
    return switch (event) {
      case WebhookEvent.Echoed echo when !echo.byStaff() ->
          echo.text()
              .map(
                  text ->
                      new Evidence.Sent(echo.userId(), echo.messageId(), text, echo.timestamp()));
      case WebhookEvent.MessageReceived receipt ->
          Optional.of(
              new Evidence.Received(
                  receipt.messageId(),
                  receipt.trackingId().flatMap(ZaloMessenger::numberOf),
                  receipt.timestamp()));
      case WebhookEvent.Echoed echo -> Optional.empty();
      case WebhookEvent.Followed followed -> Optional.empty();
      case WebhookEvent.Unfollowed unfollowed -> Optional.empty();
      case WebhookEvent.TextReceived text -> Optional.empty();
      case WebhookEvent.ImageReceived image -> Optional.empty();
      case WebhookEvent.FileReceived file -> Optional.empty();
      case WebhookEvent.LocationReceived location -> Optional.empty();
      case WebhookEvent.InfoSubmitted submitted -> Optional.empty();
      case WebhookEvent.Withdrawn withdrawn -> Optional.empty();
      case WebhookEvent.MessageSeen seen -> Optional.empty();
      case WebhookEvent.Other other -> Optional.empty();
    };
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
          Optional.of(
              new CitizenEvent.SentPhotos(
                  image.userId(), image.images(), image.caption().orElse(""), image.timestamp()));
      case WebhookEvent.FileReceived file ->
          Optional.of(new CitizenEvent.SentFiles(file.userId(), file.files(), file.timestamp()));
      case WebhookEvent.LocationReceived location -> Optional.of(place(location));
      case WebhookEvent.Withdrawn withdrawn ->
          Optional.of(new CitizenEvent.Withdrew(withdrawn.userId(), withdrawn.timestamp()));
      case WebhookEvent.InfoSubmitted submitted ->
          submitted
              .phone()
              .map(
                  number ->
                      new CitizenEvent.GaveNumber(
                          submitted.userId(), number, submitted.timestamp()));
      case WebhookEvent.MessageReceived receipt -> Optional.empty();
      case WebhookEvent.MessageSeen seen -> Optional.empty();
      case WebhookEvent.Echoed echoed -> Optional.empty();
      case WebhookEvent.Other other -> other(other);
    };
  }

  private static Optional<CitizenEvent> other(WebhookEvent.Other sent) {
    if (sent.userId().isEmpty()) {
      return Optional.empty();
    }
    if (sent.eventName().equals(CHATNOW)) {
      return Optional.of(new CitizenEvent.OpenedChat(sent.userId(), sent.timestamp()));
    }
    return sent.eventName().startsWith(SENT)
        ? Optional.of(new CitizenEvent.SentOther(sent.userId(), sent.eventName(), sent.timestamp()))
        : Optional.empty();
  }

  /** Somewhere off the Earth is nowhere. */
  private static CitizenEvent place(WebhookEvent.LocationReceived sent) {
    boolean isOnEarth = Math.abs(sent.latitude()) <= 90 && Math.abs(sent.longitude()) <= 180;
    return isOnEarth
        ? new CitizenEvent.SentPlace(
            sent.userId(), new Position(sent.latitude(), sent.longitude()), sent.timestamp())
        : new CitizenEvent.SentOther(sent.userId(), "location", sent.timestamp());
  }
}
