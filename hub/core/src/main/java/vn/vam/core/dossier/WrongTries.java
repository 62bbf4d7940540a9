package vn.vam.core.dossier;

import java.time.Duration;
import java.time.Instant;

/** Who was wrong lately, and at what. Blocks as long as a disk does; safe for several threads. */
public interface WrongTries {
  /** How often this citizen was wrong after a time, at whatever code. */
  int byCitizen(String citizen, Instant after);

  /** How often anybody was wrong at this code after a time. */
  int atCode(DossierCode code, Instant after);

  /**
   * @param counted how long it is asked for; it may be forgotten when that is over
   */
  void wrong(String citizen, DossierCode code, Instant now, Duration counted);
}
