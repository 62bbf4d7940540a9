package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * Answers citizens: whatever they do, they hear something they can use. Remembers nothing; safe for
 * several threads. Blocks as long as {@link Dossiers} and {@link Receipts} do when someone asks for
 * a dossier.
 */
public final class Conversation {
  private final Understanding understanding;
  private final SalinityAnswers salinity;
  private final SubscriptionAnswers subscriptions;
  private final DossierAnswers dossiers;
  private final Town town;
  private final Sentences sentences = Sentences.vietnamese();
  private final Buttons buttons = new Buttons(sentences);
  private final String example;

  /**
   * @param rules the alerts people can agree to
   * @param staleAfter an older value says nothing about now
   */
  public Conversation(
      Registry registry,
      LatestReadings latest,
      Dossiers dossiers,
      Receipts receipts,
      Feeds feeds,
      List<Rule> rules,
      Duration staleAfter) {
    this.understanding = new Understanding(registry);
    this.subscriptions = new SubscriptionAnswers(registry, rules, sentences, buttons);
    this.salinity =
        new SalinityAnswers(registry, latest, staleAfter, subscriptions, sentences, buttons);
    this.dossiers = new DossierAnswers(dossiers, receipts, sentences, buttons);
    this.town = new Town(registry, latest, feeds, staleAfter);
    this.example = example(registry);
  }

  /**
   * @param subscriptions the stations whose alerts this citizen has agreed to
   */
  public Reply answer(CitizenEvent event, List<StationId> subscriptions, Instant now) {
    return switch (event) {
      case CitizenEvent.Followed followed ->
          menu(Sentence.WELCOME).with(new ProfileChange.Follow());
      case CitizenEvent.Unfollowed unfollowed ->
          Reply.silence(new ProfileChange.UnsubscribeAll(), new ProfileChange.Unfollow());
      case CitizenEvent.Said said ->
          answer(understanding.understand(said.text()), subscriptions, now);
      case CitizenEvent.SentPhotos sent -> dossiers.on(sent.photos(), now);
      case CitizenEvent.SentPlace sent -> town.near(sent.place());
      case CitizenEvent.SentOther other ->
          Reply.of(sentences.say(Sentence.SENT_OTHER), buttons.menu());
      case CitizenEvent.Withdrew withdrew ->
          Reply.of(sentences.say(Sentence.ERASED), List.of()).with(new ProfileChange.Erase());
    };
  }

  /** For when no answer could be found through a mistake of ours. */
  public Reply apology() {
    return Reply.of(sentences.say(Sentence.APOLOGY), buttons.menu());
  }

  private Reply answer(Intent intent, List<StationId> subscribed, Instant now) {
    return switch (intent) {
      case Intent.AskDossier ask -> dossiers.of(ask.code(), now);
      case Intent.AskDossierHowTo howTo -> dossiers.howTo();
      case Intent.AskSalinity ask -> salinity.of(ask.station(), subscribed, now);
      case Intent.AskSalinityWhich which -> salinity.which(which.candidates());
      case Intent.AskSalinityAll all -> salinity.ofAll(now);
      case Intent.Subscribe to -> subscriptions.subscribe(to.station(), subscribed);
      case Intent.SubscribeWhich which -> subscriptions.which(which.candidates(), subscribed);
      case Intent.Unsubscribe from -> subscriptions.unsubscribe(from.stations(), subscribed);
      case Intent.ListSubscriptions list -> subscriptions.list(subscribed);
      case Intent.OfTown ask -> town.answer(ask, now);
      case Intent.Greeting greeting -> menu(Sentence.GREETING);
      case Intent.Menu menu -> menu(Sentence.MENU);
      case Intent.Unknown unknown -> menu(Sentence.UNKNOWN);
    };
  }

  private Reply menu(Sentence sentence) {
    List<Button> offered =
        Stream.concat(buttons.menu().stream(), Stream.of(town.button())).toList();
    return Reply.of(sentences.say(sentence, "example", example), offered);
  }

  private String example(Registry registry) {
    return registry.stations().stream()
        .filter(station -> station.kind() == Kind.SALINITY)
        .map(Station::name)
        .findFirst()
        .orElseGet(() -> sentences.say(Sentence.EXAMPLE));
  }
}
