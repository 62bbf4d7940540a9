package vn.vam.app.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a hub in the test's own process writes to its log from INFO on. */
final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("vn.vam");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LoggedLines() {}

  static LoggedLines begin() {
    LoggedLines lines = new LoggedLines();
    lines.start();
    OURS.setLevel(Level.INFO);
    OURS.setAdditive(false);
    OURS.addAppender(lines);
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getLevel() + " " + event.getFormattedMessage());
  }

  List<String> all() {
    return List.copyOf(lines);
  }

  List<String> telling(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  @Override
  public void close() {
    OURS.detachAppender(this);
    OURS.setAdditive(true);
    OURS.setLevel(null);
    stop();
  }
}
