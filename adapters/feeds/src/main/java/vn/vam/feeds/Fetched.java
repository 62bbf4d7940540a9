package vn.vam.feeds;

/** What asking a source brought. */
sealed interface Fetched {
  /** By what the source tells its content from a later one; empty where it told nothing. */
  record Version(String etag, String lastModified) {
    static final Version UNKNOWN = new Version("", "");
  }

  record Content(byte[] body, Version version) implements Fetched {}

  /** What we have is what there is. */
  record Unchanged() implements Fetched {}

  /**
   * @param reason for operators
   */
  record Failed(String reason) implements Fetched {}
}
