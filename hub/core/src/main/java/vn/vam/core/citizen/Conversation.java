package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.rule.Rule;
import vn.vam.core.sluice.Sluice;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseNumber;

/**
 * Answers citizens: whatever they do, they hear something they can use. Remembers nothing; safe for
 * several threads. Blocks as long as {@link LookUps} and {@link Receipts} do when someone asks for
 * a dossier.
 */
public final class Conversation {
  private final Understanding understanding;
  private final CaptionTalk captions;
  private final SalinityAnswers salinity;
  private final SubscriptionAnswers subscriptions;
  private final DossierAnswers dossiers;
  private final FollowAnswers follows;
  private final LimitAnswers limits;
  private final QuietAnswers quiet;
  private final RightsAnswers rights;
  private final NumberAnswers number;
  private final TakeBackAnswers takeBack;
  private final SafeAnswers safe;
  private final ChartAnswers chart;
  private final DayAnswers days;
  private final NearAnswers near;
  private final LostAnswers lost;
  private final Town town;
  private final Sentences sentences = Sentences.vietnamese();
  private final Pages pages = new Pages(sentences);
  private final Buttons buttons = new Buttons(sentences);
  private final String example;

  /**
   * @param rules the alerts people can agree to
   * @param staleAfter an older value says nothing about now
   */
  public Conversation(
      Registry known,
      LatestReadings latest,
      History history,
      LookUps lookUps,
      Receipts receipts,
      Feeds feeds,
      List<Rule> rules,
      Duration staleAfter,
      ChatSettings settings) {
    Registry registry = Namesakes.toldApart(known);
    this.understanding = new Understanding(registry, settings.places(), () -> sluices(feeds));
    this.captions = new CaptionTalk(understanding);
    this.limits = new LimitAnswers(registry, latest, settings, sentences, buttons);
    this.quiet = new QuietAnswers(settings, sentences);
    this.rights = new RightsAnswers(sentences, quiet);
    this.number = new NumberAnswers(settings.asksForNumber(), sentences);
    this.takeBack = new TakeBackAnswers(registry, limits, sentences);
    this.follows = new FollowAnswers(lookUps, sentences, buttons);
    this.subscriptions =
        new SubscriptionAnswers(registry, rules, limits, follows, quiet, sentences, buttons);
    this.salinity =
        new SalinityAnswers(registry, latest, staleAfter, subscriptions, sentences, buttons);
    this.safe = new SafeAnswers(registry, latest, staleAfter, sentences, buttons);
    this.chart = new ChartAnswers(registry, history, salinity, sentences);
    this.days = new DayAnswers(registry, history, salinity, sentences, buttons);
    this.near = new NearAnswers(registry, salinity, sentences, buttons);
    this.dossiers = new DossierAnswers(lookUps, receipts, follows, sentences, buttons);
    this.town = new Town(registry, latest, feeds, staleAfter);
    this.example = example(registry);
    this.lost = new LostAnswers(settings.helpline(), example, sentences, menuButtons());
  }

  /**
   * @param profile what is kept of this citizen
   */
  public Reply answer(CitizenEvent event, Profile profile, Instant now) {
    return pages.first(whole(event, profile, now));
  }

  /** In messages of whatever length. */
  private Reply whole(CitizenEvent event, Profile profile, Instant now) {
    return switch (event) {
      case CitizenEvent.Followed followed ->
          menu(Sentence.WELCOME).with(new ProfileChange.Follow());
      case CitizenEvent.Unfollowed left -> Reply.silence(new ProfileChange.Erase());
      case CitizenEvent.Said said ->
          completed(
              answer(said.citizen(), understood(said.text(), profile), profile, now), profile);
      case CitizenEvent.SentPhotos sent ->
          dossiers.on(
              sent.photos(),
              Sentence.DOSSIER_PHOTO_UNREAD,
              seen -> onPhotos(sent, seen, profile, now));
      case CitizenEvent.SentFiles sent ->
          dossiers.on(
              sent.files(),
              Sentence.DOSSIER_FILE_UNREAD,
              seen ->
                  seen.map(
                      code -> dossiers.of(sent.citizen(), code, Optional.empty(), profile, now)));
      case CitizenEvent.SentPlace sent -> near.to(sent.place(), now).and(town.near(sent.place()));
      case CitizenEvent.SentOther other ->
          Reply.of(sentences.say(Sentence.SENT_OTHER), buttons.menu());
      case CitizenEvent.GaveNumber gave -> number.given(gave.number());
      case CitizenEvent.OpenedChat opened -> Reply.silence();
      case CitizenEvent.Withdrew withdrew -> rights.erase(true);
    };
  }

