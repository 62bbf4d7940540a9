package vn.vam.app.hub;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.config.HubConfig;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk.AlertCounts;
import vn.vam.core.books.Account;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.Place;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.MessageSource;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.point.TieredStore;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.LiveRegistry;
import vn.vam.core.station.Registry;
import vn.vam.runtime.flow.DevicesInForce;
import vn.vam.runtime.flow.InFlight;
import vn.vam.runtime.flow.Ingest;
import vn.vam.runtime.flow.Intake;
import vn.vam.runtime.flow.Lag;
import vn.vam.runtime.flow.LiveReader;
import vn.vam.runtime.flow.LiveVerticle;
import vn.vam.runtime.flow.OwnLimits;
import vn.vam.runtime.flow.Recall;
import vn.vam.runtime.flow.ReceiveVerticle;
import vn.vam.runtime.flow.Replays;
import vn.vam.runtime.flow.RetentionVerticle;
import vn.vam.runtime.flow.RuleReader;
import vn.vam.runtime.flow.RuleVerticle;
import vn.vam.runtime.flow.ShelfReplays;
import vn.vam.runtime.flow.Signal;
import vn.vam.runtime.flow.StoreReader;
import vn.vam.runtime.flow.StoreVerticle;
import vn.vam.runtime.flow.SummaryVerticle;
import vn.vam.runtime.web.ApiJson;
import vn.vam.runtime.web.ConfigChange;
import vn.vam.runtime.web.ConsentDesk;
import vn.vam.runtime.web.Readiness;
import vn.vam.runtime.web.Tracing;
import vn.vam.runtime.web.WebParts;
import vn.vam.runtime.web.WebVerticle;
import vn.vam.runtime.web.Webhook;

/**
 * The hub, running. Starting reads from the bottom of the flow to its top, so that nothing arrives
 * before someone waits for it.
 */
