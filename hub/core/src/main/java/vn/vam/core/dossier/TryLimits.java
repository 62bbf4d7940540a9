package vn.vam.core.dossier;

import java.time.Duration;

/**
 * How often one may be wrong, and how often right.
 *
 * @param citizen wrong tries of one citizen, from 1 on
 * @param code wrong tries at one code by whomever, from 1 on; whoever was not wrong there
 *     themselves may still try, until it is five times as many
 * @param shown dossiers that are shown to one citizen, from 1 on
 * @param within the time they are counted in
 */
public record TryLimits(int citizen, int code, int shown, Duration within) {
  public static final TryLimits USUAL = new TryLimits(5, 10, 60, Duration.ofHours(1));

  private static final int HARDER = 5;

  /** So many wrong tries at one code, and nobody may try it. */
  int codeForAll() {
    return code * HARDER;
  }
}
