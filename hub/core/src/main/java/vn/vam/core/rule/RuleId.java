package vn.vam.core.rule;

import vn.vam.core.station.Ids;

/**
 * @param value matches {@link Ids#GRAMMAR}
 */
public record RuleId(String value) {
  public RuleId {
    if (!Ids.isId(value)) {
      throw new IllegalArgumentException(
          "a rule's id matches " + Ids.GRAMMAR + ", was '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
