package vn.vam.core.dossier;

import java.time.Duration;

/**
 * How often one may be wrong.
 *
 * @param citizen wrong tries of one citizen, from 1 on
 * @param code wrong tries at one code by whomever, from 1 on
 * @param within the time they are counted in
 */
public record TryLimits(int citizen, int code, Duration within) {
  public static final TryLimits USUAL = new TryLimits(5, 10, Duration.ofHours(1));
}
