package vn.vam.core.limit;

import vn.vam.core.rule.AlertChange;

/** The water passed a citizen's own limit, or is back. */
public record LimitChange(Limit limit, AlertChange change) {
  public boolean isBack() {
    return change instanceof AlertChange.Cleared;
  }
}
