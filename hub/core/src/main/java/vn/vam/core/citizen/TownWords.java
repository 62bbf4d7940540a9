package vn.vam.core.citizen;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.vam.core.citizen.Intent.OfTown;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Phrases;
import vn.vam.core.text.Phrases.Speech;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Word;

/** Hears who asks for roads, cameras, buses, news, places or schools. Pure. */
final class TownWords {
  private enum Topic {
    TRAFFIC,
    CAMERAS,
    BUS,
    BUS_GOING,
    NEWS,
    NO_TOPIC,
    PLACES,
    NO_PLACE,
    SCHOOLS,
    SLUICE,
    SLUICE_STATE,
    NO_SLUICE,
    BULLETIN,
    AGREE,
    STOP,
    STOP_ANYWHERE,
    SMALL;

    String section() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** As it is typed by who leaves no room for another word. */
  private static final Word SLUICE = Word.allIn("cống").getFirst();

  private static final Set<Topic> LITERAL =
      EnumSet.of(Topic.SMALL, Topic.NO_TOPIC, Topic.NO_SLUICE, Topic.PLACES, Topic.NO_PLACE);

  private static final Speech SPEECH = Speech.in(Sections.read("vi/words"));

  private final Map<Topic, Phrases> phrases = new EnumMap<>(Topic.class);

  TownWords() {
    Sections sections = Sections.read("vi/town-words");
    for (Topic topic : Topic.values()) {
      phrases.put(topic, new Phrases(sections.phrases(topic.section()), speechOf(topic)));
    }
  }

  /** What is struck out, and what few words tell apart from other talk, is heard to the letter. */
  private static Speech speechOf(Topic topic) {
    return LITERAL.contains(topic) ? Speech.PLAIN : SPEECH;
  }

  /** Agreeing to a bulletin and stopping it; to be heard before anything else is taken for it. */
  Optional<Intent> bulletin(List<Word> said) {
    if (!hears(Topic.BULLETIN, said)) {
      return Optional.empty();
    }
    List<NewsTopic> topics = topicsIn(said);
    if (phrases(Topic.STOP).begin(said) || hears(Topic.STOP_ANYWHERE, said)) {
      return Optional.of(new OfTown.StopNews(topics));
    }
    return hears(Topic.AGREE, said)
        ? Optional.of(
            topics.stream()
                .findFirst()
                .filter(only -> topics.size() == 1)
                .<Intent>map(OfTown.SubscribeNews::new)
                .orElseGet(OfTown.SubscribeNewsWhich::new))
        : Optional.empty();
  }

  /** A paper, typed without marks, is no storm. */
  private List<NewsTopic> topicsIn(List<Word> said) {
    return NewsTopic.allIn(phrases(Topic.NO_TOPIC).without(said));
  }

  /** News of salt are news too: they are heard before the salt. */
  Optional<Intent> news(List<Word> said) {
    if (!hears(Topic.NEWS, said) && !hears(Topic.BULLETIN, said)) {
      return Optional.empty();
    }
    List<NewsTopic> topics = topicsIn(said);
    return Optional.of(
        topics.size() > 1
            ? new OfTown.AskNewsWhich(topics)
            : new OfTown.AskNews(topics.stream().findFirst()));
  }

  /**
   * @param rest what was said, the names of stations left out
   */
  Optional<Intent> ask(List<Word> said, List<Word> rest, List<Station> stations) {
    boolean goes = hears(Topic.BUS_GOING, rest) && !hears(Topic.TRAFFIC, rest);
    if (hears(Topic.BUS, rest) || goes || namesALine(said)) {
      return Optional.of(new OfTown.AskBus(whereBus(said)));
    }
    if (hears(Topic.SCHOOLS, rest)) {
      return Optional.of(new OfTown.AskSchools(where(Topic.SCHOOLS, said)));
    }
    if (asksForSluices(said)) {
      return Optional.of(new OfTown.AskSluices(whereSluice(said)));
    }
    if (hears(Topic.PLACES, phrases(Topic.NO_PLACE).without(rest))) {
      return Optional.of(new OfTown.AskPlaces(where(Topic.PLACES, said)));
    }
    if (hears(Topic.CAMERAS, rest)) {
      return Optional.of(new OfTown.AskCameras(of(Kind.CAMERA, stations)));
    }
    boolean namesRoads =
        !stations.isEmpty() && of(Kind.TRAFFIC, stations).size() == stations.size();
    return hears(Topic.TRAFFIC, rest) || namesRoads
        ? Optional.of(new OfTown.AskTraffic(of(Kind.TRAFFIC, stations)))
        : Optional.empty();
  }

