package vn.vam.barcode;

/**
 * A picture in shades of grey, a byte a pixel, row after row. What is made from it is a new one.
 */
final class Grey {
  private final byte[] pixels;
  private final int width;
  private final int height;

  /**
   * @param pixels 0 black to 255 white, {@code width * height} of them; not copied, and from now on
   *     changed by nobody
   */
  Grey(byte[] pixels, int width, int height) {
    if (width < 1 || height < 1 || pixels.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException("expected width * height pixels");
    }
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  byte[] pixels() {
    return pixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int longSide() {
    return Math.max(width, height);
  }

  int at(int x, int y) {
    return Byte.toUnsignedInt(pixels[y * width + x]);
  }

  /** Larger or smaller; a pixel of a smaller picture is the mean of those it stands for. */
  Grey withLongSide(int wanted) {
    Grey near = this;
    while (near.longSide() >= 2 * wanted && near.width > 1 && near.height > 1) {
      near = near.halved();
    }
    double scale = (double) wanted / near.longSide();
    int newWidth = Math.max(1, (int) Math.round(near.width * scale));
    int newHeight = Math.max(1, (int) Math.round(near.height * scale));
    return newWidth == near.width && newHeight == near.height
        ? near
        : near.sampled(newWidth, newHeight, 1 / scale, 0);
  }

  private Grey halved() {
    int newWidth = width / 2;
    int newHeight = height / 2;
    byte[] half = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int above = 2 * y * width;
      int below = above + width;
      for (int x = 0; x < newWidth; x++) {
        int sum =
            (pixels[above + 2 * x] & 0xFF)
                + (pixels[above + 2 * x + 1] & 0xFF)
                + (pixels[below + 2 * x] & 0xFF)
                + (pixels[below + 2 * x + 1] & 0xFF);
        half[y * newWidth + x] = (byte) ((sum + 2) >> 2);
      }
    }
    return new Grey(half, newWidth, newHeight);
  }

  /** Turned about its middle, as large as it was; what leaves the frame is lost. */
  Grey turned(double degrees) {
    return sampled(width, height, 1, Math.toRadians(degrees));
  }

  /** Every new pixel looks, linearly between four, where it comes from; outside is the edge. */
  private Grey sampled(int newWidth, int newHeight, double step, double angle) {
    byte[] sampled = new byte[newWidth * newHeight];
    double cos = Math.cos(angle) * step;
    double sin = Math.sin(angle) * step;
    for (int y = 0; y < newHeight; y++) {
      double dy = y + 0.5 - newHeight / 2.0;
      double dx = 0.5 - newWidth / 2.0;
      double sourceX = width / 2.0 + cos * dx - sin * dy - 0.5;
      double sourceY = height / 2.0 + sin * dx + cos * dy - 0.5;
      for (int x = 0; x < newWidth; x++) {
        sampled[y * newWidth + x] = between(sourceX, sourceY);
        sourceX += cos;
        sourceY += sin;
      }
    }
    return new Grey(sampled, newWidth, newHeight);
  }

  private byte between(double x, double y) {
    double inX = Math.min(Math.max(x, 0), width - 1.0);
    double inY = Math.min(Math.max(y, 0), height - 1.0);
    int left = (int) inX;
    int top = (int) inY;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    double fx = inX - left;
    double fy = inY - top;
    double upper = at(left, top) * (1 - fx) + at(right, top) * fx;
    double lower = at(left, bottom) * (1 - fx) + at(right, bottom) * fx;
    return (byte) Math.round(upper * (1 - fy) + lower * fy);
  }

  /** The mean of nine: noise and the blocks of strong compression fade. */
  Grey smoothed() {
    return combined(1, 1);
  }

  /** Edges that a lens or a hand has washed out stand out again; so does the noise. */
  Grey sharpened() {
    return combined(1 + SHARPNESS, -SHARPNESS);
  }

  private static final int SHARPNESS = 2;

  /** {@code own * pixel + others * mean of nine}; smoothed where {@code own} counts for nothing. */
  private Grey combined(int own, int others) {
    byte[] combined = pixels.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        int mean = (threeFrom(at - width - 1) + threeFrom(at - 1) + threeFrom(at + width - 1)) / 9;
        int value = others > 0 ? mean : own * (pixels[at] & 0xFF) + others * mean;
        combined[at] = (byte) Math.min(Math.max(value, 0), 255);
      }
    }
    return new Grey(combined, width, height);
  }

  private int threeFrom(int at) {
    return (pixels[at] & 0xFF) + (pixels[at + 1] & 0xFF) + (pixels[at + 2] & 0xFF);
  }
}