public final class Hub implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int MOST_PARKED = 200;
  private static final int REMEMBERED_IDENTITIES = 200_000;

  private final HubConfig config;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Closing closing;
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Signal storeWork = new Signal();
  private final Signal ruleWork = new Signal();
  private final Signal liveWork = new Signal();
  private final Signal inboxGrew = new Signal();
  private final Signal outboxGrew = new Signal();
  private final LatestReadings latest;
  private final RejectedShelf rejected = new RejectedShelf();
  private final Vertx vertx;
  private final Verticles verticles;
  private final Storage storage;
  private final LiveRegistry registry;
  private final OwnLimits own;
  private final AtomicReference<ConfigChange> configChange = new AtomicReference<>();
  private final Privacy privacy;
  private final Books books;
  private final OperatorParts operators;
  private final ZaloHealth zaloHealth;
  private final List<MessageSource> connections;
  private final StoreReader store;
  private final Intake intake;
  private final Replays replays;
  private final Gauges gauges;
  private final WebVerticle web;

  private Hub(HubConfig config, Clock clock, Closing closing) {
    this.config = config;
    this.clock = clock;
    this.closing = closing;
    latest = new LatestReadings(config.console().staleAfter(), config.console().eventIdle());
    vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    closing.add("vertx", () -> Verticles.await(vertx.close()));
    closing.add("metrics", metrics::close);
    verticles = new Verticles(vertx, closing);
    storage = Storage.open(config, clock, closing);
    registry =
        new LiveRegistry(config.registry(), storage.watched().names(), storage.watched()::keep);
    StoreProgress progress = storage.progress().load();
    books = new Books(progress.page());
    DuplicateFilter duplicates = new DuplicateFilter(REMEMBERED_IDENTITIES, receiveMaximum(config));
    privacy = Privacy.of(config, registry, clock);
    Sources sources = Sources.of(config, registry, privacy, clock, random, closing);
    connections = sources.connections();
    TotalsFile totals = new TotalsFile(config.data().resolve("totals"));
    Ingest ingest = new Ingest(sources.ingest(), duplicates, Stages.of(registry, totals, metrics));
    own = new OwnLimits(storage.limits(), config.citizens().limits(), clock);
    Registry stations = registry.get();
    List<Rule> limits = own.all();
    Engines.endUnwatched(config.rules(), limits, stations, storage, clock.instant());
    RuleEngine engine = Engines.of(config.rules(), limits, stations, storage.alerts());
    Place end =
        new Recall(books, ingest, latest, rejected, engine)
            .from(storage.log(), progress, storage.alerts().place());
    intake = new Intake(ingest, storage.log(), books, metrics, this::logGrew);
    replays =
        new ShelfReplays(rejected, storage.log(), privacy.unsealer(), intake, ingest::devices);
    gauges = new Gauges(books, storage.log(), rejected, intake::isWriting, clock, metrics);
    store = storeReader(progress.place());
    LivePublisher live = new LivePublisher(vertx, ZONE, clock, latest, metrics);
    operators = new OperatorParts(config, registry, storage, live::show);
    zaloHealth = new ZaloHealth(clock);
    RuleReader rules = ruleReader(engine, stations, live);
    Optional<ConsentDesk> consents =
        config
            .zalo()
            .map(
                zalo ->
                    chat().start(zalo, inboxGrew, outboxGrew, this::answered, verticles, closing));
    web =
        new WebVerticle(
            webParts(),
            consents,
            Optional.of(storage.fanouts()),
            Optional.of(
                new Tracing(
                    storage.log(),
                    storage.trail(),
                    storage.fanouts(),
                    store::saved,
                    rules::committed)));
    verticles.deploy(operators.calls(clock, outboxGrew::raise));
    verticles.deploy(new StoreVerticle(store, storeWork));
    verticles.deploy(new RuleVerticle(rules, ruleWork));
    verticles.deploy(
        new LiveVerticle(
            new LiveReader(
                storage.log(), latest, rejected, live, new Lag("live", clock, metrics), end),
            liveWork,
            () ->
                ApiJson.books(books.page(), storage.alerts().counts(), storage.outbox().counts())));
    verticles.deploy(new RetentionVerticle(storage.log(), List.of(store::saved, rules::committed)));
    if (storage.store() instanceof TieredStore tiered) {
      verticles.deploy(new SummaryVerticle(tiered, registry));
    }
    privacy.copies().ifPresent(copies -> verticles.deploy(new ErasureVerticle(copies)));
    verticles.deploy(web);
    verticles.deploy(new ReceiveVerticle(connections, intake));
    Sources.watchLoss(config, clock, random, metrics, closing);
    if (!config.operators().people().isEmpty()) {
      verticles.deploy(operators.selfWatch(signs(), clock, alerts -> changed(live, alerts)));
    }
  }

  /**
   * Returns once it runs: on a full disk, when there is room again.
   *
   * @throws HubFailed or the failing part's own exception, after everything that had started is
   *     closed again
   */
  public static Hub start(HubConfig config, Clock clock) {
    return start(config, clock, new CountDownLatch(1));
  }

  /**
   * The same, for as long as nobody wants it to stop.
   *
   * @throws HubFailed when it has to stop before there was room on its disk, too
   */
  public static Hub start(HubConfig config, Clock clock, CountDownLatch stop) {
    return new RoomToStart(config, stop).start(() -> begin(config, clock));
  }

  private static Hub begin(HubConfig config, Clock clock) {
    Closing closing = new Closing();
    try {
      return new Hub(config, clock, closing);
    } catch (RuntimeException failure) {
      closing.close();
      throw failure;
    }
  }

  private static int receiveMaximum(HubConfig config) {
    return config.sources().stream().mapToInt(source -> source.receiveMaximum()).max().orElse(1);
  }

  private StoreReader storeReader(Place place) {
    return new StoreReader(
        storage.log(),
        InFlight.onThreads(storage.store(), config.store().inFlight(), storeWork::raise),
        storage.progress(),
        books,
        rejected,
        metrics,
        clock,
        random,
        new Lag(Lag.STORE, clock, metrics),
        place);
  }

  private RuleReader ruleReader(RuleEngine engine, Registry stations, LivePublisher live) {
    DevicesInForce inForce = new DevicesInForce(registry, stations, clock);
    return new RuleReader(
        storage.log(),
        engine,
        storage.alerts(),
        clock,
        alerts -> changed(live, alerts),
        live::show,
        new Lag("rules", clock, metrics),
        rules -> {
          own.accept(rules);
          return inForce.apply(rules);
        });
  }

  /** An answer is in the outbox, and may have changed what a citizen wants to be told of. */
  private void answered() {
    own.mayHaveChanged();
    ruleWork.raise();
    outboxGrew.raise();
  }

  private void changed(LivePublisher live, List<Alert> alerts) {
    live.changed(alerts);
    outboxGrew.raise();
    operators.look();
  }

  private HubSigns signs() {
    return new HubSigns(
        this::isConnected,
        intake::isWriting,
        store::isWriting,
        storage.log(),
        config.operators().lag(),
        zaloHealth,
        metrics,
        clock);
  }

  private boolean isConnected() {
    return connections.stream().allMatch(MessageSource::isConnected);
  }

  private Chat chat() {
    Dossiers dossiers = NoOffice.or(config.dossier(), clock, closing);
    return new Chat(
        vertx,
        config,
        registry,
        storage,
        latest,
        dossiers,
        operators.hearing(),
        zaloHealth,
        TownFeeds.open(config, clock, random, metrics, closing),
        metrics,
        clock,
        random);
  }

  private WebParts webParts() {
    return new WebParts(
        config.console().host(),
        config.console().port(),
        ZONE,
        config.console().sender(),
        clock,
        registry,
        latest,
        rejected,
        replays,
        config.rules(),
        storage.store(),
        storage.alerts(),
        storage.operators(),
        storage.told(),
        config.operators(),
        books::page,
        storage.outbox()::counts,
        () -> storage.outbox().parked(MOST_PARKED),
        () -> Optional.ofNullable(configChange.get()),
        Readiness.of(this::waiting, zaloHealth::mute),
        this::scrape,
        webhook());
  }

  private Webhook webhook() {
    return ZaloWebhook.of(config.zalo(), storage, inboxGrew::raise, clock);
  }

  private String scrape() {
    gauges.measure();
    return metrics.scrape();
  }

  private void logGrew() {
    storeWork.raise();
    ruleWork.raise();
    liveWork.raise();
  }

  private List<String> waiting() {
    List<String> waiting = new ArrayList<>();
    if (!isConnected()) {
      waiting.add("broker");
    }
    if (!intake.isWriting()) {
      waiting.add("disk");
    }
    if (!store.isWriting()) {
      waiting.add("store");
    }
    return waiting;
  }

  /** Whether every connection stands and everything that arrives is kept. */
  public boolean isReady() {
    return waiting().isEmpty();
  }

  /** From now on takes over stations and devices of the file it was read from, when they change. */
  public void watch(Path file, ConfigReader reader) {
    verticles.deploy(new ConfigWatch(file, reader, config, registry, configChange, metrics, clock));
  }

  /** Where the hub's web listens. */
  public int port() {
    return web.port();
  }

  public BooksPage books() {
    return books.page();
  }

  public AlertCounts alerts() {
    return storage.alerts().counts();
  }

  public OutboxCounts deliveries() {
    return storage.outbox().counts();
  }

  /** Whether everything that arrived is stored, told and answered. */
  public boolean isIdle() {
    BooksPage page = books.page();
    return page.totalInHand() == 0
        && page.total(Account.Heading.QUEUED) == 0
        && storage.outbox().counts().waiting() == 0;
  }

  @Override
  public void close() {
    closing.close();
  }
}