  /** A gate, and that it is opened or closed: "cống" alone is a place where salt is measured. */
  private boolean asksForSluices(List<Word> said) {
    List<Word> meant = phrases(Topic.NO_SLUICE).without(said);
    return hears(Topic.SLUICE, meant) && hears(Topic.SLUICE_STATE, meant);
  }

  /** A gate that was named where nothing else was said. */
  Optional<Where.Named> gate(List<Word> said, List<Word> rest) {
    boolean isAlone = phrases(Topic.SMALL).without(phrases(Topic.SLUICE).without(rest)).isEmpty();
    return isAlone && namesAGate(said) && whereSluice(said) instanceof Where.Named named
        ? Optional.of(named)
        : Optional.empty();
  }

  private boolean namesAGate(List<Word> said) {
    return hears(Topic.SLUICE, phrases(Topic.NO_SLUICE).without(said));
  }

  /**
   * One of these sluices, by a word for a sluice and its name or by its name alone; or one that is
   * none of them, where "cống" was typed with its mark.
   *
   * @param names as their keepers write them, such as "Cống Bảo Định"
   */
  Optional<Intent> sluice(List<Word> said, List<String> names) {
    Phrases known = bare(names);
    boolean isOneOfThem =
        known.areIn(said)
            && (namesAGate(said) || phrases(Topic.SMALL).without(known.without(said)).isEmpty());
    boolean isSomeOther = !said.isEmpty() && said.getFirst().equals(SLUICE) && namesAGate(said);
    return (isOneOfThem || isSomeOther) && whereSluice(said) instanceof Where.Named named
        ? Optional.of(new OfTown.AskSluices(named))
        : Optional.empty();
  }

  /** Names without the word for a sluice; what is left of one word alone may be any word. */
  private Phrases bare(List<String> names) {
    return Phrases.of(
        names.stream()
            .map(name -> phrases(Topic.SLUICE).without(Word.allIn(name)))
            .filter(words -> words.size() > 1)
            .toList());
  }

  /** "Cống" and "mở" may belong to a name: the words stay as they were said. */
  private Where whereSluice(List<Word> said) {
    List<Word> telling = phrases(Topic.SLUICE_STATE).without(phrases(Topic.SLUICE).without(said));
    return Where.named(said, phrases(Topic.SMALL).without(telling));
  }

  /** Such as "tuyến 01". */
  private static boolean namesALine(List<Word> said) {
    return IntStream.range(1, said.size())
        .anyMatch(
            at ->
                said.get(at - 1).bare().equals("tuyen")
                    && said.get(at).bare().chars().allMatch(Character::isDigit));
  }

  /** Words of going stay: behind them is where someone wants to go. */
  private Where whereBus(List<Word> said) {
    List<Word> words = phrases(Topic.BUS).without(said);
    List<Word> telling = phrases(Topic.BUS_GOING).without(words);
    return Where.named(words, phrases(Topic.SMALL).without(telling));
  }

  /** The place, when the service is taken away. */
  private Where where(Topic topic, List<Word> said) {
    List<Word> words = phrases(topic).without(said);
    return Where.named(words, phrases(Topic.SMALL).without(words));
  }

  private static List<StationId> of(Kind kind, List<Station> stations) {
    return stations.stream().filter(station -> station.kind() == kind).map(Station::id).toList();
  }

  private boolean hears(Topic topic, List<Word> said) {
    return phrases(topic).areIn(said);
  }

  private Phrases phrases(Topic topic) {
    return phrases.getOrDefault(topic, new Phrases(List.of()));
  }
}