  /**
   * Whether it is heard from whoever writes too fast, too: what stops something as long as there is
   * anything to stop, what erases, and what the messenger tells of itself.
   */
  public boolean isAlwaysHeard(CitizenEvent event, Profile profile) {
    return switch (event) {
      case CitizenEvent.Said said -> stops(understood(said.text(), profile), profile);
      case CitizenEvent.SentPhotos sent -> stops(understanding.understand(sent.caption()), profile);
      case CitizenEvent.SentFiles sent -> false;
      case CitizenEvent.SentPlace sent -> false;
      case CitizenEvent.SentOther other -> false;
      case CitizenEvent.Followed followed -> true;
      case CitizenEvent.Unfollowed left -> true;
      case CitizenEvent.GaveNumber gave -> true;
      case CitizenEvent.OpenedChat opened -> true;
      case CitizenEvent.Withdrew withdrew -> true;
    };
  }

  private static boolean stops(Intent intent, Profile profile) {
    return intent instanceof Intent.EraseMe || (!profile.isToldOfNothing() && stops(intent));
  }

  private static boolean stops(Intent intent) {
    return intent instanceof Intent.Unsubscribe
        || intent instanceof Intent.StopWhich
        || intent instanceof Intent.StopPerhaps
        || intent instanceof Intent.StopDossiers
        || intent instanceof Intent.OfTown.StopNews
        || intent instanceof Intent.KeepQuiet
        || intent instanceof Intent.ForgetNumber
        || (intent instanceof Intent.AtPlaces at && stops(at.meant()));
  }

  /** For whoever writes faster than people read. */
  public Reply askToWait(Duration wait) {
    long minutes = Math.max(1, Math.ceilDiv(wait.toSeconds(), 60));
    return Reply.of(
        sentences.say(Sentence.TOO_FAST, "minutes", VietnameseNumber.of(minutes)), List.of());
  }

  /** For when no answer could be found through a mistake of ours. */
  public Reply apology() {
    return Reply.of(sentences.say(Sentence.APOLOGY), buttons.menu());
  }

  /** Photo and caption are answered both, each once. */
  private Optional<Reply> onPhotos(
      CitizenEvent.SentPhotos sent, Optional<DossierCode> seen, Profile profile, Instant now) {
    return captions.under(sent.caption(), seen).stream()
        .map(meant -> answer(sent.citizen(), meant, profile, now))
        .reduce(Reply::and)
        .map(reply -> sent.caption().isBlank() ? reply : completed(reply, profile));
  }

  private Reply completed(Reply reply, Profile profile) {
    return settled(number.offeredBehind(takeBack.offeredUnder(reply, profile), profile), profile);
  }

  /** What was asked before is asked no more, unless the reply asks it again. */
  private static Reply settled(Reply reply, Profile profile) {
    boolean isSettled =
        profile.open().isEmpty()
            || reply.changes().stream()
                .anyMatch(
                    change ->
                        change instanceof ProfileChange.Ask
                            || change instanceof ProfileChange.AskNothing
                            || change instanceof ProfileChange.Erase);
    return isSettled ? reply : reply.with(new ProfileChange.AskNothing());
  }

  private Intent understood(String text, Profile profile) {
    return understanding.understand(text, profile.open());
  }

