package vn.vam.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines of Liberation Sans, which knows every Vietnamese letter. The JDK's own text
 * needs native libraries for fonts that a bare image does not have. One thread at a time.
 */
final class Lettering {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  Lettering() {
    try (InputStream file = TrueTypeFont.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new IllegalStateException("the class path lacks " + FONT);
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** In pixels. */
  double width(String text, double size) {
    return composed(text).codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
  }

  /** Its outline, the first letter's base line beginning at (x, y). */
  Shape outline(String text, double size, double x, double y) {
    Path2D line = new Path2D.Double();
    double scale = size / unitsPerEm;
    double pen = x;
    for (int letter : composed(text).codePoints().toArray()) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, pen, y);
      line.append(place.createTransformedShape(glyph(letter)), false);
      pen += advance(letter) * scale;
    }
    return line;
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private double advance(int letter) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(letter));
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  private Shape glyph(int letter) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
      return glyph == null ? new Path2D.Double() : glyph.getPath();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }
}
