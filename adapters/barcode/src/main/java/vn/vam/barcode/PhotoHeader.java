package vn.vam.barcode;

import java.nio.ByteBuffer;

/**
 * What the first bytes of a file promise, read before anything is decoded: a small file can unfold
 * into gigabytes, or keep a decoder busy for an hour.
 */
sealed interface PhotoHeader {
  /** A longer file is not looked at, in bytes. */
  int MOST_BYTES = 10 << 20;

  /** Of the whole photo, in pixels. */
  long MOST_PIXELS = 25_000_000;

  /** A progressive JPEG has about ten; each of thousands would walk over the whole photo. */
  int MOST_SCANS = 64;

  /** Decoders are handed nothing else. */
  enum Format {
    PNG,
    JPEG
  }

  /**
   * @param width 1 to {@link #MOST_PIXELS}, and so is {@code width * height}
   */
  record Good(Format format, int width, int height) implements PhotoHeader {}

  /**
   * @param reason names what was expected
   */
  record Bad(String reason) implements PhotoHeader {}

  static PhotoHeader of(byte[] file) {
    if (file.length > MOST_BYTES) {
      return new Bad("expected at most %d bytes, found %d".formatted(MOST_BYTES, file.length));
    }
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (PngHeader.begins(bytes)) {
      return PngHeader.of(bytes);
    }
    return JpegHeader.begins(bytes)
        ? JpegHeader.of(bytes)
        : new Bad("expected a PNG, JPEG or PDF file, found another or none");
  }

  /**
   * @param width as the file says, possibly above what an {@code int} holds
   */
  static PhotoHeader sized(Format format, long width, long height) {
    if (width < 1 || height < 1) {
      return new Bad("expected a photo with width and height, found none");
    }
    return width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS
        ? new Bad("expected at most %d pixels, found %d x %d".formatted(MOST_PIXELS, width, height))
        : new Good(format, (int) width, (int) height);
  }
}
