package vn.vam.zalo;

import java.net.URI;
import java.util.Optional;

/**
 * A consultation message with the platform's own form, which asks for name, phone number and
 * address; what the citizen fills in comes back as {@link
 * vn.vam.zalo.webhook.WebhookEvent.InfoSubmitted}. Whether the platform insists on a picture is not
 * known.
 *
 * @param userId the recipient's id for this Official Account
 * @param title 1 to 100 characters
 * @param subtitle 1 to 500 characters
 */
public record FormMessage(String userId, String title, String subtitle, Optional<URI> image) {
  /** Holds personal data: prints none of it. */
  @Override
  public String toString() {
    return "FormMessage";
  }
}
