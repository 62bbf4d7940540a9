package vn.vam.sim.fleet;

/** What goes wrong in the field by itself. */
public enum Fault {
  /** The first measured number arrives as the text NaN. */
  NOT_A_NUMBER,
  /** The same bytes twice. */
  DUPLICATE,
  /** Kept by the device through an outage and sent half a minute later with its own time. */
  LATE,
  /** A probe nobody registered speaks up beside. */
  UNKNOWN_DEVICE,
  /** The JSON stops in the middle. */
  MALFORMED
}
