package vn.vam.runtime.web;

import java.net.URI;

/**
 * Lets the owner of the messenger's account let the hub in: a link to open, and what came of it.
 * Every call may block.
 */
public interface ConsentDesk {
  /** A fresh link; older ones stay good for half an hour. */
  Link open();

  /** What has come of the link with this state so far. */
  Standing standing(String state);

  /**
   * The owner came back: trades the code for tokens and keeps them, once for each link.
   *
   * @param state of the link that was opened
   * @param code single use; a secret until it is used
   */
  Standing answered(String state, String code);

  /**
   * @param address to be opened in a browser by an administrator of the account; holds no secret
   * @param challenge as the developer console may want it (PKCE, S256)
   * @param callback where the messenger sends the administrator back to
   */
  record Link(URI address, String state, String challenge, URI callback) {}

  /** How a link stands. */
  sealed interface Standing {
    /** Nobody has come back yet. */
    record Waiting() implements Standing {}

    /** The hub is let in, and its tokens are on disk. */
    record Granted() implements Standing {}

    /**
     * @param reason for people; holds no secret
     */
    record Refused(String reason) implements Standing {}

    /** No such link, or too old a one. */
    record Unknown() implements Standing {}
  }
}
