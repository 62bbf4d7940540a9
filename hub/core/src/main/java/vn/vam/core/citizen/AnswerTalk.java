package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.dossier.Proof;
import vn.vam.core.notify.Button;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Word;

/** Hears what people answer to what the hub has asked them. Pure. */
final class AnswerTalk {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Vocabulary vocabulary;
  private final StationTalk stations;
  private final Function<String, Said> said;
  private final Function<String, Intent> plainly;

  /**
   * @param plainly what is meant where nothing was asked
   */
  AnswerTalk(
      Vocabulary vocabulary,
      StationTalk stations,
      Function<String, Said> said,
      Function<String, Intent> plainly) {
    this.vocabulary = vocabulary;
    this.stations = stations;
    this.said = said;
    this.plainly = plainly;
  }

  /** What answers the question, or nothing for something else that is said instead. */
  Optional<Intent> to(OpenQuestion question, String text) {
    if (question instanceof OpenQuestion.More more) {
      return Vocabulary.when(
              isOnly(Topic.MORE_SHORT, said.apply(text).words()), new Intent.ShowMore())
          .or(() -> more.inner().flatMap(inner -> to(inner, text)));
    }
    boolean isAsked =
        !(question instanceof OpenQuestion.Missed || question instanceof OpenQuestion.TalkingOf);
    return isAsked && declines(text) ? Optional.of(declined(question)) : answering(question, text);
  }

  private static Intent declined(OpenQuestion question) {
    return question instanceof OpenQuestion.GiveNumber
        ? new Intent.RefuseNumber()
        : new Intent.Decline();
  }

  /**
   * Who says no, "thôi khỏi" or "huỷ" means this question: what was agreed to before goes on. Who
   * wants nothing any more, of anything, says so with another word beside it, or with "dừng".
   */
  private boolean declines(String text) {
    List<Word> words = said.apply(text).words();
    if (Command.looksLikeOne(text) || vocabulary.hears(Topic.MISSING, words)) {
      return false;
    }
    boolean begins =
        vocabulary
            .begins(Topic.NO_BEGINS, vocabulary.without(words, Topic.ANSWER_SMALL))
            .isPresent();
    return isOnly(Topic.NO_BEGINS, words)
        || plainly.apply(text) instanceof Intent.StopPerhaps
        || (begins && !vocabulary.hears(Topic.ANY_MORE, words) && saysNothingElse(text));
  }

  private boolean saysNothingElse(String text) {
    return switch (plainly.apply(text)) {
      case Intent.Unsubscribe from -> from.stations().isEmpty();
      case Intent.StopWhich which -> which.candidates().isEmpty();
      case Intent.StopDossiers stop -> stop.code().isEmpty() && !stop.all();
      case Intent meant -> isNothingElse(meant) || meant instanceof Intent.EraseMe;
    };
  }

  private Optional<Intent> answering(OpenQuestion question, String text) {
    return switch (question) {
      case OpenQuestion.WhereLimit where ->
          onlySaltStations(text)
              .map(at -> LimitTalk.of(at, Optional.of(where.side()), where.level()));
      case OpenQuestion.WhereSafe where -> onlySaltStations(text).map(stations::safe);
      case OpenQuestion.WhereChart where ->
          onlySaltStations(text).map(at -> stations.chart(at, where.days()));
      case OpenQuestion.WhereDay where ->
          onlySaltStations(text).map(at -> stations.day(at, where.daysAgo()));
      case OpenQuestion.TalkingOf talking -> goingOn(talking.station(), text);
      case OpenQuestion.WhereAlerts where -> onlyStations(text).map(stations::subscription);
      case OpenQuestion.WhichStop which -> stopping(text);
      case OpenQuestion.ReallyStop really ->
          stopping(text)
              .or(
                  () ->
                      Vocabulary.when(
                          isOnly(Topic.YES, said.apply(text).words()),
                          new Intent.Unsubscribe(List.of())));
      case OpenQuestion.ReallyErase really -> erasing(text);
      case OpenQuestion.GiveNumber give -> number(text);
      case OpenQuestion.WhichReceipt which ->
          proven(text).map(proof -> new Intent.AskDossier(which.code(), Optional.of(proof)));
      case OpenQuestion.ProveToFollow prove ->
          proven(text)
              .map(
                  proof -> new Intent.FollowDossier(Optional.of(prove.code()), Optional.of(proof)));
      case OpenQuestion.MayFollow may ->
          Vocabulary.when(
              accepts(text), new Intent.FollowDossier(Optional.of(may.code()), Optional.empty()));
      case OpenQuestion.Missed missed -> Optional.empty();
      case OpenQuestion.WhichOf which ->
          chosen(which.orders(), text)
              .or(() -> which.inner().flatMap(inner -> answering(inner, text)));
      case OpenQuestion.More more -> more.inner().flatMap(inner -> answering(inner, text));
    };
  }

  private Optional<Intent> chosen(List<Button> orders, String text) {
    return Command.looksLikeOne(text)
        ? Optional.empty()
        : Choice.chosen(orders, vocabulary.without(said.apply(text).words(), Topic.ANSWER_SMALL))
            .map(plainly);
  }

  /** A station, or everything: in so many words. */
  private Optional<Intent> stopping(String text) {
    return onlyStations(text)
        .<Intent>map(Intent.Unsubscribe::new)
        .or(
            () ->
                Vocabulary.when(
                    isOnly(Topic.EVERYTHING, said.apply(text).words()),
                    new Intent.Unsubscribe(List.of())));
  }

