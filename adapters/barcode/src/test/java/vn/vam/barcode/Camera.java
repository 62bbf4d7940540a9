package vn.vam.barcode;

/** A pinhole camera that looks at the QR of a {@link Paper}. */
final class Camera {
  private final int width;
  private final int height;
  private final double module;
  private final double middleX;
  private final double middleY;
  private final double focus;
  private final double cosTilt;
  private final double sinTilt;
  private final double cosLean;
  private final double sinLean;
  private final double cosBack;
  private final double sinBack;

  /**
   * @param width of the photo, in pixels
   * @param module pixels of a module in the middle of the QR
   * @param turn of the paper, in degrees
   * @param tilt from looking straight down, in degrees
   * @param towards where the camera leans to, in degrees
   * @param offX of the QR from the middle of the photo, in pixels
   * @param offY likewise
   */
  Camera(
      int width,
      int height,
      double module,
      double turn,
      double tilt,
      double towards,
      double offX,
      double offY) {
    this.width = width;
    this.height = height;
    this.module = module;
    middleX = width / 2.0 + offX;
    middleY = height / 2.0 + offY;
    focus = 1.2 * width;
    cosTilt = Math.cos(Math.toRadians(tilt));
    sinTilt = Math.sin(Math.toRadians(tilt));
    cosLean = Math.cos(Math.toRadians(towards));
    sinLean = Math.sin(Math.toRadians(towards));
    cosBack = Math.cos(Math.toRadians(turn - towards));
    sinBack = Math.sin(Math.toRadians(turn - towards));
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double module() {
    return module;
  }

  /** Where the QR's middle is on the photo, in pixels. */
  double middleX() {
    return middleX;
  }

  double middleY() {
    return middleY;
  }

  /**
   * What of the paper a pixel shows: the ray through it meets the tilted plane.
   *
   * @return in modules from the paper's left and upper edge; far away beyond the horizon
   */
  double[] onPaper(double pixelX, double pixelY) {
    double x = pixelX - middleX;
    double y = pixelY - middleY;
    double along = (x * cosLean + y * sinLean) / module;
    double across = (y * cosLean - x * sinLean) / module * cosTilt;
    double nearness = Math.max(cosTilt - along * module / focus * sinTilt, 0.02);
    double plane = along / nearness;
    double side = across / nearness;
    return new double[] {
      Paper.QR_X + plane * cosBack + side * sinBack, Paper.QR_Y - plane * sinBack + side * cosBack
    };
  }
}
