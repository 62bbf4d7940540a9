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
import vn.vam.core.dossier.Proof;
import vn.vam.core.place.Locality;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Kind;
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
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Vocabulary vocabulary = Vocabulary.vietnamese();
  private final TownWords town = new TownWords();
  private final Registry registry;
  private final StationNames names;
  private final TypingLeftovers leftovers;
  private final AlertTalk alerts = new AlertTalk(vocabulary);
  private final LimitTalk limits = new LimitTalk(vocabulary);
  private final Shorthand shorthand = Shorthand.vietnamese();
  private final DossierTalk dossiers = new DossierTalk(vocabulary);
  private final OwnTalk own = new OwnTalk(vocabulary);
  private final QuietTalk quiet = new QuietTalk(vocabulary);
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
    this.names =
        new StationNames(
            registry.stations(),
            places.stream()
                .flatMap(place -> Near.of(place, registry.stations()).stream())
                .toList());
    this.leftovers =
        new TypingLeftovers(
            word -> vocabulary.knows(word) || shorthand.knows(word) || names.knows(word));
  }

  /**
   * @param open what the hub has asked this citizen just now
   */
  public Intent understand(String text, Optional<OpenQuestion> open) {
    return placed(
        text, open.flatMap(question -> reply(text, question)).orElseGet(() -> plainly(text)));
  }

  /** What answers the question, or nothing for something else that is said instead. */
  private Optional<Intent> reply(String text, OpenQuestion question) {
    return switch (question) {
      case OpenQuestion.WhereLimit where ->
          onlySaltStations(text)
              .map(at -> LimitTalk.of(at, Optional.of(where.side()), where.level()));
      case OpenQuestion.WhereSafe where -> onlySaltStations(text).map(this::safeAt);
      case OpenQuestion.WhereChart where ->
          onlySaltStations(text).map(at -> chartOf(at, where.days()));
      case OpenQuestion.WhereAlerts where -> onlyStations(text).map(AlertTalk::subscriptionTo);
      case OpenQuestion.ReallyErase really ->
          when(hears(Topic.YES, said(text)), new Intent.EraseMe(true));
      case OpenQuestion.GiveNumber give -> number(text);
      case OpenQuestion.WhichReceipt which ->
          proven(text).map(proof -> new Intent.AskDossier(which.code(), Optional.of(proof)));
      case OpenQuestion.ProveToFollow prove ->
          proven(text)
              .map(
                  proof -> new Intent.FollowDossier(Optional.of(prove.code()), Optional.of(proof)));
      case OpenQuestion.MayFollow may ->
          when(accepts(text), new Intent.FollowDossier(Optional.of(may.code()), Optional.empty()));
      case OpenQuestion.Missed missed -> Optional.empty();
    };
  }

  /** Who says no, or "thôi", means this question: alerts go on. A number is taken in the form. */
  private Optional<Intent> number(String text) {
    List<Word> words = said(text).words();
    return isOnly(Topic.NO, words)
        ? Optional.of(new Intent.RefuseNumber())
        : when(
            isOnly(Topic.YES, words) || PhoneNumber.of(text).isPresent(), new Intent.GiveNumber());
  }

  private boolean isOnly(Topic topic, List<Word> words) {
    return vocabulary.begins(topic, vocabulary.without(words, Topic.ANSWER_SMALL)).isPresent()
        && vocabulary.without(words, topic, Topic.ANSWER_SMALL).isEmpty();
  }

  /** Who says something else that is understood has changed the subject. */
  private Optional<Proof> proven(String text) {
    Intent other = plainly(text);
    boolean isElse = !(other instanceof Intent.Unknown || other instanceof Intent.AskDossierHowTo);
    return isElse ? Optional.empty() : Proof.answeredBy(text);
  }

  /** Whether it says yes to being told, and nothing of anything else. */
  private boolean accepts(String text) {
    Said said = said(text);
    boolean agrees =
        hears(Topic.FOLLOW, said) || hears(Topic.SUBSCRIBE, said) || hears(Topic.YES, said);
    return agrees && isNothingElse(plainly(text));
  }

  private static boolean isNothingElse(Intent intent) {
    return intent instanceof Intent.Unknown
        || intent instanceof Intent.AskDossierHowTo
        || (intent instanceof Intent.FollowDossier follow && follow.code().isEmpty())
        || (intent instanceof Intent.SubscribeWhich which && which.candidates().isEmpty());
  }

  /** The stations that were named, where nothing else was said: who asks agrees to nothing. */
  private Optional<List<StationId>> onlyStations(String text) {
    Said said = said(text);
    boolean isBare =
        !Command.looksLikeOne(text)
            && vocabulary
                .without(said.mentions().rest(), Topic.NAME_SMALL, Topic.ANSWER_SMALL)
                .isEmpty();
    return isBare && !said.stations().isEmpty() ? Optional.of(said.ids()) : Optional.empty();
  }

  private Optional<List<StationId>> onlySaltStations(String text) {
    return onlyStations(text).map(this::measuringSalt).filter(stations -> !stations.isEmpty());
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

  private Intent plainly(String text) {
    return DossierCode.findIn(text)
        .map(code -> of(code, DossierCode.without(text)))
        .or(() -> Command.in(text).map(this::obey))
        .or(() -> TownCommand.in(text))
        .orElseGet(() -> listen(text));
  }

  private Intent of(DossierCode code, String rest) {
    return dossiers.of(code, rest, said(rest).words());
  }

  private Intent obey(Command command) {
    List<StationId> stations = named(command.rest());
    return switch (command.verb()) {
      case SALINITY ->
          command.rest().isEmpty() ? new Intent.AskSalinityAll() : salinityOf(stations);
      case SAFE -> safeAt(stations);
      case CHART -> chartOrdered(command.rest());
      case ALERTS -> AlertTalk.subscriptionTo(stations);
      case STOP -> new Intent.Unsubscribe(stations);
      case SUBSCRIPTIONS -> new Intent.ListSubscriptions();
      case ERASE -> new Intent.EraseMe(!command.rest().isEmpty());
      case NUMBER -> NumberAnswers.ordered(command.rest());
      case LIMIT -> limits.ordered(command.rest(), this::named);
      case DOSSIER -> new Intent.AskDossierHowTo();
      case FOLLOW -> new Intent.FollowDossier(Optional.empty(), Optional.empty());
      case UNFOLLOW -> new Intent.StopDossiers(Optional.empty());
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
            this::quiet,
            one -> town.bulletin(one.words()),
            alerts::stop,
            alerts::listed,
            this::limit,
            this::safe,
            this::chart,
            alerts::subscribe,
            one -> town.news(one.words()),
            this::town,
            this::salinity,
            one -> town.sluice(one.words(), sluices.get()),
            this::lookUp,
            this::human,
            this::menu,
            this::greeting)
        .map(listener -> listener.apply(said))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Intent.Unknown::new);
  }

  /**
   * Letters of Telex and VNI that stayed in a text are read as the marks they were meant for, and
   * words that were shortened as the whole ones, but in names.
   */
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
    return limits.in(said.text(), said.words(), measuringSalt(said.ids()));
  }

  private Optional<Intent> safe(Said said) {
    boolean asks =
        hears(Topic.WHEN, said)
            && hears(Topic.SAFE, said)
            && !hears(Topic.ELSEWHERE, said)
            && !hears(Topic.NOT_WATER, said);
    return when(asks, safeAt(said.ids()));
  }

  private Optional<Intent> chart(Said said) {
    int days = hears(Topic.DAYS, said) ? 3 : 1;
    boolean ofWater = !said.stations().isEmpty() || hears(Topic.SALINITY, said);
    boolean asks = hears(Topic.CHART, said) || (hears(Topic.PICTURE, said) && ofWater);
    return when(asks, chartOf(said.ids(), days));
  }

  private Intent chartOf(List<StationId> stations, int days) {
    List<StationId> measured = measuringSalt(stations);
    return measured.size() == 1
        ? new Intent.AskChart(measured.getFirst(), days)
        : new Intent.AskChartWhich(measured, days);
  }

  /** What a button says: a station, and behind it the days where they are three. */
  private Intent chartOrdered(String rest) {
    boolean isLong = rest.endsWith(LONG_CHART);
    String at = isLong ? rest.substring(0, rest.length() - LONG_CHART.length()) : rest;
    return chartOf(named(at), isLong ? 3 : 1);
  }

  private Intent safeAt(List<StationId> stations) {
    List<StationId> measured = measuringSalt(stations);
    return measured.size() == 1
        ? new Intent.AskSafe(measured.getFirst())
        : new Intent.AskSafeWhich(measured);
  }

  private Optional<Intent> human(Said said) {
    return when(hears(Topic.HUMAN, said), new Intent.AskHuman());
  }

  private Optional<Intent> salinity(Said said) {
    if (hears(Topic.NOT_WATER, said)) {
      return Optional.empty();
    }
    if (hears(Topic.SALINITY, said)) {
      return Optional.of(saltAsked(said));
    }
    List<StationId> measured = measuringSalt(said.ids());
    return when(!measured.isEmpty() && !hears(Topic.ELSEWHERE, said), atTheGate(measured, said));
  }

  private Intent atTheGate(List<StationId> measured, Said said) {
    return salinityOf(measured) instanceof Intent.AskSalinity ask
        ? new Intent.AskSalinity(ask.station(), town.gate(said.words(), said.mentions().rest()))
        : salinityOf(measured);
  }

  private Intent saltAsked(Said said) {
    boolean everywhere =
        hears(Topic.ALL, said) || (said.stations().isEmpty() && namesNoPlace(said));
    return everywhere ? new Intent.AskSalinityAll() : salinityOf(said.ids());
  }

  private boolean namesNoPlace(Said said) {
    return vocabulary
        .without(said.mentions().rest(), Topic.SALINITY, Topic.ASK_SMALL, Topic.GREETING)
        .stream()
        .allMatch(word -> NUMBER.matcher(word.bare()).matches());
  }

  private Intent salinityOf(List<StationId> stations) {
    List<StationId> measured = measuringSalt(stations);
    return measured.size() == 1
        ? new Intent.AskSalinity(measured.getFirst())
        : new Intent.AskSalinityWhich(measured);
  }

  private List<StationId> measuringSalt(List<StationId> stations) {
    return stations.stream()
        .filter(id -> registry.station(id).filter(is -> is.kind() == Kind.SALINITY).isPresent())
        .toList();
  }

  /** Who speaks of salt near a school asks for the salt. */
  private Optional<Intent> town(Said said) {
    return hears(Topic.SALINITY, said)
        ? Optional.empty()
        : town.ask(said.words(), said.mentions().rest(), said.stations());
  }

  private Optional<Intent> lookUp(Said said) {
    return when(hears(Topic.LOOK_UP, said), new Intent.AskDossierHowTo());
  }

  private Optional<Intent> menu(Said said) {
    return when(hears(Topic.MENU, said), new Intent.Menu());
  }

  private Optional<Intent> greeting(Said said) {
    return when(hears(Topic.GREETING, said), new Intent.Greeting());
  }

  private boolean hears(Topic topic, Said said) {
    return vocabulary.hears(topic, said.words());
  }

  private static Optional<Intent> when(boolean heard, Intent intent) {
    return heard ? Optional.of(intent) : Optional.empty();
  }
}
