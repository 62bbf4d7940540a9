package vn.vam.core.citizen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.notify.Button;
import vn.vam.core.station.StationId;

/**
 * What the hub has asked a citizen, so that a bare station, "có" or four digits are understood.
 * Personal, and forgotten after {@link #LASTS}.
 */
public sealed interface OpenQuestion {
  Duration LASTS = Duration.ofMinutes(10);

  /** At which station the limit shall be. */
  record WhereLimit(Side side, double level) implements OpenQuestion {}

  /** For which station they want to know when it will be safe. */
  record WhereSafe() implements OpenQuestion {}

  /**
   * Of which station the chart shall be.
   *
   * @param days 1 or 3, up to now
   */
  record WhereChart(int days) implements OpenQuestion {}

  /**
   * Of which station they want to know what a day was like.
   *
   * @param daysAgo 1 for yesterday, or 2
   */
  record WhereDay(int daysAgo) implements OpenQuestion {}

  /** Nothing: they were told of this station's water, and may go on about it without naming it. */
  record TalkingOf(StationId station) implements OpenQuestion {}

  /** Of which station they want to be told. */
  record WhereAlerts() implements OpenQuestion {}

  /** What they want to be told of no more. */
  record WhichStop() implements OpenQuestion {}

  /** Whether they want to be told of nothing any more. */
  record ReallyStop() implements OpenQuestion {}

  /** Whether everything about them shall really be erased. */
  record ReallyErase() implements OpenQuestion {}

  /** Whether they want to leave a telephone number. */
  record GiveNumber() implements OpenQuestion {}

  /** What the receipt tells besides the code. */
  record WhichReceipt(DossierCode code) implements OpenQuestion {
    @Override
    public String toString() {
      return "WhichReceipt";
    }
  }

  /** The same, from somebody who wants to follow it. */
  record ProveToFollow(DossierCode code) implements OpenQuestion {
    @Override
    public String toString() {
      return "ProveToFollow";
    }
  }

  /** Whether they want to follow the dossier they were shown, having proven its receipt. */
  record MayFollow(DossierCode code) implements OpenQuestion {
    @Override
    public String toString() {
      return "MayFollow";
    }
  }

  /**
   * Nothing: so many of the last messages were not understood.
   *
   * @param times from 1 on
   */
  record Missed(int times) implements OpenQuestion {}

  /**
   * Which of several is meant: by number, by name, or by what else answers.
   *
   * @param orders what each does, in the order in which they were told
   */
  record WhichOf(List<Button> orders, Optional<OpenQuestion> inner) implements OpenQuestion {
    public WhichOf {
      orders = List.copyOf(orders);
    }

    @Override
    public String toString() {
      return "WhichOf[" + orders.size() + "]";
    }
  }

  /**
   * Nothing: an answer was too long for one message.
   *
   * @param rest what was not told yet
   * @param buttons under each page
   * @param inner what the answer asked
   */
  record More(String rest, List<Button> buttons, Optional<OpenQuestion> inner)
      implements OpenQuestion {
    public More {
      buttons = List.copyOf(buttons);
    }

    @Override
    public String toString() {
      return "More[" + rest.length() + " characters]";
    }
  }

  /** As it is kept. */
  default String written() {
    return switch (this) {
      case WhereLimit limit -> "limit " + limit.side() + " " + limit.level();
      case WhereSafe safe -> "safe";
      case WhereChart chart -> "chart " + chart.days();
      case WhereDay where -> "day " + where.daysAgo();
      case TalkingOf talking -> "of " + talking.station().value();
      case WhereAlerts alerts -> "alerts";
      case WhichStop which -> "stop";
      case ReallyStop really -> "stop all";
      case ReallyErase erase -> "erase";
      case GiveNumber number -> "number";
      case WhichReceipt which -> "receipt " + which.code().value();
      case ProveToFollow prove -> "prove " + prove.code().value();
      case MayFollow may -> "follow " + may.code().value();
      case Missed missed -> "missed " + missed.times();
      case WhichOf which -> KeptWords.of("which", inner(which.inner()), which.orders());
      case More more ->
          KeptWords.of(
              "more", KeptWords.token(more.rest()) + " " + inner(more.inner()), more.buttons());
    };
  }

  private static String inner(Optional<OpenQuestion> question) {
    return question.map(OpenQuestion::written).map(KeptWords::token).orElse(KeptWords.NONE);
  }

  private static Optional<OpenQuestion> innerIn(String token) {
    return token.equals(KeptWords.NONE) ? Optional.empty() : read(KeptWords.text(token));
  }

  /** What was kept, or nothing for words of another version. */
  static Optional<OpenQuestion> read(String written) {
    String[] parts = written.split(" ", -1);
    try {
      return switch (parts[0]) {
        case "limit" ->
            Optional.of(new WhereLimit(Side.valueOf(parts[1]), Double.parseDouble(parts[2])));
        case "safe" -> Optional.of(new WhereSafe());
        case "chart" -> Optional.of(new WhereChart(Integer.parseInt(parts[1])));
        case "day" -> Optional.of(new WhereDay(Integer.parseInt(parts[1])));
        case "of" -> Optional.of(new TalkingOf(new StationId(parts[1])));
        case "alerts" -> Optional.of(new WhereAlerts());
        case "stop" -> Optional.of(parts.length > 1 ? new ReallyStop() : new WhichStop());
        case "erase" -> Optional.of(new ReallyErase());
        case "number" -> Optional.of(new GiveNumber());
        case "receipt" -> Optional.of(new WhichReceipt(new DossierCode(parts[1])));
        case "prove" -> Optional.of(new ProveToFollow(new DossierCode(parts[1])));
        case "follow" -> Optional.of(new MayFollow(new DossierCode(parts[1])));
        case "which" -> Optional.of(new WhichOf(KeptWords.buttons(parts, 2), innerIn(parts[1])));
        case "more" ->
            Optional.of(
                new More(KeptWords.text(parts[1]), KeptWords.buttons(parts, 3), innerIn(parts[2])));
        case "missed" -> Optional.of(new Missed(Integer.parseInt(parts[1])));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException other) {
      return Optional.empty();
    }
  }

  /** How often in a row someone was not understood. */
  static OptionalInt misses(Optional<OpenQuestion> open) {
    return open.isPresent() && open.get() instanceof Missed missed
        ? OptionalInt.of(missed.times())
        : OptionalInt.empty();
  }
}
