package vn.vam.core.rule;

import java.util.Locale;

/** How much a change matters, rising. */
public enum Severity {
  WATCH,
  WARNING,
  DANGER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
