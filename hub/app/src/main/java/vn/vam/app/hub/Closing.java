package vn.vam.app.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last first; what fails to close holds up nothing. */
final class Closing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Closing.class);

  private record Step(String name, AutoCloseable part) {}

  private final Deque<Step> steps = new ArrayDeque<>();

  <T extends AutoCloseable> T add(String name, T part) {
    steps.push(new Step(name, part));
    return part;
  }

  @Override
  public void close() {
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      try {
        step.part().close();
      } catch (Exception failure) {
        log.warn("a part did not close cleanly, part={}", step.name(), failure);
      }
    }
  }
}
