package vn.vam.core.citizen;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vam.core.rule.Schedule.Hours;
import vn.vam.core.text.Unmarked;

/** Hours as people write them: "từ 22h đến 5h", "10 giờ tối toi 4h30 sang", "22:00-5:00". Pure. */
final class QuietWords {
  private static final int NOON = 12;
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)(?<hour>\\d{1,2})\\s*(?:(?:gio|h|g(?![a-z])|:)\\s*(?<minute>[0-5]\\d)?)?(?<half>\\s*ruoi)?"
              + "\\s*(?<part>sang|trua|chieu|toi(?!\\s*\\d)|dem|khuya)?(?!\\d)");

  private static final List<String> NUMERALS =
      List.of("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin");

  private static final Pattern SPELLED =
      Pattern.compile(
          "(?<![a-z])(?:(?<ten>muoi)(?:\\s+(?<more>mot|hai))?|(?<ones>"
              + String.join("|", NUMERALS)
              + "))(?=\\s+(?:gio|ruoi)(?![a-z]))");

  private record Said(LocalTime time, Optional<String> part) {
    /** "10 giờ đến 5 giờ sáng" begins at night. */
    LocalTime before(Said end) {
      boolean isOfTheNight =
          part.isEmpty()
              && time.getHour() < NOON
              && time.isAfter(end.time())
              && end.part().equals(Optional.of("sang"));
      return isOfTheNight ? time.plusHours(NOON) : time;
    }
  }

  private QuietWords() {}

  /** The first two times of the text, where it has two that differ. */
  static Optional<Hours> in(String text) {
    List<Said> times = new ArrayList<>();
    Matcher time = TIME.matcher(inDigits(Unmarked.of(text)));
    while (time.find() && times.size() < 2) {
      Optional<String> part = Optional.ofNullable(time.group("part"));
      time(time).map(at -> new Said(at, part)).ifPresent(times::add);
    }
    return times.size() == 2 && !times.get(0).time().equals(times.get(1).time())
        ? Optional.of(new Hours(times.get(0).before(times.get(1)), times.get(1).time()))
        : Optional.empty();
  }

  /** "Tám giờ tối", "mười một giờ" and "năm rưỡi sáng" with their hours in digits. */
  private static String inDigits(String text) {
    return SPELLED
        .matcher(text)
        .replaceAll(
            hour -> {
              int tens = hour.group("ten") == null ? 0 : 10;
              String ones = tens == 0 ? hour.group("ones") : hour.group("more");
              return String.valueOf(tens + (ones == null ? 0 : NUMERALS.indexOf(ones) + 1));
            });
  }

  private static Optional<LocalTime> time(Matcher said) {
    int hour = Integer.parseInt(said.group("hour"));
    String minute = said.group("minute");
    int minutes = said.group("half") != null ? 30 : minute == null ? 0 : Integer.parseInt(minute);
    int meant = hour(hour, said.group("part"));
    return meant <= 24 ? Optional.of(LocalTime.of(meant % 24, minutes)) : Optional.empty();
  }

  /** "10 giờ tối" is 22 o'clock, "12 giờ đêm" midnight, "1 giờ khuya" one in the morning. */
  private static int hour(int hour, String part) {
    if (part == null || hour > NOON) {
      return hour;
    }
    return switch (part) {
      case "chieu", "toi" -> hour == NOON ? hour : hour + NOON;
      case "dem", "khuya" -> hour == NOON ? 0 : hour >= 6 ? hour + NOON : hour;
      case "sang" -> hour == NOON ? 0 : hour;
      default -> hour < 6 ? hour + NOON : hour;
    };
  }
}
