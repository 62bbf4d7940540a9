package vn.vam.sim.town;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What stands for a photo beside an article: a river under a sky, another one for each number. */
final class NewsPicture {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 270;
  private static final int WAVES = 3;

  private NewsPicture() {}

  /** A PNG of 16 to 9. */
  static byte[] of(int number) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      draw(pen, number);
    } finally {
      pen.dispose();
    }
    return png(image);
  }

  private static void draw(Graphics2D pen, int number) {
    float hue = number * 0.137f % 1;
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color above = Color.getHSBColor(hue, 0.35f, 0.95f);
    Color below = Color.getHSBColor(hue + 0.08f, 0.2f, 1f);
    pen.setPaint(new GradientPaint(0, 0, above, 0, HEIGHT, below));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0xFFF3C4));
    pen.fill(new Ellipse2D.Double(60 + number * 53 % 340, 40, 60, 60));
    for (int i = 0; i < WAVES; i++) {
      pen.setColor(Color.getHSBColor(0.55f, 0.45f + 0.1f * i, 0.75f - 0.12f * i));
      pen.fill(wave(150 + i * 38, i * 1.7 + number));
    }
  }

  private static Path2D wave(double height, double phase) {
    Path2D wave = new Path2D.Double();
    wave.moveTo(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 8) {
      wave.lineTo(x, height + 14 * Math.sin(x / 55.0 + phase));
    }
    wave.lineTo(WIDTH, HEIGHT);
    wave.closePath();
    return wave;
  }

  private static byte[] png(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }
}
