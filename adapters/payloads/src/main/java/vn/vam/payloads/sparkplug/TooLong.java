package vn.vam.payloads.sparkplug;

import java.io.IOException;

/** Well-formed, and more than is taken. */
final class TooLong extends IOException {
  private static final long serialVersionUID = 1L;

  TooLong(String expected) {
    super(expected);
  }
}
