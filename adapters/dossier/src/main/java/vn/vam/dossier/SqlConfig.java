package vn.vam.dossier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vam.core.secret.Secret;

/**
 * A database that is asked, and never written to.
 *
 * @param url begins with {@code jdbc:postgresql:} or {@code jdbc:sqlite:}, without user and
 *     password
 * @param user absent where the database asks for none
 * @param password likewise
 * @param query one SELECT with one {@code ?}, for which the code is put; its columns are the fields
 * @param deadline for a whole look-up, 100 ms to 10 s
 * @param parallel look-ups and connections at a time, 1 to 64; more are answered as unavailable at
 *     once
 */
public record SqlConfig(
    String url,
    Optional<String> user,
    Optional<Secret> password,
    String query,
    Duration deadline,
    int parallel,
    DossierFields fields,
    ProofFields proof)
    implements OfficeConfig {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_PARALLEL = 64;
  private static final int LONGEST_QUERY = 10_000;
  private static final Pattern URL = Pattern.compile("jdbc:(postgresql|sqlite):\\S{1,1000}");
  private static final Pattern ACCOUNT = Pattern.compile("(?i)(user|password)=|@");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|\\?\\?");

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public SqlConfig {
    List<String> complaints = new ArrayList<>();
    if (!isUrl(url)) {
      complaints.add("url: expected such as jdbc:postgresql://db:5432/motcua, without password");
    }
    if (!isQuery(query)) {
      complaints.add("query: expected one SELECT with one ? for the code");
    }
    if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
      complaints.add("deadline: expected 100 ms to 10 s, such as 3s");
    }
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      complaints.add("parallel: expected 1 to 64, such as 4");
    }
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
  }

  /** Whether it is an address of a database whose driver is here, and tells no account. */
  public static boolean isUrl(String url) {
    return URL.matcher(url).matches() && !ACCOUNT.matcher(url).find();
  }

  /** Whether it is one statement that reads, with one place for the code. */
  public static boolean isQuery(String query) {
    String plain = QUOTED.matcher(query.strip()).replaceAll("''").toLowerCase(Locale.ROOT);
    return query.length() <= LONGEST_QUERY
        && (plain.startsWith("select ")
            || plain.startsWith("select\n")
            || plain.startsWith("with "))
        && plain.replaceFirst(";$", "").indexOf(';') < 0
        && plain.chars().filter(character -> character == '?').count() == 1;
  }

  boolean isPostgres() {
    return url.startsWith("jdbc:postgresql:");
  }
}
