package vn.vam.sim.office;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * The printed receipt, see {@link ReceiptText}, as a PDF of one page of A5 for a printer: text with
 * its font, and the QR as squares that stay sharp at any size. Lengths are points of 1/72 inch.
 */
final class ReceiptPdf implements AutoCloseable {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final PDRectangle SHEET = PDRectangle.A5;
  private static final float MARGIN = 32;
  private static final float LINE = 16;
  private static final float SMALL = 9.5f;
  private static final float LARGE = 12;

  /** 1.27 mm, as on the picture. */
  private static final float MODULE = 3.6f;

  private final PDDocument document = new PDDocument();
  private final PDType0Font font;
  private final PDPageContentStream pen;
  private float y = SHEET.getHeight() - MARGIN;

  private ReceiptPdf() throws IOException {
    try (InputStream file = ReceiptPdf.class.getResourceAsStream(FONT)) {
      font = PDType0Font.load(document, Objects.requireNonNull(file, FONT), true);
    }
    PDPage page = new PDPage(SHEET);
    document.addPage(page);
    pen = new PDPageContentStream(document, page);
  }

  /**
   * @return empty before the office has accepted the dossier
   */
  static Optional<byte[]> of(Dossier dossier, Instant now) {
    return dossier
        .receivedAt(now)
        .flatMap(received -> dossier.dueAt(now).map(due -> of(dossier, received, due)));
  }

  private static byte[] of(Dossier dossier, Instant received, Instant due) {
    try (ReceiptPdf receipt = new ReceiptPdf();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      receipt.print(dossier, received, due);
      receipt.pen.close();
      receipt.document.save(out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  private void print(Dossier dossier, Instant received, Instant due) throws IOException {
    float side = draw(ReceiptQr.modules(dossier.code()));
    for (ReceiptText.Line line : ReceiptText.head(dossier)) {
      write(line);
    }
    y = Math.min(y, SHEET.getHeight() - MARGIN - side);
    for (ReceiptText.Line line : ReceiptText.body(dossier, received, due)) {
      write(line);
    }
  }

  /** In the upper right corner. */
  private float draw(BitMatrix modules) throws IOException {
    float side = modules.getWidth() * MODULE;
    float left = SHEET.getWidth() - side - MARGIN / 2;
    float top = SHEET.getHeight() - MARGIN / 2;
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row)) {
          pen.addRect(left + column * MODULE, top - (row + 1) * MODULE, MODULE, MODULE);
        }
      }
    }
    pen.fill();
    return side;
  }

  /** One paragraph, broken between words. */
  private void write(ReceiptText.Line paragraph) throws IOException {
    float size = paragraph.face() == ReceiptText.Face.LARGE ? LARGE : SMALL;
    boolean bold =
        switch (paragraph.face()) {
          case PLAIN, SLANTED -> false;
          case BOLD, LARGE -> true;
        };
    pen.setLineWidth(size / 25);
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.text().split(" ")) {
      if (!line.isEmpty() && width(line + " " + word, size) > SHEET.getWidth() - 2 * MARGIN) {
        end(line, size, bold);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    end(line, size, bold);
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1_000 * size;
  }

  private void end(StringBuilder line, float size, boolean bold) throws IOException {
    y -= LINE;
    pen.beginText();
    pen.setFont(font, size);
    pen.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    pen.newLineAtOffset(MARGIN, y);
    pen.showText(line.toString());
    pen.endText();
    line.setLength(0);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
