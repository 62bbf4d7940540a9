package vn.vam.core.dossier;

import java.net.URI;

/**
 * Where the photos and documents of citizens lie until we fetch them. Blocks, a few seconds at
 * most; never throws for what the outside world does.
 */
public interface PhotoSource {
  /**
   * @param address as a stranger's message gave it: it may lead anywhere
   */
  Fetched fetch(URI address);

  /** What a fetch brought. */
  sealed interface Fetched {
    /**
     * @param file of a bounded size, of any format
     */
    record Photo(byte[] file) implements Fetched {}

    /**
     * It will not become shorter: sending it again helps nobody.
     *
     * @param reason for the operator, never for the citizen
     */
    record TooLong(String reason) implements Fetched {}

    /**
     * @param reason for the operator, never for the citizen; holds no address
     */
    record Missing(String reason) implements Fetched {}
  }
}
