package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.WaysConfig;
import vn.vam.app.config.ZaloSettings;
import vn.vam.chart.PngChart;
import vn.vam.core.citizen.AlertText;
import vn.vam.core.citizen.Conversation;
import vn.vam.core.citizen.History;
import vn.vam.core.citizen.LimitText;
import vn.vam.core.citizen.Namesakes;
import vn.vam.core.citizen.StormText;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.LookUps.Following;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.Trend;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Way;
import vn.vam.core.notify.Ways;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.LiveRegistry;
import vn.vam.core.station.StationId;
import vn.vam.runtime.flow.Signal;
import vn.vam.runtime.notify.AlertToAudienceRoute;
import vn.vam.runtime.notify.Answering;
import vn.vam.runtime.notify.Audience;
import vn.vam.runtime.notify.Bulletin;
import vn.vam.runtime.notify.BulletinVerticle;
import vn.vam.runtime.notify.CitizenToAnswerRoute;
import vn.vam.runtime.notify.ConfirmVerticle;
import vn.vam.runtime.notify.Dispatch;
import vn.vam.runtime.notify.DossierRound;
import vn.vam.runtime.notify.DossierVerticle;
import vn.vam.runtime.notify.DoubtToEvidenceRoute;
import vn.vam.runtime.notify.DoubtVerticle;
import vn.vam.runtime.notify.GatherVerticle;
import vn.vam.runtime.notify.Gathering;
import vn.vam.runtime.notify.InboxVerticle;
import vn.vam.runtime.notify.Inquiry;
import vn.vam.runtime.notify.LimitAudience;
import vn.vam.runtime.notify.LimitGathering;
import vn.vam.runtime.notify.MessageToZaloRoute;
import vn.vam.runtime.notify.Messenger;
import vn.vam.runtime.notify.OutboxVerticle;
import vn.vam.runtime.notify.Pacing;
import vn.vam.runtime.web.ConsentDesk;
import vn.vam.zalo.ZaloComponent;
import vn.vam.zalo.ZaloObserver;
import vn.vam.zalo.photo.PhotoClient;

/** The Camel routes between the hub and its citizens, and the loops that feed them. */
final class Chat {
  private static final Logger LOG = LoggerFactory.getLogger(Chat.class);
  private static final Duration NEWS_LOOK = Duration.ofSeconds(10);
  private static final Duration TOKEN_LOOK = Duration.ofMinutes(10);

  /** So many messages are under way at once: an answer may take a second, and 66 go each second. */
  private static final int SENDERS = 16;

  private final Vertx vertx;
  private final HubConfig config;
  private final LiveRegistry registry;
  private final Storage storage;
  private final LatestReadings latest;
  private final Dossiers dossiers;
  private final OperatorParts.Hearing operators;
  private final ZaloHealth health;
  private final Feeds feeds;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final RandomGenerator random;

