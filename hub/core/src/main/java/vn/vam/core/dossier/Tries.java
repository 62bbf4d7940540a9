package vn.vam.core.dossier;

import java.time.Duration;
import java.time.Instant;

/**
 * Who was wrong lately, and at what, and who was shown how much. Blocks as long as a disk does;
 * safe for several threads.
 */
public interface Tries {
  /** How often this citizen was wrong after a time, at whatever code. */
  int byCitizen(String citizen, Instant after);

  /** Whether this citizen was wrong at this code after a time. */
  boolean wasWrong(String citizen, DossierCode code, Instant after);

  /** How often anybody was wrong at this code after a time. */
  int atCode(DossierCode code, Instant after);

  /**
   * @param counted how long it is asked for; it may be forgotten when that is over
   */
  void wrong(String citizen, DossierCode code, Instant now, Duration counted);

  /** How often this citizen was shown a dossier after a time. */
  int shown(String citizen, Instant after);

  /**
   * @param counted how long it is asked for; it may be forgotten when that is over
   */
  void right(String citizen, Instant now, Duration counted);
}
