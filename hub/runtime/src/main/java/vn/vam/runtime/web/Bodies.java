package vn.vam.runtime.web;

import io.vertx.ext.web.handler.BodyHandler;

/** How much anybody may send. */
final class Bodies {
  static final int MOST_BYTES = 256 * 1024;

  private Bodies() {}

  /** Reads the body into memory; answers 413 for a longer one, takes no uploads to disk. */
  static BodyHandler limited() {
    return BodyHandler.create(false).setBodyLimit(MOST_BYTES);
  }
}
