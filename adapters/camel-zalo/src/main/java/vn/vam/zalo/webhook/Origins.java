package vn.vam.zalo.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.vam.zalo.webhook.Fields.Crooked;

/** Finds out whom an event concerns, which each kind of event writes in another place. */
final class Origins {
  private Origins() {}

  /** From the citizen: the sender. */
  static Origin bySender(Fields fields) throws Crooked {
    return of(fields, fields.id("sender.id"));
  }

  /** To the citizen: the recipient. */
  static Origin byRecipient(Fields fields) throws Crooked {
    return of(fields, fields.id("recipient.id"));
  }

  static Origin byFollower(Fields fields) throws Crooked {
    return of(fields, fields.id("follower.id"));
  }

  /** From events of unknown shape: wherever a citizen is named. */
  static Origin byAnybody(Fields fields) throws Crooked {
    return of(fields, anybody(fields).orElse(""));
  }

  /** The same, where an event without a citizen makes no sense. */
  static Origin bySomebody(Fields fields) throws Crooked {
    return of(
        fields, anybody(fields).orElseThrow(() -> new Crooked("user_id", "names no citizen")));
  }

  private static Optional<String> anybody(Fields fields) throws Crooked {
    for (String path : List.of("user_id", "follower.id", "sender.id")) {
      Optional<String> id = fields.optionalId(path);
      if (id.isPresent()) {
        return id;
      }
    }
    return Optional.empty();
  }

  private static Origin of(Fields fields, String userId) throws Crooked {
    String event = fields.id("event_name");
    Instant timestamp = fields.millis("timestamp");
    Optional<String> message = fields.optionalId("message.msg_id");
    String last = message.orElseGet(() -> hash(timestamp.toEpochMilli() + " " + userId));
    return new Origin(event, userId, timestamp, event + ":" + last);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
