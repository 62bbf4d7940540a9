package vn.vam.core.dossier;

/**
 * Reads the code off a receipt, a photo or a PDF. Blocks, a few seconds at most; never throws for
 * what is in a file.
 */
public interface ReceiptReader {
  /**
   * @param file as it came, of any format and size
   */
  Sight read(byte[] file);

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
