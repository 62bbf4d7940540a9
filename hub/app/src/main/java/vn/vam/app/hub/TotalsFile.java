package vn.vam.app.hub;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.ingest.KeptTotals;
import vn.vam.core.ingest.RunningTotal;
import vn.vam.core.station.DeviceId;

/**
 * How far counters had come, a line a lane. A restarted hub recalls some thousand messages, and
 * what a counter told before them would be missing from its next count.
 */
final class TotalsFile implements KeptTotals {
  private static final Logger log = LoggerFactory.getLogger(TotalsFile.class);
  private static final int COLUMNS = 7;

  private final Path file;

  TotalsFile(Path file) {
    this.file = file;
  }

  @Override
  public List<RunningTotal> load() {
    List<RunningTotal> all = new ArrayList<>();
    if (Files.exists(file)) {
      try {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines().forEach(line -> read(line).ifPresent(all::add));
      } catch (IOException failure) {
        tell(failure);
      }
    }
    return all;
  }

  /** Nothing for a line that is none of ours. */
  private static Optional<RunningTotal> read(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RunningTotal(
              new DeviceId(columns[0]),
              columns[1],
              columns[2],
              Instant.parse(columns[3]),
              Double.parseDouble(columns[4]),
              Double.parseDouble(columns[5]),
              Double.parseDouble(columns[6])));
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(List<RunningTotal> all) {
    try {
      WholeFile.write(
          file,
          all.stream().map(TotalsFile::line).collect(joining()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      tell(failure);
    }
  }

  private static String line(RunningTotal total) {
    return String.join(
            "\t",
            total.device().value(),
            total.lane(),
            total.direction(),
            total.at().toString(),
            Double.toString(total.total()),
            Double.toString(total.most()),
            Double.toString(total.fastest()))
        + "\n";
  }

  private void tell(IOException failure) {
    log.warn("how far counters have come is not kept across a restart, file={}", file, failure);
  }
}
