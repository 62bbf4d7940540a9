package vn.vam.core.rule;

import java.util.Locale;

/** Why an alert is over. */
public enum Ending {
  /** Its rule saw that all is well again. */
  SAFE,
  /** An operator ended it: nothing is known to be well again. */
  BY_HAND,
  /** Its rule or station left the configuration: nobody looks any more, nothing is known. */
  UNWATCHED;

  /** As written in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
