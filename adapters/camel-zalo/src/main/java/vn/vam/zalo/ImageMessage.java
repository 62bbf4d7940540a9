package vn.vam.zalo;

import java.net.URI;

/**
 * A consultation message with a picture. Holds personal data: prints nothing of it.
 *
 * @param userId the recipient's id for this Official Account
 * @param caption at most 2000 characters, may be empty
 */
public record ImageMessage(String userId, String caption, Picture picture) {
  /** Where the platform takes the picture from: PNG or JPEG of at most 1 MB. */
  public sealed interface Picture {}

  /** An address the platform can reach. */
  public record At(URI url) implements Picture {}

  /**
   * What an upload gave; good for seven days.
   *
   * @param attachmentId of {@link Uploaded#handle()}
   */
  public record Attachment(String attachmentId) implements Picture {}

  @Override
  public String toString() {
    return "ImageMessage[%d characters]".formatted(caption.length());
  }
}
