package vn.vam.feeds;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A zip file's wanted files. What it says of sizes is not believed: what comes out is counted. */
final class Archive {
  private static final int MOST_ENTRIES = 100;
  private static final int BUFFER = 16 * 1024;

  private final long mostBytes;

  /**
   * @param mostBytes of everything in it, unpacked
   */
  Archive(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The wanted ones that are there, in whatever folder of the archive they lie. */
  Map<String, byte[]> unpack(byte[] zip, Set<String> wanted) throws Reader.Unreadable {
    Map<String, byte[]> files = new HashMap<>();
    long left = mostBytes;
    int entries = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new Reader.Unreadable("more than " + MOST_ENTRIES + " files in the archive");
        }
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        left -= inflate(in, left, wanted.contains(name) ? kept : null);
        if (wanted.contains(name)) {
          files.putIfAbsent(name, kept.toByteArray());
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new Reader.Unreadable("no zip archive, or a broken one", broken);
    }
    if (entries == 0) {
      throw new Reader.Unreadable("no zip archive, or an empty one");
    }
    return files;
  }

  private long inflate(ZipInputStream in, long left, @Nullable ByteArrayOutputStream out)
      throws IOException, Reader.Unreadable {
    byte[] buffer = new byte[BUFFER];
    long inflated = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      inflated += read;
      if (inflated > left) {
        throw new Reader.Unreadable("more than " + mostBytes + " bytes when unpacked");
      }
      if (out != null) {
        out.write(buffer, 0, read);
      }
    }
    return inflated;
  }
}
