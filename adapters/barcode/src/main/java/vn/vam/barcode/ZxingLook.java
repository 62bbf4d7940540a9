package vn.vam.barcode;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** ZXing, which finds a code by counting black and white along lines. */
record ZxingLook(View view, Threshold threshold, Tone tone, Search search) implements Look {
  /** Where black ends and white begins. */
  enum Threshold {
    /** Of each neighbourhood by itself: light may fall unevenly. */
    LOCAL,
    /** One for the whole photo: a little noise changes nothing. */
    GLOBAL
  }

  /** Which of the two is ink. */
  enum Tone {
    DARK,
    LIGHT
  }

  /** How the code is looked for. */
  enum Search {
    /** The three corners that fit best. */
    BEST,
    /** Every three corners that might be a code's. */
    EVERY,
    /** A drawing, not a photo: nothing but the code, upright and sharp. */
    DRAWN
  }

  @Override
  public List<String> texts(Grey photo) {
    try {
      return Stream.of(results(new BinaryBitmap(binarizer(source(view.of(photo))))))
          .map(Result::getText)
          .toList();
    } catch (ReaderException | RuntimeException nothingRead) {
      return List.of();
    }
  }

  private LuminanceSource source(Grey grey) {
    LuminanceSource source =
        new PlanarYUVLuminanceSource(
            grey.pixels(), grey.width(), grey.height(), 0, 0, grey.width(), grey.height(), false);
    return switch (tone) {
      case DARK -> source;
      case LIGHT -> source.invert();
    };
  }

  private Binarizer binarizer(LuminanceSource source) {
    return switch (threshold) {
      case LOCAL -> new HybridBinarizer(source);
      case GLOBAL -> new GlobalHistogramBinarizer(source);
    };
  }

  private Result[] results(BinaryBitmap bitmap) throws ReaderException {
    return switch (search) {
      case BEST -> one(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
      case DRAWN -> one(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true));
      case EVERY ->
          new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
    };
  }

  private static Result[] one(BinaryBitmap bitmap, Map<DecodeHintType, ?> hints)
      throws ReaderException {
    return new Result[] {new QRCodeReader().decode(bitmap, hints)};
  }
}
