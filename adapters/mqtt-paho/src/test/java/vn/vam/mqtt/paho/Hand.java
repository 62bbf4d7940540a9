package vn.vam.mqtt.paho;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.MessageSource.Receiver;
import vn.vam.core.message.RawMessage;

/** Keeps what arrived until the test acknowledges it, or does at once what the test says. */
final class Hand implements Receiver {
  private final Consumer<Arrival> atOnce;
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();

  Hand(Consumer<Arrival> atOnce) {
    this.atOnce = atOnce;
  }

  static Hand holding() {
    return new Hand(arrival -> {});
  }

  static Hand acknowledging() {
    return new Hand(arrival -> arrival.acknowledgement().acknowledge());
  }

  @Override
  public void connecting(String connection) {
    attempts.incrementAndGet();
  }

  @Override
  public void arrived(Arrival arrival) {
    atOnce.accept(arrival);
    arrivals.add(arrival);
  }

  int attempts() {
    return attempts.get();
  }

  int count() {
    return arrivals.size();
  }

  Arrival get(int index) {
    return arrivals.get(index);
  }

  void acknowledge(int index) {
    arrivals.get(index).acknowledgement().acknowledge();
  }

  void acknowledgeAll() {
    arrivals.forEach(arrival -> arrival.acknowledgement().acknowledge());
  }

  List<RawMessage> messages() {
    return arrivals.stream().map(Arrival::message).toList();
  }

  List<String> texts() {
    return messages().stream().map(Hand::text).toList();
  }

  private static String text(RawMessage message) {
    return new String(message.payload().bytes(), StandardCharsets.UTF_8);
  }
}
