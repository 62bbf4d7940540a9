package vn.vam.core.dossier;

import java.time.Instant;

/**
 * A dossier that a citizen follows. Personal: prints its number alone.
 *
 * @param number never used twice
 * @param told what the citizen knows of it
 * @param changes how many they were told of since they agreed
 * @param until when following ends by itself
 */
public record Followed(
    long number, String citizen, DossierCode code, Standing told, int changes, Instant until) {
  /** What the keys of the messages about it begin with. */
  public String messages() {
    return "dossier-" + number + "/";
  }

  @Override
  public String toString() {
    return "Followed[" + number + "]";
  }
}
