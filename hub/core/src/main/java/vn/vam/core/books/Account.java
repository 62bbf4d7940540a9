package vn.vam.core.books;

/**
 * One line of the books: how many messages of a device stand under a heading.
 *
 * @param device the device's id, or {@value #NO_DEVICE} where none could be told
 * @param reason why rejected or ignored; empty under the other headings
 */
public record Account(String source, String device, Heading heading, String reason) {
  public static final String NO_DEVICE = "-";

  /** Where a logged message stands; each message under exactly one. */
  public enum Heading {
    QUEUED,
    STORED,
    REJECTED,
    IGNORED,
    DUPLICATE
  }

  Account under(Heading other, String why) {
    return new Account(source, device, other, why);
  }
}
