package vn.vam.testing;

import org.junit.jupiter.api.Assumptions;

/**
 * Tests against real servers are skipped, with a sentence, where the server is missing; where an
 * environment variable says it must be there, they fail instead.
 */
public final class Required {
  private Required() {}

  /** Whether missing servers fail. */
  public static boolean servers() {
    return isSet("VAM_REQUIRE_SERVERS");
  }

  /** Whether a missing Docker engine or image fails. */
  public static boolean docker() {
    return isSet("VAM_REQUIRE_DOCKER");
  }

  /** Skips, or fails with {@code VAM_REQUIRE_SERVERS=true}. */
  public static void server(boolean present, String whatIsMissing) {
    orElseSkip("VAM_REQUIRE_SERVERS", present, whatIsMissing);
  }

  /** Skips, or fails with {@code VAM_REQUIRE_DOCKER=true}. */
  public static void docker(boolean present, String whatIsMissing) {
    orElseSkip("VAM_REQUIRE_DOCKER", present, whatIsMissing);
  }

  /** Skips, or fails with {@code VAM_REQUIRE_MOUNTS=true}. */
  public static void mount(boolean possible, String whatIsMissing) {
    orElseSkip("VAM_REQUIRE_MOUNTS", possible, whatIsMissing);
  }

  private static void orElseSkip(String variable, boolean present, String whatIsMissing) {
    if (!present && isSet(variable)) {
      throw new AssertionError(whatIsMissing + " (" + variable + "=true)");
    }
    Assumptions.assumeTrue(present, whatIsMissing);
  }

  private static boolean isSet(String variable) {
    return Boolean.parseBoolean(System.getenv(variable));
  }
}
