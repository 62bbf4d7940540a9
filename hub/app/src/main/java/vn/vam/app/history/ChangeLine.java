package vn.vam.app.history;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.station.DeviceId;

/**
 * A change as {@code vam rules test} writes it: {@code TIME raised RULE STATION VALUE}, and behind
 * it the devices, with a comma between them, where not the whole station is meant.
 */
final class ChangeLine {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private ChangeLine() {}

  static String of(AlertChange change, ZoneOffset offset) {
    String line =
        "%s %s %s %s %s"
            .formatted(
                TIME.format(change.at().atOffset(offset)),
                change.word(),
                change.rule(),
                change.station(),
                LineProtocol.plain(change.value()));
    String devices =
        change.devices().stream().map(DeviceId::value).collect(Collectors.joining(","));
    return devices.isEmpty() ? line : line + " " + devices;
  }
}
