package vn.vam.dossier;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Files that the office puts down, each with all its dossiers.
 *
 * @param path a CSV file, or a folder of which the newest {@code .csv} counts
 * @param every how often it is looked whether there is another, 100 ms to 1 h
 * @param staleAfter how old a file may be before nothing is told from it, 1 h to 365 d
 */
public record DropConfig(
    Path path, Duration every, Duration staleAfter, DossierFields fields, ProofFields proof)
    implements OfficeConfig {
  public static final Duration EVERY = Duration.ofSeconds(10);
  public static final Duration STALE_AFTER = Duration.ofDays(7);
  public static final Duration SHORTEST_EVERY = Duration.ofMillis(100);
  public static final Duration LONGEST_EVERY = Duration.ofHours(1);
  public static final Duration SHORTEST_STALE = Duration.ofHours(1);
  public static final Duration LONGEST_STALE = Duration.ofDays(365);

  /**
   * @throws IllegalArgumentException naming the time that is out of its range
   */
  public DropConfig {
    check("every", every, SHORTEST_EVERY, LONGEST_EVERY);
    check("stale_after", staleAfter, SHORTEST_STALE, LONGEST_STALE);
  }

  private static void check(String name, Duration time, Duration least, Duration most) {
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw new IllegalArgumentException(name + ": expected " + least + " to " + most);
    }
  }
}
