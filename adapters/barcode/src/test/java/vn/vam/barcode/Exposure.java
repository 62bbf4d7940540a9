package vn.vam.barcode;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** The light on a photo's pixels while it is taken, 0 black, 255 white, and beyond. */
final class Exposure {
  /** Changes the light of a pixel. */
  interface Filter {
    double at(int x, int y, double light);
  }

  /** Bends or folds the paper: moves where a point of it is, in modules, and shades it. */
  interface Fold {
    Fold NONE = (x, y) -> new double[] {x, y, 1};

    /** Horizontal and vertical place, and brightness as a factor. */
    double[] at(double x, double y);
  }

  private final int width;
  private final int height;
  private final double middleX;
  private final double middleY;
  private final double[] light;

  private Exposure(Camera camera, double[] light) {
    this(camera.width(), camera.height(), camera.middleX(), camera.middleY(), light);
  }

  private Exposure(int width, int height, double middleX, double middleY, double[] light) {
    this.width = width;
    this.height = height;
    this.middleX = middleX;
    this.middleY = middleY;
    this.light = light;
  }

  /** A pixel is the mean of several places on the paper where those lie close. */
  static Exposure of(Paper paper, Camera camera, Fold fold) {
    int samples = camera.module() > 2.0 * Paper.PIXELS ? 1 : 2;
    double[] light = new double[camera.width() * camera.height()];
    for (int y = 0; y < camera.height(); y++) {
      for (int x = 0; x < camera.width(); x++) {
        double sum = 0;
        for (int sample = 0; sample < samples * samples; sample++) {
          double pixelX = x + (sample % samples + 0.5) / samples;
          double pixelY = y + (sample / samples + 0.5) / samples;
          sum += seen(paper, camera, fold, pixelX, pixelY);
        }
        light[y * camera.width() + x] = sum / (samples * samples);
      }
    }
    return new Exposure(camera, light);
  }

  private static double seen(Paper paper, Camera camera, Fold fold, double pixelX, double pixelY) {
    double[] place = camera.onPaper(pixelX, pixelY);
    double[] folded = fold.at(place[0], place[1]);
    return paper.at(folded[0], folded[1]) * folded[2];
  }

  /** Where the QR's middle is, in pixels. */
  double middleX() {
    return middleX;
  }

  double middleY() {
    return middleY;
  }

  Exposure through(Filter filter) {
    double[] changed = new double[light.length];
    for (int i = 0; i < light.length; i++) {
      changed[i] = filter.at(i % width, i / width, light[i]);
    }
    return new Exposure(width, height, middleX, middleY, changed);
  }

  Exposure noisy(double sigma, RandomGenerator random) {
    return through((x, y, value) -> value + sigma * random.nextGaussian());
  }

  /** Out of focus: a Gaussian of that many pixels. */
  Exposure unfocused(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(-Math.pow((i - reach) / sigma, 2) / 2);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weighted(weights, 1, 0).weighted(weights, 0, 1);
  }

  private Exposure weighted(double[] weights, int directionX, int directionY) {
    int reach = weights.length / 2;
    double[] changed = new double[light.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
          int fromX = Math.clamp(x + (i - reach) * directionX, 0, width - 1);
          int fromY = Math.clamp(y + (i - reach) * directionY, 0, height - 1);
          sum += weights[i] * light[fromY * width + fromX];
        }
        changed[y * width + x] = sum;
      }
    }
    return new Exposure(width, height, middleX, middleY, changed);
  }

  /** Moved while the shutter was open, over so many pixels in that direction. */
  Exposure smeared(double length, double directionX, double directionY) {
    int steps = Math.max(1, (int) Math.ceil(length));
    double[] changed = new double[light.length];
    for (int i = 0; i < light.length; i++) {
      double sum = 0;
      for (int step = 0; step <= steps; step++) {
        double way = length * ((double) step / steps - 0.5);
        sum += at(i % width + way * directionX, i / width + way * directionY);
      }
      changed[i] = sum / (steps + 1);
    }
    return new Exposure(width, height, middleX, middleY, changed);
  }

  private double at(double x, double y) {
    double inX = Math.clamp(x, 0, width - 1.001);
    double inY = Math.clamp(y, 0, height - 1.001);
    int left = (int) inX;
    int top = (int) inY;
    double fx = inX - left;
    double fy = inY - top;
    int at = top * width + left;
    return (light[at] * (1 - fx) + light[at + 1] * fx) * (1 - fy)
        + (light[at + width] * (1 - fx) + light[at + width + 1] * fx) * fy;
  }

  /** As a camera stores it: warm light, eight bits. */
  BufferedImage stored() {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[light.length];
    for (int i = 0; i < light.length; i++) {
      int level = (int) Math.round(Math.clamp(light[i], 0, 255));
      pixels[i] = level << 16 | level << 8 | level * 15 / 16;
    }
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
