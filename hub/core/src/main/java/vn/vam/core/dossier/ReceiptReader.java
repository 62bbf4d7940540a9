package vn.vam.core.dossier;

/**
 * Reads the code off a photo of a receipt. Blocks, a few seconds at most; never throws for what is
 * in a photo.
 */
public interface ReceiptReader {
  /**
   * @param photo a file as it came, of any format and size
   */
  Sight read(byte[] photo);

  /** What could be seen on a photo. */
  sealed interface Sight {
    record Seen(DossierCode code) implements Sight {}

    /**
     * @param reason for the operator, never for the citizen
     */
    record Unread(String reason) implements Sight {}

    /**
     * Nobody looked at it: it did not come, or too many are under way.
     *
     * @param reason for the operator, never for the citizen
     */
    record Unavailable(String reason) implements Sight {}
  }
}
