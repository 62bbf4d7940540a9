package vn.vam.feeds;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip file's wanted files, read while they unpack. What it says of sizes is not believed: what
 * comes out is counted.
 */
final class Archive {
  private static final int MOST_ENTRIES = 100;
  private static final int BUFFER = 16 * 1024;

  private final long mostBytes;

  /** Reads a file of the archive. */
  interface Part {
    void read(InputStream in) throws Reader.Unreadable;
  }

  /**
   * @param mostBytes of everything in it, unpacked
   */
  Archive(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Reads the wanted ones in the order in which they lie there, in whatever folder, the first of
   * each name.
   *
   * @return which were there
   */
  Set<String> read(byte[] zip, Map<String, Part> wanted) throws Reader.Unreadable {
    Map<String, Part> left = new HashMap<>(wanted);
    int entries = 0;
    Counted in = new Counted(new ZipInputStream(new ByteArrayInputStream(zip)), mostBytes);
    try {
      for (ZipEntry entry = in.next(); entry != null; entry = in.next()) {
        if (++entries > MOST_ENTRIES) {
          throw new Reader.Unreadable("more than " + MOST_ENTRIES + " files in the archive");
        }
        Part part = left.remove(entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
        if (part != null) {
          part.read(in);
        }
        in.passOver();
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw in.isOver()
          ? tooMuch()
          : new Reader.Unreadable("no zip archive, or a broken one", broken);
    } catch (Reader.Unreadable unreadable) {
      throw in.isOver() ? tooMuch() : unreadable;
    }
    if (entries == 0) {
      throw new Reader.Unreadable("no zip archive, or an empty one");
    }
    Set<String> found = new HashSet<>(wanted.keySet());
    found.removeAll(left.keySet());
    return found;
  }

  private Reader.Unreadable tooMuch() {
    return new Reader.Unreadable("more than " + mostBytes + " bytes when unpacked");
  }

  /** Ends where too much comes out; closing it closes nothing. */
  private static final class Counted extends FilterInputStream {
    private final ZipInputStream zip;
    private long left;

    Counted(ZipInputStream zip, long most) {
      super(zip);
      this.zip = zip;
      this.left = most;
    }

    @Nullable ZipEntry next() throws IOException {
      return zip.getNextEntry();
    }

    boolean isOver() {
      return left < 0;
    }

    void passOver() throws IOException {
      byte[] buffer = new byte[BUFFER];
      int read = 0;
      while (read >= 0) {
        read = read(buffer, 0, BUFFER);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
      int read = zip.read(buffer, from, most);
      left -= Math.max(0, read);
      if (left < 0) {
        throw new IOException("too much");
      }
      return read;
    }

    @Override
    public void close() {}
  }
}
