package vn.vam.barcode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * A printed receipt of A5 on a table, seen from above: a QR in its upper right corner and lines of
 * words, which are bars here, so that no machine's fonts play a part.
 *
 * @param picture {@value #PIXELS} pixels a module of the QR
 */
record Paper(Grey picture) {
  static final int PIXELS = 8;

  /** In modules of 1.35 mm. */
  private static final int WIDTH = 110;

  private static final int HEIGHT = 156;
  private static final int TABLE = 30;
  private static final int SIDE = 25;

  /** Of the QR's middle, in modules from the left and upper edge of the picture. */
  static final double QR_X = TABLE + WIDTH - 8 - SIDE / 2.0;

  static final double QR_Y = TABLE + 8 + SIDE / 2.0;

  static Paper printed(String code, RandomGenerator random) {
    var picture =
        new BufferedImage(
            (WIDTH + 2 * TABLE) * PIXELS,
            (HEIGHT + 2 * TABLE) * PIXELS,
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = picture.createGraphics();
    pen.scale(PIXELS, PIXELS);
    pen.setColor(grey(random.nextInt(40, 140)));
    pen.fillRect(0, 0, WIDTH + 2 * TABLE, HEIGHT + 2 * TABLE);
    pen.translate(TABLE, TABLE);
    pen.setColor(grey(235));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(grey(45));
    words(pen, random);
    BufferedImage qr = Pictures.code(code);
    int whole = SIDE + 8;
    pen.drawImage(qr, WIDTH - 4 - whole, 4, whole, whole, null);
    pen.dispose();
    byte[] pixels = new byte[picture.getWidth() * picture.getHeight()];
    picture.getRaster().getDataElements(0, 0, picture.getWidth(), picture.getHeight(), pixels);
    return new Paper(new Grey(pixels, picture.getWidth(), picture.getHeight()));
  }

  private static Color grey(int level) {
    return new Color(level, level, level);
  }

  private static void words(Graphics2D pen, RandomGenerator random) {
    for (int y = 8; y < HEIGHT - 8; y += 5) {
      int end = y < 44 ? WIDTH - 48 : WIDTH - 8;
      int x = 8;
      while (x < end - 6) {
        int length = random.nextInt(3, 10);
        pen.fillRect(x, y, Math.min(length, end - x), 2);
        x += length + 2;
      }
    }
  }

  /**
   * What is there, 0 to 255; the table goes on beyond the edge.
   *
   * @param x in modules from the left
   * @param y in modules from above
   */
  double at(double x, double y) {
    int column = (int) Math.round(x * PIXELS - 0.5);
    int row = (int) Math.round(y * PIXELS - 0.5);
    return picture.at(
        Math.clamp(column, 0, picture.width() - 1), Math.clamp(row, 0, picture.height() - 1));
  }
}