  private Reply answer(String citizen, Intent intent, Profile profile, Instant now) {
    List<StationId> subscribed = profile.stations();
    return switch (intent) {
      case Intent.AskDossier ask -> dossiers.of(citizen, ask.code(), ask.proof(), profile, now);
      case Intent.AskDossierHowTo howTo -> dossiers.howTo();
      case Intent.FollowDossier follow ->
          dossiers.follow(citizen, follow.code(), follow.proof(), profile, now);
      case Intent.ListDossiers list -> follows.list(profile);
      case Intent.StopDossiers stop -> follows.stop(stop.code(), stop.all(), profile);
      case Intent.AtPlaces at ->
          answer(citizen, at.meant(), profile, now).behind(near.stationsOf(at.places()));
      case Intent.AskSalinity ask ->
          salinity
              .of(ask.station(), profile, now)
              .and(ask.gate().map(gate -> town.gate(gate, now)).orElseGet(Reply::silence))
              .with(talkingOf(ask.station()));
      case Intent.AskDay ask ->
          days.of(ask.station(), ask.daysAgo(), now).with(talkingOf(ask.station()));
      case Intent.AskDayWhich which -> days.which(which.candidates(), which.daysAgo());
      case Intent.AskChart ask ->
          chart.of(ask.station(), ask.days(), profile, now).with(talkingOf(ask.station()));
      case Intent.AskChartWhich which -> chart.which(which.candidates(), which.days());
      case Intent.AskSafe ask ->
          safe.of(ask.station(), profile, now).with(talkingOf(ask.station()));
      case Intent.AskSafeWhich which -> safe.which(which.candidates());
      case Intent.AskSalinityWhich which -> salinity.which(which.candidates());
      case Intent.AskSalinityAll all -> salinity.ofAll(now);
      case Intent.Subscribe to -> subscriptions.subscribe(to.station(), subscribed);
      case Intent.SubscribeWhich which -> subscriptions.which(which.candidates(), subscribed);
      case Intent.Unsubscribe from -> subscriptions.unsubscribe(from.stations(), profile);
      case Intent.StopWhich which -> subscriptions.stopWhich(which.candidates(), profile);
      case Intent.StopPerhaps perhaps -> subscriptions.stopPerhaps(profile);
      case Intent.TakeBack back -> takeBack.answer(profile);
      case Intent.ListSubscriptions list -> subscriptions.list(profile);
      case Intent.MissesAlerts misses -> subscriptions.list(profile).and(lost.human());
      case Intent.Decline decline -> Reply.of(sentences.say(Sentence.DECLINED), List.of());
      case Intent.Thanks thanks -> Reply.of(sentences.say(Sentence.THANKS), List.of());
      case Intent.SetLimit set -> limits.set(set.station(), set.side(), set.level(), profile);
      case Intent.SetLimitWhich which ->
          limits.which(which.candidates(), which.side(), which.level());
      case Intent.SetLimitHow how -> limits.howTo();
      case Intent.KeepQuiet keep -> quiet.keep(keep.hours());
      case Intent.KeepQuietNever never -> quiet.never();
      case Intent.AskHeld held -> rights.held(profile);
      case Intent.EraseMe erase -> rights.erase(erase.surely());
      case Intent.GiveNumber give -> number.form();
      case Intent.RefuseNumber refuse -> number.refused();
      case Intent.ForgetNumber forget -> number.forgotten();
      case Intent.OfTown ask -> town.answer(ask, now);
      case Intent.ShowMore more ->
          profile.open().orElse(null) instanceof OpenQuestion.More rest
              ? pages.next(rest)
              : Reply.of(sentences.say(Sentence.MORE_NOTHING), buttons.menu());
      case Intent.Greeting greeting -> menu(Sentence.GREETING);
      case Intent.Menu menu -> menu(Sentence.MENU);
      case Intent.AskHuman human -> lost.human();
      case Intent.Unknown unknown -> lost.again(profile);
    };
  }

  private static ProfileChange talkingOf(StationId station) {
    return new ProfileChange.Ask(new OpenQuestion.TalkingOf(station));
  }

  private static List<String> sluices(Feeds feeds) {
    return feeds
        .sluices()
        .now()
        .whatever()
        .map(all -> all.sluices().stream().map(Sluice::name).toList())
        .orElseGet(List::of);
  }

  private Reply menu(Sentence sentence) {
    return Reply.of(sentences.say(sentence, "example", example), menuButtons());
  }

  private List<Button> menuButtons() {
    return Stream.concat(buttons.menu().stream(), Stream.of(town.button())).toList();
  }

  private String example(Registry registry) {
    return registry.stations().stream()
        .filter(station -> station.kind() == Kind.SALINITY)
        .map(Station::name)
        .findFirst()
        .orElseGet(() -> sentences.say(Sentence.EXAMPLE));
  }
}
