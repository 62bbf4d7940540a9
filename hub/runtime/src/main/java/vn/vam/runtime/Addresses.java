package vn.vam.runtime;

/** Event bus addresses. Notifications cross the bus; data at risk does not. */
public final class Addresses {
  /** The log has grown: readers may look. No body. */
  public static final String LOG_GREW = "log.grew";

  /** A newest value, as a JSON object for the console. */
  public static final String LIVE_READING = "live.reading";

  /** An alert that changed, as a JSON object for the console. */
  public static final String LIVE_ALERT = "live.alert";

  /** The books, as a JSON object for the console. */
  public static final String LIVE_BOOKS = "live.books";

  private Addresses() {}
}