  Chat(
      Vertx vertx,
      HubConfig config,
      LiveRegistry registry,
      Storage storage,
      LatestReadings latest,
      Dossiers dossiers,
      OperatorParts.Hearing operators,
      ZaloHealth health,
      Feeds feeds,
      MeterRegistry metrics,
      Clock clock,
      RandomGenerator random) {
    this.vertx = vertx;
    this.config = config;
    this.registry = registry;
    this.storage = storage;
    this.latest = latest;
    this.dossiers = dossiers;
    this.operators = operators;
    this.health = health;
    this.feeds = feeds;
    this.metrics = metrics;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Returns where the account's owner lets the hub in.
   *
   * @param answered called when an answer is in the outbox
   */
  ConsentDesk start(
      ZaloSettings zalo,
      Signal inboxGrew,
      Signal outboxGrew,
      Runnable answered,
      Verticles verticles,
      Closing closing) {
    ZaloComponent component = component(zalo);
    Messenger messenger =
        new ZaloMessenger(zalo.ways(), zalo.rate().pause(), component::untilFree, clock, random);
    Dispatch.Choice choice = choice(zalo.ways());
    Audience audience = audience();
    Gathering gathering = gathering(audience);
    LimitAudience owner = owner();
    LimitGathering own = own(owner, gathering);
    Dispatch dispatch =
        new Dispatch(messenger, storage.outbox(), choice, new PngChart(), metrics, clock);
    ReceiptPhotos photos =
        closing.add("photos", new ReceiptPhotos(new PhotoClient(zalo.photoHosts()), metrics));
    StoredHistory history = closing.add("history", new StoredHistory(storage.store()));
    CamelContext camel = closing.add("camel", new DefaultCamelContext());
    camel.addComponent("zalo", component);
    try {
      camel.addRoutes(new AlertToAudienceRoute(audience, owner, gathering, own));
      camel.addRoutes(new MessageToZaloRoute(dispatch));
      camel.addRoutes(
          new CitizenToAnswerRoute(
              answering(history, photos.receipts(), asksForNumber(zalo.ways()))));
      camel.addRoutes(
          new DoubtToEvidenceRoute(
              new Inquiry(messenger, storage.doubts(), clock), messenger.inquiryEndpoint()));
      camel.start();
    } catch (Exception failure) {
      throw HubFailed.because(failure);
    }
    keepTokenFresh(component);
    verticles.deploy(
        new OutboxVerticle(
            storage.outbox(),
            dispatch,
            camel.createProducerTemplate(),
            clock,
            outboxGrew,
            SENDERS));
    verticles.deploy(new GatherVerticle(gathering, own, outboxGrew::raise));
    verticles.deploy(
        new ConfirmVerticle(
            storage.unconfirmed(),
            choice,
            zalo.ways().confirmWithin(),
            metrics,
            clock,
            outboxGrew::raise));
    verticles.deploy(
        new BulletinVerticle(
            new Bulletin(feeds.news(), storage.news(), clock), NEWS_LOOK, outboxGrew::raise));
    if (config.dossier().isPresent()) {
      verticles.deploy(new DossierVerticle(dossierRound(outboxGrew)));
    }
    verticles.deploy(
        new DoubtVerticle(
            storage.doubts(), camel.createProducerTemplate(), clock, outboxGrew::raise));
    verticles.deploy(
        new InboxVerticle(storage.inbox(), camel.createProducerTemplate(), inboxGrew, answered));
    return consents(zalo, component);
  }

  private Dispatch.Choice choice(WaysConfig ways) {
    return new Dispatch.Choice(
        new Ways(ways.byUser().isPresent(), ways.byPhone().isPresent()),
        storage.reach(),
        Map.of(
            Way.CONSULTATION,
            ways.priceInChat(),
            Way.TEMPLATE,
            ways.priceByUser(),
            Way.PHONE,
            ways.priceByPhone()));
  }

  /** Only for what can be used. */
  private boolean asksForNumber(WaysConfig ways) {
    return config.citizens().asksForNumber() && ways.byPhone().isPresent();
  }

  private ConsentDesk consents(ZaloSettings zalo, ZaloComponent component) {
    return new ZaloConsents(
        ZaloAccounts.configuration(zalo.account()),
        zalo.consent(),
        ZaloLogin.callback(zalo, config.console().port()),
        component.tokens()::exchange,
        clock);
  }

  /** A hub that sends nothing for a day must still have a token when the salt comes. */
  private void keepTokenFresh(ZaloComponent component) {
    vertx.setPeriodic(
        TOKEN_LOOK.toMillis(),
        timer ->
            vertx
                .executeBlocking(() -> component.tokens().current())
                .onSuccess(health::knows)
                .onFailure(failure -> LOG.warn("the token could not be looked at", failure)));
  }

  private ZaloComponent component(ZaloSettings zalo) {
    return ZaloAccounts.component(
        zalo.account(), zalo.rate(), storage.tokens(), this::count, clock);
  }

  private void count(ZaloObserver.Observation observation) {
    health.observed(observation);
    metrics
        .counter(
            "vam.zalo.requests",
            "operation",
            observation.operation(),
            "class",
            observation.outcome())
        .increment();
  }

  private Audience audience() {
    return new Audience(storage.citizens(), storage.outbox(), this::stations, words(), clock);
  }

  private Audience.Text words() {
    Supplier<AlertText> text =
        registry.derive(places -> new AlertText(config.rules(), Namesakes.toldApart(places)));
    return (notice, mayRepeat) -> text.get().of(notice, trend(notice), mayRepeat);
  }

  private Gathering gathering(Audience audience) {
    Supplier<StormText> text =
        registry.derive(places -> new StormText(config.rules(), Namesakes.toldApart(places)));
    return new Gathering(
        storage.gathers(),
        storage.citizens(),
        config.citizens().storm(),
        station -> OperatorParts.along(registry, station),
        this::stations,
        audience::tell,
        words(),
        (river, changes, mayRepeat) -> text.get().of(river, changes, mayRepeat),
        clock);
  }

  private LimitGathering own(LimitAudience owner, Gathering gathering) {
    Supplier<LimitText> text = limitText();
    return new LimitGathering(
        storage.limitDesk(),
        storage.limits(),
        owner,
        changes -> text.get().of(changes),
        gathering::isInStorm,
        config.citizens().storm().every(),
        clock);
  }

  private Supplier<LimitText> limitText() {
    return registry.derive(
        places -> new LimitText(Namesakes.toldApart(places), config.citizens().limits()));
  }

  private LimitAudience owner() {
    Supplier<LimitText> text = limitText();
    return new LimitAudience(
        storage.limits(),
        storage.outbox(),
        (limit, change) ->
            text.get().of(limit, change, latest.trend(limit.station(), Quantity.SALINITY)),
        clock);
  }

  private Set<StationId> stations(AlertChange change) {
    Set<StationId> together = storage.watched().together(change.rule());
    return together.isEmpty() ? Set.of(change.station()) : together;
  }

  private Optional<Trend> trend(AlertNotice notice) {
    return config.rules().stream()
        .filter(rule -> rule.id().equals(notice.change().rule()))
        .map(Rule::quantity)
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(quantity -> latest.trend(notice.change().station(), quantity));
  }

  private DossierRound dossierRound(Signal outboxGrew) {
    return new DossierRound(
        dossiers, storage.followed(), config.follow(), outboxGrew::raise, metrics, clock, random);
  }

  private Answering answering(History history, Receipts receipts, boolean asksForNumber) {
    LookUps lookUps =
        new LookUps(
            dossiers,
            storage.tries(),
            config.citizens().tries(),
            new LookUpTrail(metrics),
            config
                .dossier()
                .map(office -> new Following(config.follow(), storage.followed()::count)));
    Supplier<Conversation> conversation =
        registry.derive(
            places ->
                new Conversation(
                    places,
                    latest,
                    history,
                    lookUps,
                    receipts,
                    feeds,
                    config.rules(),
                    config.console().staleAfter(),
                    config.citizens().askingForNumber(asksForNumber)));
    Pacing pacing = new Pacing(config.citizens().pace(), conversation, metrics);
    return new Answering(
        (event, profile, now) ->
            operators.answer(event).orElseGet(() -> pacing.answer(event, profile, now)),
        storage.inbox(),
        storage.citizens(),
        conversation.get().apology(),
        clock);
  }
}
