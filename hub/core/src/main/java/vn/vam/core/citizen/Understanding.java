package vn.vam.core.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
  /** Begins like a dossier code and is none: too few digits, a letter too many. */
  private static final Pattern NEARLY_A_CODE =
      Pattern.compile("(?i)(?<![\\p{L}\\d])[A-Z]\\d{2}[.\\d]*\\s*[-\\u2010-\\u2015]\\s*\\d{3,}");

  private static final String LONG_CHART = " 3";
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** What was said, and the stations it names. */
  private record Said(String text, List<Word> words, Mentions mentions) {
    List<Station> stations() {
      return mentions.stations();
    }

    List<StationId> ids() {
      return stations().stream().map(Station::id).toList();
    }
  }

  private final Vocabulary vocabulary = Vocabulary.vietnamese();
  private final TownWords town = new TownWords();
  private final Registry registry;
  private final StationNames names;
  private final TypingLeftovers leftovers;
  private final LimitTalk limits = new LimitTalk(vocabulary);
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
    this.leftovers = new TypingLeftovers(word -> vocabulary.knows(word) || names.knows(word));
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
      case OpenQuestion.WhereAlerts where -> onlyStations(text).map(this::subscriptionTo);
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
        .map(code -> ofDossier(code, DossierCode.without(text)))
        .or(() -> Command.in(text).map(this::obey))
        .or(() -> TownCommand.in(text))
        .orElseGet(() -> listen(text));
  }

  /**
   * @param rest what is said beside the code
   */
  private Intent ofDossier(DossierCode code, String rest) {
    Said said = said(rest);
    if (stopsDossiers(said)) {
      return new Intent.StopDossiers(Optional.of(code));
    }
    Optional<Proof> proof =
        Proof.findIn(rest)
            .filter(known -> !vocabulary.knows(known.value().toLowerCase(Locale.ROOT)));
    return hears(Topic.FOLLOW, said)
        ? new Intent.FollowDossier(Optional.of(code), proof)
        : new Intent.AskDossier(code, proof);
  }

  /** Of one who speaks of dossiers. */
  private boolean stopsDossiers(Said said) {
    OptionalInt begins = vocabulary.begins(Topic.STOP, said.words());
    return hears(Topic.STOP_ANYWHERE, said)
        || (begins.isPresent()
            && vocabulary
                .without(behind(said.words(), begins.getAsInt()), Topic.STOP_SMALL, Topic.DOSSIER)
                .isEmpty());
  }

  private Intent obey(Command command) {
    List<StationId> stations = named(command.rest());
    return switch (command.verb()) {
      case SALINITY ->
          command.rest().isEmpty() ? new Intent.AskSalinityAll() : salinityOf(stations);
      case SAFE -> safeAt(stations);
      case CHART -> chartOrdered(command.rest());
      case ALERTS -> subscriptionTo(stations);
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
            this::followed,
            this::dossier,
            this::rights,
            this::ownNumber,
            this::quiet,
            one -> town.bulletin(one.words()),
            this::stop,
            this::subscriptions,
            this::limit,
            this::safe,
            this::chart,
            this::subscribe,
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

  /** Letters of Telex and VNI that stayed in a text are read as the marks they were meant for. */
  private Said said(String text) {
    String meant = leftovers.mended(text);
    List<Word> words = Word.allIn(meant);
    return new Said(meant, words, names.in(words));
  }

  private Optional<Intent> followed(Said said) {
    if (!hears(Topic.DOSSIER, said)) {
      return Optional.empty();
    }
    if (hears(Topic.FOLLOWED, said)) {
      return Optional.of(new Intent.ListDossiers());
    }
    return stopsDossiers(said)
        ? Optional.of(new Intent.StopDossiers(Optional.empty()))
        : when(
            hears(Topic.FOLLOW, said),
            new Intent.FollowDossier(Optional.empty(), Optional.empty()));
  }

  private Optional<Intent> dossier(Said said) {
    return when(
        hears(Topic.DOSSIER, said) || NEARLY_A_CODE.matcher(said.text()).find(),
        new Intent.AskDossierHowTo());
  }

  private Optional<Intent> rights(Said said) {
    return hears(Topic.ERASE, said)
        ? Optional.of(new Intent.EraseMe(false))
        : when(hears(Topic.HELD, said), new Intent.AskHeld());
  }

  private Optional<Intent> ownNumber(Said said) {
    return hears(Topic.NUMBER_GONE, said)
        ? Optional.of(new Intent.ForgetNumber())
        : when(hears(Topic.NUMBER, said), new Intent.GiveNumber());
  }

  private Optional<Intent> quiet(Said said) {
    return quiet.in(said.text(), said.words());
  }

  private Optional<Intent> limit(Said said) {
    return limits.in(said.text(), said.words(), measuringSalt(said.ids()));
  }

  private Optional<Intent> stop(Said said) {
    return when(
        hears(Topic.STOP_ANYWHERE, said) || isStopAlone(said), new Intent.Unsubscribe(said.ids()));
  }

  private boolean isStopAlone(Said said) {
    OptionalInt begins = vocabulary.begins(Topic.STOP, said.mentions().rest());
    return begins.isPresent()
        && vocabulary.begins(Topic.STOP, said.words()).isPresent()
        && vocabulary
            .without(behind(said.mentions().rest(), begins.getAsInt()), Topic.STOP_SMALL)
            .isEmpty();
  }

  private static List<Word> behind(List<Word> words, int count) {
    return words.subList(count, words.size());
  }

  private Optional<Intent> subscriptions(Said said) {
    return when(hears(Topic.SUBSCRIPTIONS, said), new Intent.ListSubscriptions());
  }

  private Optional<Intent> safe(Said said) {
    boolean asks =
        hears(Topic.WHEN, said) && hears(Topic.SAFE, said) && !hears(Topic.ELSEWHERE, said);
    return when(asks, safeAt(said.ids()));
  }

  private Optional<Intent> chart(Said said) {
    int days = hears(Topic.DAYS, said) ? 3 : 1;
    return when(hears(Topic.CHART, said), chartOf(said.ids(), days));
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

  private Optional<Intent> subscribe(Said said) {
    boolean agrees =
        hears(Topic.SUBSCRIBE, said)
            || (hears(Topic.SUBSCRIBE_STATION, said) && !said.stations().isEmpty());
    if (agrees) {
      return Optional.of(subscriptionTo(said.ids()));
    }
    return when(hears(Topic.ALERTS, said), new Intent.SubscribeWhich(said.ids()));
  }

  private Intent subscriptionTo(List<StationId> stations) {
    return stations.size() == 1
        ? new Intent.Subscribe(stations.getFirst())
        : new Intent.SubscribeWhich(stations);
  }

  private Optional<Intent> salinity(Said said) {
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
