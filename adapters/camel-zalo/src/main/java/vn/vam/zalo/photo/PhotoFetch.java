package vn.vam.zalo.photo;

/** What came of a photo's address. */
public sealed interface PhotoFetch {
  /**
   * @param bytes at most {@link PhotoClient#MOST_BYTES} of them, of any format
   */
  record Fetched(byte[] bytes) implements PhotoFetch {}

  /** It has more than {@link PhotoClient#MOST_BYTES} bytes. */
  record TooLong() implements PhotoFetch {}

  /** It does not lead to one of the messenger's hosts; nobody was asked. */
  record Refused() implements PhotoFetch {}

  /**
   * @param reason without the address, which is a citizen's
   */
  record Failed(String reason) implements PhotoFetch {}
}
