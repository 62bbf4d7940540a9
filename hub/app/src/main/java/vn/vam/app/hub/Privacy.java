package vn.vam.app.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.SealingConfig;
import vn.vam.app.config.SourceConfig;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;
import vn.vam.core.message.Unsealer;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.payloads.Formats;
import vn.vam.payloads.format.Format;
import vn.vam.payloads.personal.PersonalData;
import vn.vam.payloads.personal.SealedCopies;

/**
 * What of each source's messages may be written to the log.
 *
 * @param registry asked anew for each message
 * @param copies absent where nothing is sealed
 */
record Privacy(Supplier<Registry> registry, Optional<SealedCopies> copies) {
  static Privacy of(HubConfig config, Supplier<Registry> registry, Clock clock) {
    Path keys = config.data().resolve("sealing");
    return new Privacy(registry, config.sealing().map(sealing -> open(keys, sealing, clock)));
  }

  private static SealedCopies open(Path keys, SealingConfig sealing, Clock clock) {
    try {
      return SealedCopies.in(keys, sealing.key(), sealing.openFor(), clock);
    } catch (IOException failure) {
      throw HubFailed.because(failure);
    }
  }

  Redactor redactor(SourceConfig source) {
    boolean always = Formats.find(source.format()).map(Format::isOfCameras).orElse(true);
    return new PersonalData(
        (message, outcome) -> always || isOf(Kind.CAMERA, message, outcome),
        (message, outcome) -> isOf(Kind.TRAFFIC, message, outcome),
        copies);
  }

  /** Opens what was sealed, as long as that is possible. */
  Unsealer unsealer() {
    return copies.<Unsealer>map(sealing -> sealing).orElse(Unsealer.NONE);
  }

  /** As the configuration says of its device; of one it does not know, as the topic says. */
  private boolean isOf(Kind kind, RawMessage message, Outcome outcome) {
    return outcome
        .knownDevice()
        .flatMap(id -> registry.get().device(id.value()))
        .map(device -> device.kind() == kind)
        .orElseGet(() -> List.of(message.topic().split("/", -1)).contains(kind.word()));
  }
}
