package vn.vam.sqlite.log;

import java.nio.ByteBuffer;

/** A batch as it was written before there was a checksum: nothing but its form is looked at. */
final class WithoutChecksum {
  private static final byte VERSION = 5;
  private static final int HEAD = 1 + Integer.BYTES;

  private WithoutChecksum() {}

  static byte[] of(byte[] batch) {
    return ByteBuffer.allocate(batch.length - Integer.BYTES)
        .put(VERSION)
        .put(batch, HEAD, batch.length - HEAD)
        .array();
  }
}
