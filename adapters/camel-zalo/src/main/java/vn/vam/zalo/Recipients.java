package vn.vam.zalo;

import java.util.Optional;
import org.apache.camel.Message;

/** Whom a message is for. */
final class Recipients {
  private static final int MAX_ID = 128;

  private Recipients() {}

  static String inHeader(Message message) {
    return message.getHeader(ZaloHeaders.USER_ID, "", String.class);
  }

  static Optional<String> complaint(String userId) {
    boolean fine = !userId.isEmpty() && userId.length() <= MAX_ID && Secret.isAcceptable(userId);
    return fine ? Optional.empty() : Optional.of("user id must be 1 to 128 printable characters");
  }
}
