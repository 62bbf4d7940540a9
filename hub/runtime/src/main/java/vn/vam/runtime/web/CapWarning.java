package vn.vam.runtime.web;

import vn.vam.core.alert.Alert;
import vn.vam.core.alert.PublicMessage.Warned;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Station;

/**
 * An alert of which the public is warned.
 *
 * @param severity as it is told, which a shelf may keep behind the alert's own
 */
record CapWarning(Alert alert, Severity severity, Station station, CapEvent event) {
  /** Such as "Xâm nhập mặn tại Xuân Hòa". */
  String headline() {
    return event.words() + " tại " + station.name();
  }

  Warned warned() {
    return new Warned(alert.number(), severity, headline());
  }
}
