package vn.vam.sim.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes at QoS 1 through one connection at a time and reconnects by itself. What a lost
 * connection left unacknowledged is sent again, so a message may arrive twice, as in the field.
 */
final class PahoPublisher implements Publisher {

  private static final Logger LOG = LoggerFactory.getLogger(PahoPublisher.class);

  /** About ten minutes of a demo's fleet. */
  private static final int BUFFER = 10_000;

  private static final long GLANCE_MS = 100;
  private static final Duration LAST_CALL = Duration.ofSeconds(5);

  private final FleetConfig config;
  private final BlockingDeque<Pending> waiting = new LinkedBlockingDeque<>();
  private final BackOff backOff = new BackOff();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch lastCall = new CountDownLatch(1);
  private final Thread worker = Threads.daemon("fleet-mqtt", this::run);

  private PahoPublisher(FleetConfig config) {
    this.config = config;
  }

  static PahoPublisher start(FleetConfig config) {
    PahoPublisher publisher = new PahoPublisher(config);
    publisher.worker.start();
    return publisher;
  }

  @Override
  public CompletableFuture<Void> publish(Message message) {
    Pending pending = Pending.of(message);
    while (waiting.size() >= BUFFER) {
      dropOldest();
    }
    waiting.addLast(pending);
    return pending.outcome();
  }

  @Override
  public void close() {
    closing.countDown();
    Threads.join(worker, LAST_CALL);
    lastCall.countDown();
    Threads.join(worker, LAST_CALL);
    waiting.forEach(left -> left.dropped("the fleet closed"));
    waiting.clear();
  }

  private void run() {
    try {
      while (!done()) {
        connectAndServe();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void connectAndServe() throws InterruptedException {
    try (BrokerLink link = BrokerLink.open(config)) {
      LOG.info("fleet connected broker={}", config.broker());
      serve(link);
    } catch (MqttException e) {
      LOG.warn("fleet has no broker broker={} reason={}", config.broker(), e.getMessage());
    }
    if (!done()) {
      lastCall.await(backOff.next().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void serve(BrokerLink link) throws MqttException, InterruptedException {
    try {
      while (link.alive() && !(done() && link.idle()) && lastCall.getCount() > 0) {
        Pending next = waiting.pollFirst(GLANCE_MS, TimeUnit.MILLISECONDS);
        if (next != null && !next.settled()) {
          link.send(next);
        }
      }
    } finally {
      takeBack(link);
    }
  }

  private void takeBack(BrokerLink link) {
    List<Pending> left = new ArrayList<>(link.unacknowledged());
    left.reversed().forEach(waiting::addFirst);
    if (link.proven()) {
      backOff.reset();
    }
  }

  private boolean done() {
    return lastCall.getCount() == 0 || (closing.getCount() == 0 && waiting.isEmpty());
  }

  private void dropOldest() {
    Pending oldest = waiting.pollFirst();
    if (oldest != null) {
      oldest.dropped("the broker stayed away");
    }
  }
}
