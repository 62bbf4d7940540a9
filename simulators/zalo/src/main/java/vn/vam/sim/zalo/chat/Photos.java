package vn.vam.sim.zalo.chat;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Pictures and documents citizens sent, the oldest forgotten once they fill {@value #MOST_BYTES}
 * bytes.
 */
public final class Photos {
  static final long MOST_BYTES = 64L * 1024 * 1024;
  private final Map<String, Buffer> byName = new LinkedHashMap<>();
  private long bytes;

  /**
   * @return the name to ask for, with the ending its format deserves; empty when it is neither PNG
   *     nor JPEG
   */
  public Optional<String> keep(Buffer picture) {
    return ending(picture).map(ending -> keep(UUID.randomUUID() + ending, picture));
  }

  /**
   * @return what it is from now on
   */
  public Content.Document keepDocument(String name, Buffer file) {
    String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String kept = keep(UUID.randomUUID() + (type.equals("pdf") ? ".pdf" : ".bin"), file);
    return new Content.Document(name, type, file.length(), md5(file), "/photos/" + kept);
  }

  private static String md5(Buffer file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(file.getBytes()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has MD5", impossible);
    }
  }

  public Optional<Buffer> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Keeps it under that name, whatever it is. */
  public String keep(String name, Buffer picture) {
    byName.put(name, picture);
    bytes += picture.length();
    var oldest = byName.entrySet().iterator();
    while (bytes > MOST_BYTES && byName.size() > 1) {
      bytes -= oldest.next().getValue().length();
      oldest.remove();
    }
    return name;
  }

  private static Optional<String> ending(Buffer picture) {
    if (picture.length() < 4) return Optional.empty();
    int head = picture.getInt(0);
    if (head == 0x89504E47) return Optional.of(".png");
    return (head >>> 8) == 0xFFD8FF ? Optional.of(".jpg") : Optional.empty();
  }
}
