package vn.vam.core.citizen;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vam.core.citizen.StationNames.Mentions;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.TypedCode;
import vn.vam.core.place.Locality;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Word;

/**
 * Hears what people mean: typed with or without marks, hastily, or by pressing a button. Pure; safe
 * for several threads.
 */
public final class Understanding {
  private static final String LONG_CHART = " 3";
  private static final String TWO_DAYS_AGO = " 2";
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Vocabulary vocabulary = Vocabulary.vietnamese();
  private final TownWords town = new TownWords();
  private final Registry registry;
  private final StationNames names;
  private final TypingLeftovers leftovers;
  private final LimitTalk limits = new LimitTalk(vocabulary);
  private final QuietTalk quiet = new QuietTalk(vocabulary);
  private final Shorthand shorthand = Shorthand.vietnamese();
  private final OwnTalk own = new OwnTalk(vocabulary);
  private final DossierTalk dossiers = new DossierTalk(vocabulary);
  private final StationTalk stations;
  private final AlertTalk alerts;
  private final AnswerTalk answers;
  private final Supplier<List<String>> sluices;

  /** For where no places are known but the stations. */
  Understanding(Registry registry) {
    this(registry, List.of());
  }

  /** For where no sluices are known. */
  Understanding(Registry registry, List<Locality> places) {
    this(registry, places, List::of);
  }

  /**
   * @param places that count for the station nearest to each
   * @param sluices the names of those there are, as they come and go
   */
  public Understanding(Registry registry, List<Locality> places, Supplier<List<String>> sluices) {
    this.registry = registry;
    this.sluices = sluices;
    this.stations = new StationTalk(registry);
    this.alerts = new AlertTalk(vocabulary, stations);
    this.names =
        new StationNames(
            registry.stations(),
            places.stream()
                .flatMap(place -> Near.of(place, registry.stations()).stream())
                .toList());
    this.leftovers =
        new TypingLeftovers(
            word -> vocabulary.knows(word) || shorthand.knows(word) || names.knows(word));
    this.answers = new AnswerTalk(vocabulary, stations, this::said, this::plainly);
  }

  /**
   * @param open what the hub has asked this citizen just now
   */
  public Intent understand(String text, Optional<OpenQuestion> open) {
    return placed(
        text, open.flatMap(question -> answers.to(question, text)).orElseGet(() -> plainly(text)));
  }

  public Intent understand(String text) {
    return placed(text, plainly(text));
  }

  /** What was meant of stations may have been said of places near them. */
  private Intent placed(String text, Intent meant) {
    if (!(meant instanceof Intent.OfWater water)) {
      return meant;
    }
    List<Near> places = placesIn(Command.in(text).map(Command::rest).orElse(text));
    return places.isEmpty() ? meant : new Intent.AtPlaces(places, water);
  }

  private List<Near> placesIn(String text) {
    boolean isOfStation = stationOf(text.split("\\s", 2)[0]).isPresent();
    return isOfStation ? List.of() : said(text).mentions().places();
  }

  private Intent plainly(String typed) {
    String text = TypedCode.spelledOut(typed);
    return DossierCode.findIn(text)
        .map(code -> ofDossier(code, DossierCode.without(text)))
        .or(() -> Command.in(text).map(this::obey))
        .or(() -> TownCommand.in(text))
        .orElseGet(() -> listen(text));
  }

  private Intent obey(Command command) {
    List<StationId> named = named(command.rest());
    return switch (command.verb()) {
      case SALINITY ->
          command.rest().isEmpty() ? new Intent.AskSalinityAll() : stations.salinity(named);
      case SAFE -> stations.safe(named);
      case CHART -> chartOrdered(command.rest());
      case DAY -> dayOrdered(command.rest());
      case ALERTS -> stations.subscription(named);
      case STOP -> AlertTalk.stopOrdered(command.rest(), named);
      case KEEP -> new Intent.Decline();
      case TAKE_BACK -> new Intent.TakeBack();
      case SUBSCRIPTIONS -> new Intent.ListSubscriptions();
      case ERASE -> new Intent.EraseMe(!command.rest().isEmpty());
      case NUMBER -> NumberAnswers.ordered(command.rest());
      case LIMIT -> limits.ordered(command.rest(), this::named);
      case DOSSIER -> new Intent.AskDossierHowTo();
      case FOLLOW -> new Intent.FollowDossier(Optional.empty(), Optional.empty());
      case UNFOLLOW ->
          new Intent.StopDossiers(Optional.empty(), command.rest().equals(Command.ALL));
      case MORE -> new Intent.ShowMore();
      case MENU -> new Intent.Menu();
    };
  }

