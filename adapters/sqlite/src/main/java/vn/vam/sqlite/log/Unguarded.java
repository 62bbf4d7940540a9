package vn.vam.sqlite.log;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bytes written by one thread: no lock is taken for each of them. */
final class Unguarded extends ByteArrayOutputStream {
  Unguarded(int expected) {
    super(expected);
  }

  @Override
  public void write(int b) {
    makeRoom(1);
    buf[count++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    makeRoom(length);
    System.arraycopy(bytes, from, buf, count, length);
    count += length;
  }

  private void makeRoom(int more) {
    if (buf.length - count < more) {
      buf =
          Arrays.copyOf(
              buf, Math.max(Math.addExact(count, more), Math.multiplyExact(buf.length, 2)));
    }
  }
}
