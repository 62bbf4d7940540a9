package vn.vam.feeds;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vam.core.bus.ServiceAlert;
import vn.vam.core.bus.ServiceAlert.Cause;
import vn.vam.core.bus.ServiceAlert.Concerned;
import vn.vam.core.bus.ServiceAlert.Effect;
import vn.vam.core.bus.ServiceAlert.Period;

/** One {@code Alert} of GTFS-realtime. */
final class AlertReader {
  private static final int MOST_CONCERNED = 100;
  private static final int MOST_PERIODS = 20;
  private static final int MOST_TRANSLATIONS = 20;
  private static final int LONGEST_TEXT = 300;

  private final List<Period> periods = new ArrayList<>();
  private final List<Concerned> concerned = new ArrayList<>();
  private Effect effect = Effect.OTHER;
  private Cause cause = Cause.OTHER;
  private List<Translation> header = List.of();
  private List<Translation> description = List.of();

  private static final class Translation {
    String text = "";
    String language = "";

    boolean read(int number, CodedInputStream in) throws IOException {
      switch (number) {
        case 1 -> text = in.readStringRequireUtf8();
        case 2 -> language = in.readStringRequireUtf8().toLowerCase(Locale.ROOT);
        default -> {
          return false;
        }
      }
      return true;
    }
  }

  boolean read(int number, CodedInputStream in) throws IOException {
    switch (number) {
      case 1 -> period(in);
      case 5 -> concerned(in);
      case 6 -> cause = cause(in.readEnum());
      case 7 -> effect = effect(in.readEnum());
      case 10 -> header = translations(in);
      case 11 -> description = translations(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void period(CodedInputStream in) throws IOException {
    Instant[] ends = {Instant.MIN, Instant.MAX};
    Proto.within(
        in,
        (number, range) -> {
          if (number != 1 && number != 2) {
            return false;
          }
          ends[number - 1] = Proto.instant(range.readUInt64());
          return true;
        });
    if (periods.size() < MOST_PERIODS) {
      periods.add(new Period(ends[0], ends[1]));
    }
  }

  private void concerned(CodedInputStream in) throws IOException {
    TripDescription trip = new TripDescription();
    String[] ids = {"", ""};
    Proto.within(
        in,
        (number, selector) -> {
          switch (number) {
            case 2 -> ids[0] = selector.readStringRequireUtf8();
            case 4 -> Proto.within(selector, trip::read);
            case 5 -> ids[1] = selector.readStringRequireUtf8();
            default -> {
              return false;
            }
          }
          return true;
        });
    if (concerned.size() < MOST_CONCERNED) {
      concerned.add(new Concerned(ids[0].isEmpty() ? trip.route : ids[0], ids[1], trip.trip));
    }
  }

  private static List<Translation> translations(CodedInputStream in) throws IOException {
    List<Translation> all = new ArrayList<>();
    Proto.within(
        in,
        (number, one) -> {
          Translation translation = new Translation();
          if (number != 1) {
            return false;
          }
          Proto.within(one, translation::read);
          if (all.size() < MOST_TRANSLATIONS) {
            all.add(translation);
          }
          return true;
        });
    return all;
  }

  /** Vietnamese before one that does not tell its language, and that before any other. */
  private static String best(List<Translation> all) {
    return all.stream()
        .filter(one -> one.language.startsWith("vi"))
        .findFirst()
        .or(() -> all.stream().filter(one -> one.language.isEmpty()).findFirst())
        .or(() -> all.stream().findFirst())
        .map(one -> PlainText.of(one.text, LONGEST_TEXT))
        .orElse("");
  }

  ServiceAlert alert(Instant madeAt) {
    String said = best(header);
    return new ServiceAlert(
        madeAt, periods, concerned, effect, cause, said.isEmpty() ? best(description) : said);
  }

  private static Effect effect(int number) {
    return switch (number) {
      case 1 -> Effect.NO_SERVICE;
      case 2 -> Effect.REDUCED_SERVICE;
      case 3 -> Effect.SIGNIFICANT_DELAYS;
      case 4 -> Effect.DETOUR;
      case 5 -> Effect.ADDITIONAL_SERVICE;
      case 6 -> Effect.MODIFIED_SERVICE;
      case 9 -> Effect.STOP_MOVED;
      default -> Effect.OTHER;
    };
  }

  private static Cause cause(int number) {
    return switch (number) {
      case 3 -> Cause.TECHNICAL_PROBLEM;
      case 4 -> Cause.STRIKE;
      case 5 -> Cause.DEMONSTRATION;
      case 6 -> Cause.ACCIDENT;
      case 7 -> Cause.HOLIDAY;
      case 8 -> Cause.WEATHER;
      case 9 -> Cause.MAINTENANCE;
      case 10 -> Cause.CONSTRUCTION;
      case 11 -> Cause.POLICE_ACTIVITY;
      case 12 -> Cause.MEDICAL_EMERGENCY;
      default -> Cause.OTHER;
    };
  }
}
