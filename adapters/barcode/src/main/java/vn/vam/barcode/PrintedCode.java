package vn.vam.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes QR that bad phones can still read: few large modules, a quarter of them to spare. */
public final class PrintedCode {
  /** Of code words, up to a quarter may be unreadable: the level Q of ISO/IEC 18004. */
  private static final ErrorCorrectionLevel TO_SPARE = ErrorCorrectionLevel.Q;

  /** White around the code, in modules: what ISO/IEC 18004 asks for. */
  private static final int QUIET_ZONE = 4;

  /** At 300 dpi a module is 1.35 mm, what a simple camera resolves at arm's length. */
  private static final int PIXELS_OF_A_MODULE = 16;

  private static final int WHITE = 0xFFFFFF;

  private PrintedCode() {}

  /**
   * A PNG, black on white, 16 pixels a module.
   *
   * @param text at most 1,000 characters
   * @throws IllegalArgumentException when it is empty or longer
   */
  public static byte[] png(String text) {
    if (text.isEmpty() || text.length() > 1_000) {
      throw new IllegalArgumentException("expected 1 to 1000 characters");
    }
    BitMatrix modules = modules(text);
    int side = modules.getWidth() * PIXELS_OF_A_MODULE;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean ink = modules.get(x / PIXELS_OF_A_MODULE, y / PIXELS_OF_A_MODULE);
        image.setRGB(x, y, ink ? 0 : WHITE);
      }
    }
    return png(image);
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  TO_SPARE,
                  EncodeHintType.MARGIN,
                  QUIET_ZONE,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("expected a text that fits a QR", tooLong);
    }
  }

  private static byte[] png(BufferedImage image) {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }
}
