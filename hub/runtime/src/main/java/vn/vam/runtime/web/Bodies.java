package vn.vam.runtime.web;

import io.vertx.ext.web.handler.BodyHandler;

/** How much anybody may send. */
final class Bodies {
  static final int MOST_BYTES = 256 * 1024;

  /** Longer ones than anybody understands are taken, to look whether they are signed. */
  static final int MOST_BYTES_OF_A_WEBHOOK = 1024 * 1024;

  private Bodies() {}

  /** Reads the body into memory; answers 413 for a longer one, takes no uploads to disk. */
  static BodyHandler limited() {
    return upTo(MOST_BYTES);
  }

  static BodyHandler ofWebhooks() {
    return upTo(MOST_BYTES_OF_A_WEBHOOK);
  }

  private static BodyHandler upTo(int bytes) {
    return BodyHandler.create(false).setBodyLimit(bytes);
  }
}
