package vn.vam.core.citizen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vam.core.citizen.Intent.OfTown;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Button;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Position;
import vn.vam.core.station.StationId;
import vn.vam.core.text.MatchKey;
import vn.vam.core.text.Word;

/** What the buttons of these services say, such as {@code #xebuyt Bến xe Mỹ Tho}. */
enum TownCommand {
  TOWN("dichvu", rest -> new OfTown.AskTown()),
  TRAFFIC("giaothong", rest -> new OfTown.AskTraffic(stations(rest))),
  CAMERAS("camera", rest -> new OfTown.AskCameras(stations(rest))),
  BUS("xebuyt", rest -> new OfTown.AskBus(where(rest))),
  NEWS("tintuc", rest -> new OfTown.AskNews(NewsTopic.named(rest))),
  SUBSCRIBE("nhanbantin", TownCommand::subscribe),
  STOP("dungbantin", rest -> new OfTown.StopNews(NewsTopic.named(rest).stream().toList())),
  PLACES("diadiem", rest -> new OfTown.AskPlaces(where(rest))),
  SCHOOLS("truonghoc", rest -> new OfTown.AskSchools(where(rest))),
  SLUICES("cong", rest -> new OfTown.AskSluices(where(rest)));

  private static final Pattern HERE =
      Pattern.compile("@(-?\\d{1,2}\\.\\d{1,6}),(-?\\d{1,3}\\.\\d{1,6})");

  private final String word;
  private final Function<String, Intent> meaning;

  TownCommand(String word, Function<String, Intent> meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  static Optional<Intent> in(String text) {
    String said = text.strip();
    if (!said.startsWith("#")) {
      return Optional.empty();
    }
    String[] parts = said.substring(1).strip().split("\\s+", 2);
    String verb = MatchKey.of(parts[0]).value();
    return Arrays.stream(values())
        .filter(command -> command.word.equals(verb))
        .findFirst()
        .map(command -> command.meaning.apply(parts.length > 1 ? parts[1].strip() : ""));
  }

  Button button(String title) {
    return new Button(title, "#" + word);
  }

  Button button(String title, String rest) {
    return new Button(title, "#" + word + " " + rest);
  }

  /** A hundred metres are near enough, and tell less of where someone is. */
  Button button(String title, Position here) {
    return button(title, String.format(Locale.ROOT, "@%.3f,%.3f", here.lat(), here.lon()));
  }

  private static Intent subscribe(String rest) {
    return NewsTopic.named(rest)
        .<Intent>map(OfTown.SubscribeNews::new)
        .orElseGet(OfTown.SubscribeNewsWhich::new);
  }

  private static List<StationId> stations(String rest) {
    return Ids.isId(rest) ? List.of(new StationId(rest)) : List.of();
  }

  private static Where where(String rest) {
    Matcher here = HERE.matcher(rest);
    if (here.matches()) {
      return at(Double.parseDouble(here.group(1)), Double.parseDouble(here.group(2)));
    }
    List<Word> words = Word.allIn(rest);
    return Where.named(words, words);
  }

  private static Where at(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? new Where.Here(new Position(lat, lon))
        : new Where.Anywhere();
  }
}
