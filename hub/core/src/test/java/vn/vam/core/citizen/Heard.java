package vn.vam.core.citizen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.rule.Schedule.Hours;
import vn.vam.core.station.StationId;

/**
 * A phrase and what is meant by it, a line of a table.
 *
 * @param detail stations, a level or hours; "-" for none, as in a line of two columns
 */
record Heard(String phrase, String intent, String detail) {
  static List<Heard> in(String table) {
    return table(table).stream()
        .map(line -> new Heard(line[0], line[1], line.length > 2 ? line[2] : "-"))
        .toList();
  }

  /** Its lines, comments apart, in columns. */
  static List<String[]> table(String table) {
    try (InputStream in = Heard.class.getResourceAsStream(table)) {
      String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Heard as(String phrase, Intent understood) {
    Intent meant = understood instanceof Intent.AtPlaces at ? at.meant() : understood;
    return new Heard(phrase, meant.getClass().getSimpleName(), detailOf(understood));
  }

  static String detailOf(Intent intent) {
    return switch (intent) {
      case Intent.AtPlaces at -> detailOf(at.meant());
      case Intent.AskSalinity ask -> stations(List.of(ask.station()));
      case Intent.AskSalinityWhich which -> stations(which.candidates());
      case Intent.Subscribe to -> stations(List.of(to.station()));
      case Intent.SubscribeWhich which -> stations(which.candidates());
      case Intent.Unsubscribe from -> stations(from.stations());
      case Intent.StopWhich which -> stations(which.candidates());
      case Intent.StopPerhaps perhaps -> "-";
      case Intent.TakeBack back -> "-";
      case Intent.SetLimit set ->
          stations(List.of(set.station())) + " " + level(set.side(), set.level());
      case Intent.SetLimitWhich which ->
          stations(which.candidates()) + " " + level(which.side(), which.level());
      case Intent.KeepQuiet keep -> keep.hours().map(Heard::hours).orElse("-");
      case Intent.AskDay ask -> stations(List.of(ask.station()));
      case Intent.AskDayWhich which -> stations(which.candidates());
      case Intent.ShowMore more -> "-";
      case Intent.AskChart ask -> stations(List.of(ask.station()));
      case Intent.AskChartWhich which -> stations(which.candidates());
      case Intent.AskSafe ask -> stations(List.of(ask.station()));
      case Intent.AskSafeWhich which -> stations(which.candidates());
      case Intent.GiveNumber give -> "-";
      case Intent.RefuseNumber refuse -> "-";
      case Intent.ForgetNumber forget -> "-";
      case Intent.AskHuman human -> "-";
      case Intent.OfTown town -> "-";
      case Intent.SetLimitHow how -> "-";
      case Intent.AskHeld held -> "-";
      case Intent.EraseMe erase -> "-";
      case Intent.KeepQuietNever never -> "-";
      case Intent.AskDossier ask -> "-";
      case Intent.AskDossierHowTo howTo -> "-";
      case Intent.FollowDossier follow -> "-";
      case Intent.ListDossiers list -> "-";
      case Intent.StopDossiers stop -> "-";
      case Intent.AskSalinityAll all -> "-";
      case Intent.ListSubscriptions list -> "-";
      case Intent.MissesAlerts misses -> "-";
      case Intent.Decline decline -> "-";
      case Intent.Thanks thanks -> "-";
      case Intent.Greeting greeting -> "-";
      case Intent.Menu menu -> "-";
      case Intent.Unknown unknown -> "-";
    };
  }

  /** What has no side is meant from below. */
  private static String level(Optional<Side> side, double level) {
    String plain = level == Math.rint(level) ? String.valueOf((long) level) : "" + level;
    return (side.equals(Optional.of(Side.BELOW)) ? "below " : "above ") + plain;
  }

  private static String hours(Hours hours) {
    return time(hours.from()) + "-" + time(hours.until());
  }

  private static String time(LocalTime time) {
    return time.toString();
  }

  private static String stations(List<StationId> stations) {
    return stations.isEmpty()
        ? "-"
        : String.join(",", stations.stream().map(StationId::value).toList());
  }
}
