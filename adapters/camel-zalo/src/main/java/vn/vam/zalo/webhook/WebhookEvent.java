package vn.vam.zalo.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened between a citizen and the Official Account. Personal data: prints neither
 * ids nor texts.
 */
public sealed interface WebhookEvent {
  Origin origin();

  default String userId() {
    return origin().userId();
  }

  default Instant timestamp() {
    return origin().timestamp();
  }

  default String deliveryKey() {
    return origin().deliveryKey();
  }

  record Followed(Origin origin) implements WebhookEvent {}

  record Unfollowed(Origin origin) implements WebhookEvent {}

  /**
   * The citizen typed, or pressed a query button: the platform does not tell which.
   *
   * @param text as it came, not normalised
   * @param quotedMessageId when it answers a particular message
   */
  record TextReceived(
      Origin origin, String messageId, String text, Optional<String> quotedMessageId)
      implements WebhookEvent {
    @Override
    public String toString() {
      return "TextReceived[%s, %d characters]".formatted(origin, text.length());
    }
  }

  /**
   * @param images http or https addresses from a stranger's message; they expire, so copy at once
   * @param caption a text that came along, if any
   */
  record ImageReceived(Origin origin, String messageId, List<URI> images, Optional<String> caption)
      implements WebhookEvent {
    public ImageReceived {
      images = List.copyOf(images);
    }

    @Override
    public String toString() {
      return "ImageReceived[%s, %d images]".formatted(origin, images.size());
    }
  }

  /**
   * Documents; their names and sizes are the sender's word and not kept.
   *
   * @param files http or https addresses from a stranger's message; they expire, so copy at once
   */
  record FileReceived(Origin origin, String messageId, List<URI> files) implements WebhookEvent {
    public FileReceived {
      files = List.copyOf(files);
    }

    @Override
    public String toString() {
      return "FileReceived[%s, %d files]".formatted(origin, files.size());
    }
  }

  /**
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   */
  record LocationReceived(Origin origin, String messageId, double latitude, double longitude)
      implements WebhookEvent {
    @Override
    public String toString() {
      return "LocationReceived[%s]".formatted(origin);
    }
  }

  /**
   * A message of ours reached the phone.
   *
   * @param trackingId ours, for a message sent by phone number
   */
  record MessageReceived(Origin origin, String messageId, Optional<String> trackingId)
      implements WebhookEvent {
    @Override
    public String toString() {
      return "MessageReceived[%s]".formatted(origin);
    }
  }

  /** Messages of ours were seen. Sources differ on who is the sender here, so go by message id. */
  record MessageSeen(Origin origin, List<String> messageIds) implements WebhookEvent {
    public MessageSeen {
      messageIds = List.copyOf(messageIds);
    }

    @Override
    public String toString() {
      return "MessageSeen[%s, %d messages]".formatted(origin, messageIds.size());
    }
  }

  /**
   * The account's own message coming back. Answering it would go round for ever; as evidence that
   * an unclear message went out it is welcome.
   *
   * @param text when it was a text
   * @param byStaff true when a person wrote it in the account's chat tool
   */
  record Echoed(Origin origin, String messageId, Optional<String> text, boolean byStaff)
      implements WebhookEvent {
    @Override
    public String toString() {
      return "Echoed[%s, byStaff=%s]".formatted(origin, byStaff);
    }
  }

  /**
   * The citizen filled in the form the account sent.
   *
   * @param phone as they wrote it, where they gave one
   */
  record InfoSubmitted(Origin origin, Optional<String> phone) implements WebhookEvent {
    @Override
    public String toString() {
      return "InfoSubmitted[%s]".formatted(origin);
    }
  }

  /** The citizen asks that all data about them be erased. */
  record Withdrawn(Origin origin) implements WebhookEvent {}

  /** Understood as an event, and of a kind nobody here acts upon. */
  record Other(Origin origin) implements WebhookEvent {
    public String eventName() {
      return origin.eventName();
    }
  }
}
