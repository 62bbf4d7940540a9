package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Who says what when: all devices and the faults, in the order of their times. Pure: given the
 * config and the start it always tells the same story, however often it is asked. One thread.
 */
final class Programme {

  /** Longer than any hiccup of a busy machine, shorter than a lid closed. */
  private static final Duration SLEPT = Duration.ofMinutes(1);

  private final PriorityQueue<Device> devices =
      new PriorityQueue<>(Comparator.comparing(Device::due).thenComparing(Device::id));
  private final PriorityQueue<FaultInjector.Held> held =
      new PriorityQueue<>(Comparator.comparing(FaultInjector.Held::due));
  private final FaultInjector faults;

  Programme(FleetConfig config, Instant wallStart) {
    faults = new FaultInjector(config);
    devices.addAll(
        Province.devices(config, new ModelClock(wallStart, config.modelStart(), config.speed())));
  }

  Instant nextDue() {
    Instant device = devices.element().due();
    return held.isEmpty() || device.isBefore(held.element().due()) ? device : held.element().due();
  }

  /** Everything due up to and with this moment, in order. */
  List<Message> takeUntil(Instant now) {
    List<Message> said = new ArrayList<>();
    while (!nextDue().isAfter(now)) {
      if (!held.isEmpty() && held.element().due().equals(nextDue())) {
        said.add(held.remove().message());
      } else {
        said.addAll(ask(devices.remove(), now));
      }
    }
    return said;
  }

  /** What devices still hold back. */
  List<Message> takeHeld() {
    List<Message> late = new ArrayList<>();
    while (!held.isEmpty()) {
      late.add(held.remove().message());
    }
    return late;
  }

  Map<Fault, Long> faults() {
    return faults.done();
  }

  private List<Message> ask(Device device, Instant now) {
    if (device.due().isBefore(now.minus(SLEPT))) {
      device.skipTo(now);
      devices.add(device);
      return List.of();
    }
    Instant at = device.due();
    boolean mayFail = device.mayFail();
    List<Message> said = device.take();
    devices.add(device);
    return mayFail ? throughFaults(said, at) : said;
  }

  private List<Message> throughFaults(List<Message> said, Instant at) {
    List<Message> leaving = new ArrayList<>();
    for (Message message : said) {
      FaultInjector.Outcome outcome = faults.pass(message, at);
      leaving.addAll(outcome.now());
      held.addAll(outcome.later());
    }
    return leaving;
  }
}
