package vn.vam.core.notify;

import java.util.Optional;
import vn.vam.core.rule.AlertChange;

/**
 * A change of an alert that its audience has not been told of yet.
 *
 * @param id of the row in the outbox
 * @param alert the alert's number
 * @param only the messenger's id of the one who is told, where the others know it already; absent
 *     for the whole audience
 */
public record AlertNotice(long id, String alert, AlertChange change, Optional<String> only) {
  /** For the whole audience. */
  public AlertNotice(long id, String alert, AlertChange change) {
    this(id, alert, change, Optional.empty());
  }

  /** Whether it is for somebody who agreed to hear of the station while the alert stood. */
  public boolean isForOne() {
    return only.isPresent();
  }

  /** Personal where it is for one: does not print whom. */
  @Override
  public String toString() {
    return "AlertNotice[id=" + id + ", alert=" + alert + ", change=" + change + "]";
  }
}
