package vn.vam.sim.zalo.chat;

import java.time.Instant;

/**
 * One message, from either side.
 *
 * @param n counts every message of the simulator from 1, so that a reader can ask for what came
 *     since
 * @param shown false for a hidden query, which the app hears and the phone does not show
 */
public record ChatMessage(
    long n,
    String user,
    Author author,
    Content content,
    Instant time,
    String messageId,
    boolean shown) {

  /** Who wrote it. */
  public enum Author {
    OA,
    CITIZEN
  }

  public boolean isFromOa() {
    return author == Author.OA;
  }
}
