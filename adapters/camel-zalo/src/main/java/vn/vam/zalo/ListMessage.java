package vn.vam.zalo;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A consultation message of up to five rows. Holds personal data: prints nothing of it. Whether the
 * platform's newest API still takes it is disputed; text with buttons says the same.
 *
 * @param userId the recipient's id for this Official Account
 */
public record ListMessage(String userId, List<Row> rows) {
  public ListMessage {
    rows = List.copyOf(rows);
  }

  /**
   * @param title 1 to 100 characters
   * @param subtitle at most 500 characters; the first row needs one
   * @param link opened on a tap
   */
  public record Row(String title, String subtitle, Optional<URI> image, Optional<URI> link) {}

  @Override
  public String toString() {
    return "ListMessage[%d rows]".formatted(rows.size());
  }
}
