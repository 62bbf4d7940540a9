package vn.vam.sim.office;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;

/** The bare code as a QR, the way offices print it: a quarter of it to spare, and a white edge. */
final class ReceiptQr {
  private static final int WHITE = 0xFFFFFF;
  private static final Map<EncodeHintType, ?> HINTS =
      Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 4);

  private ReceiptQr() {}

  static BufferedImage of(DossierCode code, int pixelsOfAModule) {
    BitMatrix modules = modules(code);
    int side = modules.getWidth() * pixelsOfAModule;
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean ink = modules.get(x / pixelsOfAModule, y / pixelsOfAModule);
        picture.setRGB(x, y, ink ? 0 : WHITE);
      }
    }
    return picture;
  }

  /** With the white edge. */
  static BitMatrix modules(DossierCode code) {
    try {
      return new QRCodeWriter().encode(code.text(), BarcodeFormat.QR_CODE, 0, 0, HINTS);
    } catch (WriterException impossible) {
      throw new IllegalStateException("forty characters fit into every QR", impossible);
    }
  }
}
