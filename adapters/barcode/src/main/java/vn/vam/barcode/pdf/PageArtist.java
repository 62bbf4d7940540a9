package vn.vam.barcode.pdf;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * A program: takes a PDF on its standard input and answers on its standard output with a reason why
 * not, empty where there is none, the number of pages, and for each the length of its PNG and the
 * PNG. Scripts, attachments and what a document refers to elsewhere are never opened: PDFBox draws
 * and does nothing else. Letters are left out, since a code is squares or a picture: so no font of
 * a stranger is read either.
 */
final class PageArtist {
  static final int MOST_PAGES = 3;

  /** Of a page as it is drawn, in pixels. */
  private static final double MOST_PIXELS = 25_000_000;

  /** In pixels a point: 200 a inch, ten for a small module of a receipt. */
  private static final double SCALE = 200.0 / 72;

  private static final Set<String> LETTERS =
      Set.of(
          OperatorName.SET_FONT_AND_SIZE,
          OperatorName.SHOW_TEXT,
          OperatorName.SHOW_TEXT_ADJUSTED,
          OperatorName.SHOW_TEXT_LINE,
          OperatorName.SHOW_TEXT_LINE_AND_SPACE);

  private PageArtist() {}

  public static void main(String[] none) throws IOException {
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    offerToGoFirst();
    byte[] file = System.in.readAllBytes();
    try (var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      answer(file, out);
    }
  }

  /** Where the system runs out of memory, this process ends and not the hub (Linux alone). */
  private static void offerToGoFirst() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
    } catch (IOException elsewhere) {
      return;
    }
  }

  static void answer(byte[] file, DataOutputStream out) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    out.writeUTF(reasonAgainst(file, pictures));
    out.writeInt(pictures.size());
    for (byte[] picture : pictures) {
      out.writeInt(picture.length);
      out.write(picture);
    }
  }

  private static String reasonAgainst(byte[] file, List<byte[]> pictures) {
    try (PDDocument document = Loader.loadPDF(file)) {
      int pages = document.getNumberOfPages();
      if (pages < 1 || pages > MOST_PAGES) {
        return "expected a PDF of 1 to %d pages, found %d".formatted(MOST_PAGES, pages);
      }
      PDFRenderer renderer = new WithoutLetters(document);
      renderer.setSubsamplingAllowed(true);
      for (int page = 0; page < pages; page++) {
        pictures.add(picture(renderer, page, document.getPage(page).getCropBox()));
      }
      return "";
    } catch (InvalidPasswordException locked) {
      return "expected a PDF without a password, found one that is locked";
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError broken) {
      pictures.clear();
      return "expected a whole PDF, found a broken one";
    }
  }

  private static byte[] picture(PDFRenderer renderer, int page, PDRectangle sheet)
      throws IOException {
    double most = Math.sqrt(MOST_PIXELS / ((double) sheet.getWidth() * sheet.getHeight()));
    BufferedImage drawn = renderer.renderImage(page, (float) Math.min(SCALE, most), ImageType.GRAY);
    var out = new ByteArrayOutputStream();
    ImageIO.write(drawn, "png", out);
    return out.toByteArray();
  }

  private static final class WithoutLetters extends PDFRenderer {
    WithoutLetters(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (!LETTERS.contains(operator.getName())) {
            super.processOperator(operator, operands);
          }
        }
      };
    }
  }
}
