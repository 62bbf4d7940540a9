package vn.vam.barcode.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** PDFs of all kinds, as offices print them and as strangers may send them. */
public final class Documents {
  private static final float MODULE = 3.6f;

  private Documents() {}

  /** What is done to a document before it is saved. */
  public interface Change {
    void on(PDDocument document) throws IOException;
  }

  public static byte[] with(Change... changes) {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      for (Change change : changes) {
        change.on(document);
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  /** A page with a code made of squares. */
  public static Change page(String text) {
    return document -> {
      PDPage page = new PDPage(PDRectangle.A5);
      document.addPage(page);
      try (var pen = new PDPageContentStream(document, page)) {
        BitMatrix modules = modules(text);
        for (int y = 0; y < modules.getHeight(); y++) {
          for (int x = 0; x < modules.getWidth(); x++) {
            if (modules.get(x, y)) {
              pen.addRect(250 + x * MODULE, 500 - y * MODULE, MODULE, MODULE);
            }
          }
        }
        pen.fill();
      }
    };
  }

  public static Change emptyPage() {
    return document -> document.addPage(new PDPage(PDRectangle.A4));
  }

  /** A page as a scanner makes it: one picture. */
  public static Change scan(byte[] picture) {
    return document -> {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var pen = new PDPageContentStream(document, page)) {
        pen.drawImage(
            PDImageXObject.createFromByteArray(document, picture, "scan"), 0, 0, 595, 842);
      }
    };
  }

  /**
   * @param reader empty where anybody may read, and only changing it is locked
   */
  public static Change locked(String reader) {
    return document ->
        document.protect(new StandardProtectionPolicy("owner", reader, new AccessPermission()));
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
  }
}
