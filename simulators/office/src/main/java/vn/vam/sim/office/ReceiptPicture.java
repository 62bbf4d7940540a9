package vn.vam.sim.office;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The printed receipt, see {@link ReceiptText}, as a picture of A5 at {@value #DPI} dpi. */
final class ReceiptPicture {
  private static final int DPI = 200;
  private static final int WIDTH = 1_166;
  private static final int HEIGHT = 1_654;
  private static final int MARGIN = 90;
  private static final int LINE = 44;
  private static final int SMALL = 26;
  private static final int LARGE = 34;

  /** 1.27 mm: what a simple camera still resolves when the whole sheet is on the photo. */
  private static final int PIXELS_OF_A_MODULE = 10;

  private final BufferedImage sheet =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
  private final Graphics2D pen = sheet.createGraphics();
  private int y = MARGIN;

  private ReceiptPicture() {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  /**
   * @return a PNG; empty before the office has accepted the dossier
   */
  static Optional<byte[]> of(Dossier dossier, Instant now) {
    return dossier
        .receivedAt(now)
        .flatMap(received -> dossier.dueAt(now).map(due -> of(dossier, received, due)));
  }

  private static byte[] of(Dossier dossier, Instant received, Instant due) {
    ReceiptPicture picture = new ReceiptPicture();
    try {
      picture.print(dossier, received, due);
    } finally {
      picture.pen.dispose();
    }
    return picture.png();
  }

  private void print(Dossier dossier, Instant received, Instant due) {
    BufferedImage qr = ReceiptQr.of(dossier.code(), PIXELS_OF_A_MODULE);
    pen.drawImage(qr, WIDTH - qr.getWidth() - MARGIN / 2, MARGIN / 2, null);
    ReceiptText.head(dossier).forEach(this::write);
    y = Math.max(y, qr.getHeight() + MARGIN);
    ReceiptText.body(dossier, received, due).forEach(this::write);
  }

  /** One paragraph, broken between words. */
  private void write(ReceiptText.Line paragraph) {
    pen.setFont(font(paragraph.face()));
    FontMetrics letters = pen.getFontMetrics();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.text().split(" ")) {
      if (!line.isEmpty() && letters.stringWidth(line + " " + word) > WIDTH - 2 * MARGIN) {
        end(line);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    end(line);
  }

  private static Font font(ReceiptText.Face face) {
    return switch (face) {
      case PLAIN -> new Font(Font.SANS_SERIF, Font.PLAIN, SMALL);
      case BOLD -> new Font(Font.SANS_SERIF, Font.BOLD, SMALL);
      case LARGE -> new Font(Font.SANS_SERIF, Font.BOLD, LARGE);
      case SLANTED -> new Font(Font.SANS_SERIF, Font.ITALIC, SMALL);
    };
  }

  private void end(StringBuilder line) {
    y += LINE;
    pen.drawString(line.toString(), MARGIN, y);
    line.setLength(0);
  }

  private byte[] png() {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(sheet, "png", out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }
}
