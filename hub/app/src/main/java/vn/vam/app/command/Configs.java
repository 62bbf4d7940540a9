package vn.vam.app.command;

import java.util.Set;
import java.util.TreeSet;
import vn.vam.app.config.ConfigReader;
import vn.vam.core.citizen.AlertText;
import vn.vam.payloads.Formats;

/** The reader that knows what this program understands. */
final class Configs {
  private Configs() {}

  static ConfigReader reader() {
    return new ConfigReader(
        new TreeSet<>(Formats.names()),
        new TreeSet<>(Set.copyOf(AlertText.keys())),
        System.getenv());
  }
}
