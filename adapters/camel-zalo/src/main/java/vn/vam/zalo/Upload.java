package vn.vam.zalo;

/**
 * A file for messages to come. The platform keeps it for seven days and takes 5,000 a month.
 *
 * @param fileName 1 to 128 characters, its ending tells the format
 * @param content PNG or JPEG of at most 1 MB, GIF of at most 5 MB, or PDF, DOC, DOCX, CSV of at
 *     most 5 MB
 */
public record Upload(Kind kind, String fileName, byte[] content) {
  /** Which of the platform's doors it goes through. */
  public enum Kind {
    IMAGE("image", 1024 * 1024),
    GIF("gif", 5 * 1024 * 1024),
    FILE("file", 5 * 1024 * 1024);

    private final String path;
    private final int mostBytes;

    Kind(String path, int mostBytes) {
      this.path = path;
      this.mostBytes = mostBytes;
    }

    String path() {
      return path;
    }

    int mostBytes() {
      return mostBytes;
    }
  }

  @Override
  public String toString() {
    return "Upload[%s, %d bytes]".formatted(kind, content.length);
  }
}
