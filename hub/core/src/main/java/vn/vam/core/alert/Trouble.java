package vn.vam.core.alert;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** What may be wrong with the hub itself; each is an alert of its own. */
public enum Trouble {
  /** A reader of the log is behind; its number is how far, in seconds. */
  LAG(Severity.WARNING),
  /** The disk takes nothing more, or its reserve is used up. */
  DISK(Severity.DANGER),
  /** A connection to a broker does not stand. */
  BROKER(Severity.DANGER),
  /** A broker dropped messages for want of room; its number is how many since it was started. */
  BROKER_LOSS(Severity.WARNING),
  /** The store takes no points. */
  DATABASE(Severity.WARNING),
  /** The messenger lets the hub in no more, or soon will not. */
  TOKEN(Severity.DANGER),
  /** The messenger takes no more messages for now, or soon will not: its quota runs out. */
  QUOTA(Severity.WARNING),
  /** The messenger refuses until a person mends the account: blocked, no package, no money. */
  ACCOUNT(Severity.DANGER);

  /** Where the hub's own alerts are. */
  public static final StationId HUB = new StationId("vam.hub");

  private final Severity severity;

  Trouble(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** By which its alerts go, such as {@code hub-broker-loss}. */
  public RuleId rule() {
    return new RuleId("hub-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  public static Optional<Trouble> of(Alert alert) {
    return Stream.of(values())
        .filter(trouble -> alert.station().equals(HUB) && alert.rule().equals(trouble.rule()))
        .findFirst();
  }
}
