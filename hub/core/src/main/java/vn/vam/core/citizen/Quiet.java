package vn.vam.core.citizen;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import vn.vam.core.rule.Schedule.Hours;
import vn.vam.core.text.VietnameseTime;

/**
 * When someone does not want to be told of anything but dangers; what comes meanwhile waits.
 *
 * @param hours absent for someone who wants to be told at any hour
 */
public record Quiet(Optional<Hours> hours) {
  public static final Quiet NEVER = new Quiet(Optional.empty());

  public static Quiet between(LocalTime from, LocalTime until) {
    return new Quiet(Optional.of(new Hours(from, until)));
  }

  /** When what falls into them may be told, or nothing where that is now. */
  public Optional<Instant> endsAfter(Instant now) {
    ZonedDateTime local = now.atZone(VietnameseTime.ZONE);
    return hours
        .filter(hours -> hours.contains(local.toLocalTime()))
        .map(hours -> next(local, hours.until()).toInstant());
  }

  private static ZonedDateTime next(ZonedDateTime local, LocalTime time) {
    ZonedDateTime today = local.with(time);
    return today.isAfter(local) ? today : today.plusDays(1);
  }
}
