package vn.vam.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import vn.vam.core.chart.ChartDrawing;
import vn.vam.core.chart.SaltChart;

/**
 * Draws a chart as the messenger shows pictures best: 16 to 9, with letters that are still letters
 * where the screen is five centimetres wide.
 */
public final class PngChart implements ChartDrawing {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;

  private final Lettering lettering = new Lettering();

  @Override
  public synchronized byte[] png(SaltChart chart) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Sheet sheet = new Sheet(image, lettering);
    try {
      new Drawing(sheet, chart).draw();
    } finally {
      sheet.close();
    }
    coarsen(image);
    return encoded(image);
  }

  /** Sixteen steps of each colour are enough for an eye and much less for a slow line. */
  private static void coarsen(BufferedImage image) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, coarse(image.getRGB(x, y)));
      }
    }
  }

  private static int coarse(int rgb) {
    return (rgb >>> 4 & 0x0F0F0F) * 0x11;
  }

  private static byte[] encoded(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }
}
