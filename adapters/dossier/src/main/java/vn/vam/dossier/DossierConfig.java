package vn.vam.dossier;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the office answers over HTTP, and how long we wait for it.
 *
 * @param url http or https, without query; {@code /api/hoso/CODE} is asked below it
 * @param deadline for a whole look-up, 100 ms to 10 s
 * @param parallel look-ups at a time, 1 to 64; more are answered as unavailable at once
 * @param fields what the office calls things
 * @param proof what somebody has to know besides the code
 */
public record DossierConfig(
    URI url, Duration deadline, int parallel, DossierFields fields, ProofFields proof)
    implements OfficeConfig {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_PARALLEL = 64;

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public DossierConfig {
    List<String> complaints = new ArrayList<>();
    if (!isPlainHttp(url)) {
      complaints.add(
          "url: expected such as http://127.0.0.1:8091, without user, query or fragment");
    }
    if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
      complaints.add("deadline: expected 100 ms to 10 s, such as 3s");
    }
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      complaints.add("parallel: expected 1 to 64, such as 8");
    }
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
  }

  /** With the proof the public software knows. */
  public DossierConfig(URI url, Duration deadline, int parallel, DossierFields fields) {
    this(url, deadline, parallel, fields, ProofFields.STANDARD);
  }

  /** The same for an office whose receipts tell nothing but the code. */
  public DossierConfig withoutProof() {
    return new DossierConfig(url, deadline, parallel, fields, ProofFields.NONE);
  }

  /** With a deadline of 3 s, 8 look-ups at a time, and the field names of the public software. */
  public static DossierConfig at(URI url) {
    return new DossierConfig(url, Duration.ofSeconds(3), 8, DossierFields.STANDARD);
  }

  private static boolean isPlainHttp(URI url) {
    return List.of("http", "https").contains(String.valueOf(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
