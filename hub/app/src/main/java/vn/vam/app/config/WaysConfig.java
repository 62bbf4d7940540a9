package vn.vam.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The ways to citizens beside the chat.
 *
 * @param byUser the approved template for user ids
 * @param byPhone the approved template for phone numbers
 * @param confirmWithin a danger that no phone has confirmed for so long goes another way
 * @param priceInChat of a message later than 48 hours after the citizen's last word, in đồng
 * @param priceByUser of a template by user id, in đồng
 * @param priceByPhone of a template by phone number, in đồng
 * @param formPicture above the form that asks for a telephone number
 */
public record WaysConfig(
    Optional<String> byUser,
    Optional<String> byPhone,
    Duration confirmWithin,
    int priceInChat,
    int priceByUser,
    int priceByPhone,
    Optional<URI> formPicture) {
  /** The chat alone. */
  public static final WaysConfig CHAT =
      new WaysConfig(
          Optional.empty(), Optional.empty(), Duration.ofMinutes(10), 0, 0, 0, Optional.empty());
}
