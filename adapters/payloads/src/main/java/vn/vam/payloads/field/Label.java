package vn.vam.payloads.field;

import java.util.Locale;

/** The fields that hold no measurement but say when, where and what. */
public enum Label implements Field {
  TIME,
  LANE,
  DIRECTION,
  EVENT_ID,
  TYPE,
  PHASE,
  ZONE;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
