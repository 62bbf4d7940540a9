package vn.vam.barcode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures of all kinds, and the files they are sent as. */
final class Pictures {
  static final String CODE = "H58.20-260312-0015";

  private Pictures() {}

  static BufferedImage code(String text) {
    return decoded(PrintedCode.png(text));
  }

  static BufferedImage decoded(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The picture in the middle of a grey table, turned. */
  static BufferedImage onTable(
      BufferedImage picture, int width, int height, double scale, double degrees) {
    var table = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = table.createGraphics();
    pen.setColor(Color.LIGHT_GRAY);
    pen.fillRect(0, 0, width, height);
    pen.translate(width / 2.0, height / 2.0);
    pen.rotate(Math.toRadians(degrees));
    pen.scale(scale, scale);
    pen.drawImage(picture, -picture.getWidth() / 2, -picture.getHeight() / 2, null);
    pen.dispose();
    return table;
  }

  static BufferedImage beside(BufferedImage left, BufferedImage right) {
    var both =
        new BufferedImage(
            left.getWidth() + right.getWidth(), left.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = both.createGraphics();
    pen.drawImage(left, 0, 0, null);
    pen.drawImage(right, left.getWidth(), 0, null);
    pen.dispose();
    return both;
  }

  static BufferedImage inverted(BufferedImage picture) {
    var inverted =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        inverted.setRGB(x, y, ~picture.getRGB(x, y));
      }
    }
    return inverted;
  }

  static byte[] png(BufferedImage picture) {
    return file(picture, "png");
  }

  static byte[] gif(BufferedImage picture) {
    return file(picture, "gif");
  }

  private static byte[] file(BufferedImage picture, String format) {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, format, out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  /**
   * @param quality 0 to 1
   */
  static byte[] jpeg(BufferedImage picture, double quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new ByteArrayOutputStream();
        var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality((float) quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), param);
      stream.flush();
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    } finally {
      writer.dispose();
    }
  }
}
