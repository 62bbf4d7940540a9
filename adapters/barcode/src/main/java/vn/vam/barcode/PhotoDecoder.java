package vn.vam.barcode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.vam.barcode.PhotoHeader.Format;
import vn.vam.barcode.PhotoHeader.Good;

/** Decodes a photo to its brightness alone, in memory that the header has bounded. */
final class PhotoDecoder {
  /** Of a JPEG, a byte each: the brightness is taken as it is stored, without its colours. */
  private static final long MOST_PIXELS_OF_JPEG = 13_000_000;

  /** Of a PNG, up to eight bytes each. */
  private static final long MOST_PIXELS_OF_PNG = 6_500_000;

  private PhotoDecoder() {}

  /**
   * @throws IOException where the file is not what its header promises; decoders throw many a
   *     runtime exception for that, too
   */
  static Grey decode(byte[] file, Good header) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(name(header.format())).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return switch (header.format()) {
        case JPEG -> brightness(reader, header);
        case PNG -> grey(reader.read(0, everyNth(reader, header, MOST_PIXELS_OF_PNG)));
      };
    } finally {
      reader.dispose();
    }
  }

  private static String name(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private static ImageReadParam everyNth(ImageReader reader, Good header, long most) {
    int step = 1;
    while ((long) header.width() * header.height() / ((long) step * step) > most) {
      step++;
    }
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }

  private static Grey brightness(ImageReader reader, Good header) throws IOException {
    Raster raster = reader.readRaster(0, everyNth(reader, header, MOST_PIXELS_OF_JPEG));
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] stored = ((DataBufferByte) raster.getDataBuffer()).getData();
    int bands = raster.getNumBands();
    if (bands == 1) {
      return new Grey(stored, width, height);
    }
    byte[] first = new byte[width * height];
    for (int i = 0; i < first.length; i++) {
      first[i] = stored[i * bands];
    }
    return new Grey(first, width, height);
  }

  private static Grey grey(BufferedImage image) {
    int width = image.getWidth();
    byte[] grey = new byte[width * image.getHeight()];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = onWhite(row[x]);
      }
    }
    return new Grey(grey, width, image.getHeight());
  }

  /** Brightness by ITU-R BT.601, in 1024ths; what is transparent lies on white paper. */
  private static byte onWhite(int argb) {
    int alpha = argb >>> 24;
    int sum = 306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF);
    return (byte) ((alpha * (sum >> 10) + (255 - alpha) * 255) / 255);
  }
}
