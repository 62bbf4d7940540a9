package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.vam.app.config.HostConfig;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.SourceConfig;
import vn.vam.core.message.MessageSource;
import vn.vam.core.retry.Backoff;
import vn.vam.core.station.Registry;
import vn.vam.mqtt.artemis.EmbeddedBroker;
import vn.vam.mqtt.artemis.EmbeddedBrokerConfig;
import vn.vam.mqtt.paho.PahoConfig;
import vn.vam.mqtt.paho.PahoSource;
import vn.vam.payloads.Formats;
import vn.vam.payloads.format.Format;
import vn.vam.payloads.homie.HomieSession;
import vn.vam.payloads.sparkplug.SessionRules;
import vn.vam.runtime.flow.Ingest;

/**
 * Connections to brokers, one a filter or one a host application, and the way of each source's
 * messages to the log.
 */
record Sources(List<MessageSource> connections, Map<String, Ingest.Source> ingest) {
  private static final int LARGEST_PACKET = 1 << 20;
  private static final Backoff RECONNECT =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  /**
   * @param registry asked anew for each message
   */
  static Sources of(
      HubConfig config,
      Supplier<Registry> registry,
      Privacy privacy,
      Clock clock,
      RandomGenerator random,
      Closing closing) {
    Optional<URI> embedded = embeddedBroker(config, closing);
    List<MessageSource> connections = new ArrayList<>();
    Map<String, Ingest.Source> ingest = new HashMap<>();
    for (SourceConfig source : config.sources()) {
      URI broker = source.broker().or(() -> embedded).orElseThrow();
      if (source.host().isPresent()) {
        connections.add(host(source, source.host().orElseThrow(), broker, clock, random));
      } else {
        connections.addAll(described(config, source, filters(source, broker, clock, random)));
      }
      ingest.put(
          source.id(),
          new Ingest.Source(
              Formats.of(source.format(), source.context(registry)), privacy.redactor(source)));
    }
    return new Sources(connections, ingest);
  }

  /** Asks each broker, once, how many messages it dropped. */
  static void watchLoss(
      HubConfig config,
      Clock clock,
      RandomGenerator random,
      MeterRegistry metrics,
      Closing closing) {
    Set<URI> asked = new HashSet<>();
    for (SourceConfig source : config.sources()) {
      if (source.droppedTopic().isPresent() && asked.add(source.broker().orElseThrow())) {
        PahoConfig asking =
            paho(
                source,
                source.broker().orElseThrow(),
                "-figures",
                List.of(source.droppedTopic().orElseThrow()),
                Duration.ZERO);
        PahoSource figures = new PahoSource(asking, clock, random);
        closing.add("figures of the broker of " + source.id(), figures::close);
        figures.start(new BrokerLoss(source.id(), metrics));
      }
    }
  }

  private static Optional<URI> embeddedBroker(HubConfig config, Closing closing) {
    if (config.sources().stream().allMatch(source -> source.broker().isPresent())) {
      return Optional.empty();
    }
    EmbeddedBroker broker =
        closing.add(
            "embedded broker",
            EmbeddedBroker.start(
                EmbeddedBrokerConfig.on(config.brokerPort(), config.data().resolve("broker"))));
    return Optional.of(broker.uri());
  }

  private static List<MessageSource> filters(
      SourceConfig source, URI broker, Clock clock, RandomGenerator random) {
    List<MessageSource> connections = new ArrayList<>();
    for (int i = 0; i < source.filters().size(); i++) {
      List<String> filter = List.of(source.filters().get(i));
      connections.add(
          new PahoSource(
              paho(source, broker, "-" + i, filter, source.sessionExpiry()), clock, random));
    }
    return connections;
  }

  /** A description may come over another of the source's connections than what it describes. */
  private static List<MessageSource> described(
      HubConfig config, SourceConfig source, List<MessageSource> connections) {
    if (!Formats.find(source.format()).filter(Format::isDescribed).isPresent()) {
      return connections;
    }
    HomieSession session =
        new HomieSession(
            new DescriptionFiles(config.data().resolve("descriptions").resolve(source.id())));
    return connections.stream()
        .<MessageSource>map(connection -> new SelfDescribing(connection, session))
        .toList();
  }

  private static MessageSource host(
      SourceConfig source, HostConfig host, URI broker, Clock clock, RandomGenerator random) {
    PahoConfig config = paho(source, broker, "-0", source.filters(), Duration.ZERO);
    return new SparkplugSource(
        PahoSource.sparkplugHost(config, host.id(), clock, random),
        SessionRules.USUAL.withReorderTimeout(host.reorderTimeout()),
        clock);
  }

  /**
   * @param end what tells the connection from the others of the source
   */
  private static PahoConfig paho(
      SourceConfig source, URI broker, String end, List<String> filters, Duration sessionExpiry) {
    return new PahoConfig(
        source.id(),
        source.id() + end,
        broker,
        source.clientId() + end,
        source.user(),
        source.password(),
        filters,
        source.receiveMaximum(),
        sessionExpiry,
        source.keepAlive(),
        LARGEST_PACKET,
        RECONNECT);
  }
}