  /** Buttons name stations by id, which no other station shares. */
  private List<StationId> named(String text) {
    return stationOf(text).map(List::of).orElseGet(() -> said(text).ids());
  }

  private Optional<StationId> stationOf(String id) {
    return Ids.isId(id) ? registry.station(new StationId(id)).map(Station::id) : Optional.empty();
  }

  /** In this order: who stops or agrees must never be taken for one who asks. */
  private Intent listen(String text) {
    Said said = said(text);
    return Stream.<Function<Said, Optional<Intent>>>of(
            one -> dossiers.in(one.text(), one.words()),
            one -> own.in(one.words()),
            alerts::missed,
            this::quiet,
            one -> town.bulletin(one.words()),
            alerts::takeBack,
            alerts::stop,
            alerts::listed,
            this::limit,
            this::safe,
            this::chart,
            alerts::subscribe,
            one -> town.news(one.words()),
            this::day,
            this::town,
            this::salinity,
            one -> town.sluice(one.words(), sluices.get()),
            this::watering,
            this::lookUp,
            this::human,
            this::more,
            this::menu,
            this::greeting,
            alerts::perhapsStops,
            this::thanks)
        .map(listener -> listener.apply(said))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Intent.Unknown::new);
  }

  /**
   * Letters of Telex and VNI that stayed in a text are read as the marks they were meant for, and
   * words that were shortened as the whole ones, but in names.
   */
  private Intent ofDossier(DossierCode code, String rest) {
    return dossiers.of(code, rest, said(rest));
  }

  private Said said(String text) {
    String meant = leftovers.mended(text);
    List<Word> words = Word.allIn(meant);
    Mentions mentions = names.in(words).without(takenBack(words));
    return new Said(
        meant, shorthand.spelledOut(words), mentions.with(shorthand.spelledOut(mentions.rest())));
  }

  /** The stations that someone named by mistake, and said so: "mỹ tho, à nhầm, xuân hòa". */
  private Set<Station> takenBack(List<Word> words) {
    Set<Station> taken = new HashSet<>();
    List<Word> slip = vocabulary.from(Topic.SLIP, words);
    if (!names.in(slip).stations().isEmpty()) {
      taken.addAll(names.in(words.subList(0, words.size() - slip.size())).stations());
    }
    names.in(vocabulary.from(Topic.NOT_THERE, words)).stations().stream()
        .findFirst()
        .ifPresent(taken::add);
    return taken;
  }

  private Optional<Intent> quiet(Said said) {
    return quiet.in(said.text(), said.words());
  }

  private Optional<Intent> limit(Said said) {
    return limits.in(said.text(), said.words(), stations.measuringSalt(said.ids()));
  }

  private Optional<Intent> safe(Said said) {
    boolean asks =
        hears(Topic.WHEN, said)
            && hears(Topic.SAFE, said)
            && !hears(Topic.ELSEWHERE, said)
            && !hears(Topic.NOT_WATER, said);
    return Vocabulary.when(asks && !isOfAGate(said), stations.safe(said.ids()));
  }

  /** Whether a sluice was named, and no station. */
  private boolean isOfAGate(Said said) {
    return said.ids().isEmpty() && town.sluice(said.words(), sluices.get()).isPresent();
  }

  private Optional<Intent> chart(Said said) {
    int days = hears(Topic.DAYS, said) ? 3 : 1;
    boolean ofWater = !said.stations().isEmpty() || hears(Topic.SALINITY, said);
    boolean asks = hears(Topic.CHART, said) || (hears(Topic.PICTURE, said) && ofWater);
    return Vocabulary.when(asks, stations.chart(said.ids(), days));
  }

  /** What a button says: a station, and behind it the days where they are three. */
  private Intent chartOrdered(String rest) {
    boolean isLong = rest.endsWith(LONG_CHART);
    String at = isLong ? rest.substring(0, rest.length() - LONG_CHART.length()) : rest;
    return stations.chart(named(at), isLong ? 3 : 1);
  }

  /** What a button says: a station, and behind it the days where they are two. */
  private Intent dayOrdered(String rest) {
    boolean isLong = rest.endsWith(TWO_DAYS_AGO);
    String at = isLong ? rest.substring(0, rest.length() - TWO_DAYS_AGO.length()) : rest;
    return stations.day(named(at), isLong ? 2 : 1);
  }

  /** The water of a day that is over, and not of now beside it. */
  private Optional<Intent> day(Said said) {
    boolean ofWater = !stations.measuringSalt(said.ids()).isEmpty() || hears(Topic.SALINITY, said);
    boolean ofThePast =
        (hears(Topic.YESTERDAY, said) || hears(Topic.DAY_BEFORE, said))
            && !hears(Topic.NOT_PAST, said);
    boolean asks = ofWater && ofThePast && !hears(Topic.ELSEWHERE, said);
    return Vocabulary.when(
        asks && !hears(Topic.NOT_WATER, said),
        stations.day(said.ids(), hears(Topic.YESTERDAY, said) ? 1 : 2));
  }

  /** Whether the water may be taken, or when it stands high, of no station yet. */
  private Optional<Intent> watering(Said said) {
    boolean asks =
        hears(Topic.TIDE, said) || (hears(Topic.WATERING, said) && hears(Topic.MAY, said));
    return Vocabulary.when(asks, stations.safe(said.ids()));
  }

  private Optional<Intent> thanks(Said said) {
    return Vocabulary.when(
        hears(Topic.THANKS, said)
            && vocabulary
                .without(said.words(), Topic.THANKS, Topic.ANSWER_SMALL, Topic.ASK_SMALL)
                .isEmpty(),
        new Intent.Thanks());
  }

  private Optional<Intent> human(Said said) {
    return Vocabulary.when(hears(Topic.HUMAN, said), new Intent.AskHuman());
  }

  private Optional<Intent> salinity(Said said) {
    if (hears(Topic.NOT_WATER, said)) {
      return Optional.empty();
    }
    if (hears(Topic.SALINITY, said)) {
      return Optional.of(saltAsked(said));
    }
    List<StationId> measured = stations.measuringSalt(said.ids());
    return Vocabulary.when(
        !measured.isEmpty() && !hears(Topic.ELSEWHERE, said), atTheGate(measured, said));
  }

  private Intent atTheGate(List<StationId> measured, Said said) {
    return stations.salinity(measured) instanceof Intent.AskSalinity ask
        ? new Intent.AskSalinity(ask.station(), town.gate(said.words(), said.mentions().rest()))
        : stations.salinity(measured);
  }

  private Intent saltAsked(Said said) {
    boolean everywhere =
        hears(Topic.ALL, said) || (said.stations().isEmpty() && namesNoPlace(said));
    return everywhere ? new Intent.AskSalinityAll() : stations.salinity(said.ids());
  }

  private boolean namesNoPlace(Said said) {
    return vocabulary
        .without(said.mentions().rest(), Topic.SALINITY, Topic.ASK_SMALL, Topic.GREETING)
        .stream()
        .allMatch(word -> NUMBER.matcher(word.bare()).matches());
  }

  /** Who speaks of salt near a school asks for the salt. */
  private Optional<Intent> town(Said said) {
    return hears(Topic.SALINITY, said)
        ? Optional.empty()
        : town.ask(said.words(), said.mentions().rest(), said.stations());
  }

  private Optional<Intent> lookUp(Said said) {
    return Vocabulary.when(hears(Topic.LOOK_UP, said), new Intent.AskDossierHowTo());
  }

  private Optional<Intent> more(Said said) {
    return Vocabulary.when(
        vocabulary.begins(Topic.MORE, said.words()).isPresent()
            && vocabulary
                .without(said.words(), Topic.MORE, Topic.ANSWER_SMALL, Topic.ASK_SMALL)
                .isEmpty(),
        new Intent.ShowMore());
  }

  private Optional<Intent> menu(Said said) {
    return Vocabulary.when(hears(Topic.MENU, said), new Intent.Menu());
  }

  private Optional<Intent> greeting(Said said) {
    return Vocabulary.when(hears(Topic.GREETING, said), new Intent.Greeting());
  }

  private boolean hears(Topic topic, Said said) {
    return vocabulary.hears(topic, said.words());
  }
}
