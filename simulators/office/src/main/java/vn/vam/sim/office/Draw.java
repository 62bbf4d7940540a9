package vn.vam.sim.office;

import java.util.List;
import java.util.SplittableRandom;

/** Small draws from a seeded generator. */
final class Draw {

  /** Without the letters and digits people mix up. */
  private static final String READABLE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private Draw() {}

  static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  static String digits(int count, SplittableRandom random) {
    return text("0123456789", count, random);
  }

  static String readable(int count, SplittableRandom random) {
    return text(READABLE, count, random);
  }

  private static String text(String letters, int count, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
