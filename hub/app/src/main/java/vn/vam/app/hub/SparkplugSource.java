package vn.vam.app.hub;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.MessageSource;
import vn.vam.core.message.RawMessage;
import vn.vam.mqtt.paho.PahoSource;
import vn.vam.payloads.sparkplug.SelfContained;
import vn.vam.payloads.sparkplug.SessionRules;
import vn.vam.payloads.sparkplug.SparkplugSession;
import vn.vam.payloads.sparkplug.SparkplugTopic;
import vn.vam.payloads.sparkplug.Turn;

/**
 * A connection whose messages pass through a session on their way: it names what goes by aliases,
 * and its wish for a rebirth goes out over the same connection.
 */
final class SparkplugSource implements MessageSource {
  private static final Logger log = LoggerFactory.getLogger(SparkplugSource.class);

  /** How often within the reorder timeout the session looks at the time. */
  private static final int LOOKS = 5;

  private final PahoSource connection;
  private final SessionRules rules;
  private final Clock clock;
  private final SparkplugSession session;
  private @Nullable ScheduledExecutorService looking;
  private @Nullable Listening listening;

  SparkplugSource(PahoSource connection, SessionRules rules, Clock clock) {
    this.connection = connection;
    this.rules = rules;
    this.clock = clock;
    this.session = new SparkplugSession(rules);
  }

  @Override
  public String source() {
    return connection.source();
  }

  @Override
  public String connection() {
    return connection.connection();
  }

  @Override
  public boolean isConnected() {
    return connection.isConnected();
  }

  @Override
  public void start(Receiver receiver) {
    Listening ear = new Listening(receiver);
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sparkplug-" + connection()).factory());
    listening = ear;
    looking = timer;
    connection.start(ear);
    long pause = rules.reorderTimeout().toMillis() / LOOKS;
    var unused = timer.scheduleWithFixedDelay(ear::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** What waits for a message that is missing is handed on as it came. */
  @Override
  public void close() {
    connection.close();
    if (looking != null) {
      looking.shutdown();
    }
    if (listening != null) {
      listening.finish();
    }
  }

  /** The connection's thread and the one that looks at the time take turns. */
  private final class Listening implements Receiver {
    private final Receiver receiver;

    Listening(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public synchronized void connecting(String name) {
      finish();
      receiver.connecting(name);
    }

    @Override
    public synchronized void arrived(Arrival arrival) {
      arrival.acknowledgement().acknowledge();
      Optional<Turn> turn = turn(() -> session.hear(arrival.message()));
      turn.ifPresentOrElse(this::act, () -> handOn(arrival.message()));
    }

    synchronized void look() {
      turn(() -> session.tick(clock.instant())).ifPresent(this::act);
    }

    synchronized void finish() {
      turn(session::connecting).ifPresent(this::act);
    }

    /** A mistake of our own must cost neither the message nor the connection. */
    private Optional<Turn> turn(Supplier<Turn> step) {
      try {
        return Optional.of(step.get());
      } catch (RuntimeException mistake) {
        log.error("a session failed, connection={}", connection(), mistake);
        return Optional.empty();
      }
    }

    private void act(Turn turn) {
      turn.messages().forEach(this::handOn);
      turn.rebirths().forEach(SparkplugSource.this::askForRebirth);
    }

    /** At QoS 0 nothing waits for an acknowledgement. */
    private void handOn(RawMessage message) {
      receiver.arrived(new Arrival(message, () -> {}));
    }
  }

  private void askForRebirth(String node) {
    boolean sent =
        connection.publish(SparkplugTopic.commands(node), SelfContained.rebirth(clock.millis()));
    log.info("a rebirth is wanted, connection={} node={} sent={}", connection(), node, sent);
  }
}
