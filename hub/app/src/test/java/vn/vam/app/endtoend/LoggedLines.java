package vn.vam.app.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * What a hub in the test's own process writes to its log, its own lines from INFO on, those of
 * others from WARN on, as {@code vam run} does.
 */
final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("vn.vam");
  private static final Logger ALL = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private final List<String> traces = new CopyOnWriteArrayList<>();
  private final Level before = ALL.getLevel();

  private LoggedLines() {}

  static LoggedLines begin() {
    LoggedLines lines = new LoggedLines();
    lines.start();
    OURS.setLevel(Level.INFO);
    OURS.setAdditive(false);
    OURS.addAppender(lines);
    ALL.setLevel(Level.WARN);
    ALL.addAppender(lines);
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getLevel() + " " + event.getFormattedMessage());
    IThrowableProxy mistake = event.getThrowableProxy();
    if (mistake != null) {
      traces.add(ThrowableProxyUtil.asString(mistake));
    }
  }

  List<String> all() {
    return List.copyOf(lines);
  }

  /** What follows the lines that tell of a mistake. */
  List<String> traces() {
    return List.copyOf(traces);
  }

  List<String> telling(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  @Override
  public void close() {
    ALL.detachAppender(this);
    ALL.setLevel(before);
    OURS.detachAppender(this);
    OURS.setAdditive(true);
    OURS.setLevel(null);
    stop();
  }
}
