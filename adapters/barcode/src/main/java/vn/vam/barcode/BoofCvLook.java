package vn.vam.barcode;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.util.List;
import java.util.regex.Pattern;

/**
 * BoofCV, which finds a code by the outlines of its corners where ZXing counts along lines: each
 * reads photos that the other does not.
 */
record BoofCvLook(View view) implements Look {
  static {
    // A photo is read on the thread that asked: the reader bounds how many are under way.
    BoofConcurrency.USE_CONCURRENT = false;
  }

  /** Beyond ASCII it does not know the alphabets that ZXing guesses well, Japanese ones say. */
  private static final Pattern PLAIN = Pattern.compile("[\\t\\n\\r -~]+");

  @Override
  public List<String> texts(Grey photo) {
    try {
      QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
      detector.process(image(view.of(photo)));
      return detector.getDetections().stream()
          .map(BoofCvLook::text)
          .filter(text -> PLAIN.matcher(text).matches())
          .toList();
    } catch (RuntimeException nothingRead) {
      return List.of();
    }
  }

  private static String text(QrCode code) {
    return code.message;
  }

  private static GrayU8 image(Grey grey) {
    GrayU8 image = new GrayU8(grey.width(), grey.height());
    System.arraycopy(grey.pixels(), 0, image.data, 0, grey.pixels().length);
    return image;
  }
}