  /** Who names another place, even one that nobody knows, does not go on about this one. */
  private Optional<Intent> goingOn(StationId station, String text) {
    Said heard = said.apply(text);
    if (Command.looksLikeOne(text) || !heard.stations().isEmpty() || !isOfNoPlace(heard)) {
      return Optional.empty();
    }
    return switch (plainly.apply(text)) {
      case Intent.AskSafeWhich which -> Optional.of(new Intent.AskSafe(station));
      case Intent.AskDayWhich which -> Optional.of(new Intent.AskDay(station, which.daysAgo()));
      case Intent.AskChartWhich which -> Optional.of(new Intent.AskChart(station, which.days()));
      case Intent.SetLimitWhich which ->
          Optional.of(new Intent.SetLimit(station, which.side(), which.level()));
      case Intent.Unknown unknown ->
          hears(Topic.YESTERDAY, heard)
              ? Optional.of(new Intent.AskDay(station, 1))
              : Vocabulary.when(hears(Topic.THEN, heard), new Intent.AskSafe(station));
      case Intent other -> Optional.empty();
    };
  }

  private boolean isOfNoPlace(Said heard) {
    return vocabulary
        .without(
            heard.words(),
            Topic.SALINITY,
            Topic.SAFE,
            Topic.WHEN,
            Topic.WATERING,
            Topic.MAY,
            Topic.TIDE,
            Topic.THEN,
            Topic.CROPS,
            Topic.CHART,
            Topic.PICTURE,
            Topic.DAYS,
            Topic.YESTERDAY,
            Topic.DAY_BEFORE,
            Topic.SUBSCRIBE,
            Topic.LIMIT,
            Topic.LEVEL_WORD,
            Topic.CONDITION,
            Topic.REPORT,
            Topic.TELL_ME,
            Topic.ASK_SMALL,
            Topic.ANSWER_SMALL)
        .stream()
        .allMatch(word -> NUMBER.matcher(word.bare()).matches());
  }

  /**
   * What is erased does not come back: only a plain yes will do, or the same wish once more. "Dung"
   * is "đúng" or "dừng", and is asked again.
   */
  private Optional<Intent> erasing(String text) {
    List<Word> words = said.apply(text).words();
    if (mayBeYesOrStop(words)) {
      return Optional.of(new Intent.EraseMe(false));
    }
    boolean repeats =
        vocabulary.begins(Topic.YES, words).isPresent()
            && plainly.apply(text) instanceof Intent.EraseMe;
    return Vocabulary.when(isOnly(Topic.YES, words) || repeats, new Intent.EraseMe(true));
  }

  private boolean mayBeYesOrStop(List<Word> words) {
    return vocabulary.hears(Topic.RIGHT, words)
        && vocabulary.hears(Topic.STOP, words)
        && vocabulary
            .without(words, Topic.INDEED, Topic.RIGHT, Topic.YES, Topic.ANSWER_SMALL)
            .isEmpty();
  }

  /** A number is taken in the form. */
  private Optional<Intent> number(String text) {
    return Vocabulary.when(
        isOnly(Topic.YES, said.apply(text).words()) || PhoneNumber.of(text).isPresent(),
        new Intent.GiveNumber());
  }

  private boolean isOnly(Topic topic, List<Word> words) {
    return vocabulary.begins(topic, vocabulary.without(words, Topic.ANSWER_SMALL)).isPresent()
        && vocabulary.without(words, topic, Topic.ANSWER_SMALL).isEmpty();
  }

  /** Who says something else that is understood has changed the subject. */
  private Optional<Proof> proven(String text) {
    Intent other = plainly.apply(text);
    boolean isElse = !(other instanceof Intent.Unknown || other instanceof Intent.AskDossierHowTo);
    return isElse ? Optional.empty() : Proof.answeredBy(text);
  }

  /** Whether it says yes to being told, and nothing of anything else. */
  private boolean accepts(String text) {
    Said heard = said.apply(text);
    boolean agrees =
        hears(Topic.FOLLOW, heard) || hears(Topic.SUBSCRIBE, heard) || hears(Topic.YES, heard);
    return agrees && (isNothingElse(plainly.apply(text)) || isOnly(Topic.RIGHT, heard.words()));
  }

  private static boolean isNothingElse(Intent intent) {
    return intent instanceof Intent.Unknown
        || intent instanceof Intent.AskDossierHowTo
        || intent instanceof Intent.StopPerhaps
        || (intent instanceof Intent.FollowDossier follow && follow.code().isEmpty())
        || (intent instanceof Intent.SubscribeWhich which && which.candidates().isEmpty());
  }

  /** The stations that were named, where nothing else was said: who asks agrees to nothing. */
  private Optional<List<StationId>> onlyStations(String text) {
    Said heard = said.apply(text);
    boolean isBare =
        !Command.looksLikeOne(text)
            && vocabulary
                .without(heard.mentions().rest(), Topic.NAME_SMALL, Topic.ANSWER_SMALL)
                .isEmpty();
    return isBare && !heard.stations().isEmpty() ? Optional.of(heard.ids()) : Optional.empty();
  }

  private Optional<List<StationId>> onlySaltStations(String text) {
    return onlyStations(text).map(stations::measuringSalt).filter(measured -> !measured.isEmpty());
  }

  private boolean hears(Topic topic, Said heard) {
    return vocabulary.hears(topic, heard.words());
  }
}
