package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Two people who look after the alerts of these tests. */
final class OnDuty {
  private OnDuty() {}

  /**
   * @param troubleFor how long something is wrong with the hub before they hear of it
   */
  static Path config(Servers servers, String troubleFor) {
    try {
      return Files.writeString(
          servers.config(),
          """

      operators:
        people:
          - { name: Trực ban, zalo: duty-1, account: truc-ban, roles: [duty] }
          - { name: Trưởng ca, zalo: chief-1, account: truong-ca, roles: [chief] }
        escalate: [ { to: [duty] }, { after: 8s, to: [chief] } ]
        storm: { alerts: 2, within: 1m, every: 1s }
        trouble_for: %s
      """
              .formatted(troubleFor),
          StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
