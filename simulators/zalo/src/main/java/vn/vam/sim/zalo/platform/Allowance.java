package vn.vam.sim.zalo.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.IntSupplier;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/** So many a day or a month, by Vietnam's calendar. */
public final class Allowance {
  private final Clock clock;
  private final IntSupplier total;
  private final Function<LocalDate, LocalDate> period;
  private LocalDate current = LocalDate.EPOCH;
  private int used;

  private Allowance(Clock clock, IntSupplier total, Function<LocalDate, LocalDate> period) {
    this.clock = clock;
    this.total = total;
    this.period = period;
  }

  static Allowance daily(Clock clock, IntSupplier total) {
    return new Allowance(clock, total, day -> day);
  }

  public static Allowance znsDaily(Clock clock, Switches switches) {
    return daily(clock, () -> switches.value(Switch.ZNS_DAILY));
  }

  static Allowance monthly(Clock clock, IntSupplier total) {
    return new Allowance(clock, total, day -> day.withDayOfMonth(1));
  }

  public int total() {
    return total.getAsInt();
  }

  public int remaining() {
    turn();
    return Math.max(0, total() - used);
  }

  /** False when there are no more. */
  boolean use() {
    if (remaining() == 0) return false;
    used++;
    return true;
  }

  private void turn() {
    LocalDate now = period.apply(clock.instant().atZone(Json.VIETNAM).toLocalDate());
    if (now.equals(current)) return;
    current = now;
    used = 0;
  }
}
