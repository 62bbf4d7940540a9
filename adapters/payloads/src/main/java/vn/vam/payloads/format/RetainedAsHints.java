package vn.vam.payloads.format;

import java.util.List;
import java.util.Optional;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

/**
 * What a broker had kept is never a new sample, since it comes again with every connection: it only
 * hints at the last known state. A value of unknown age is no hint, unless the protocol has all
 * values kept.
 */
public final class RetainedAsHints implements Decoder {
  private static final String RETAINED = "retained";

  private final Decoder decoder;
  private final boolean keepsValues;

  private RetainedAsHints(Decoder decoder, boolean keepsValues) {
    this.decoder = decoder;
    this.keepsValues = keepsValues;
  }

  public static Decoder of(Format format, DecoderContext context) {
    return new RetainedAsHints(
        new ImpersonalEvents(format.decoder(context), context.notes()), format.keepsValues());
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Outcome.Decoded decoded = decoder.decode(message);
    return message.retained() && message.payload().size() > 0
        ? retained(message, decoded)
        : decoded;
  }

  @Override
  public List<RawMessage> apart(RawMessage message) {
    return decoder.apart(message);
  }

  private Outcome.Decoded retained(RawMessage message, Outcome.Decoded decoded) {
    return switch (decoded) {
      case Outcome.Accepted accepted ->
          ignored(Optional.of(accepted.device()), lastKnown(message, accepted));
      case Outcome.Rejected rejected -> ignored(rejected.device(), List.of());
      case Outcome.Ignored ignored -> ignored(ignored.device(), ignored.hints());
    };
  }

  private List<Hint> lastKnown(RawMessage message, Outcome.Accepted accepted) {
    return accepted.readings().stream()
        .filter(reading -> keepsValues || hasOwnTime(message, reading))
        .<Hint>map(Hint.LastKnown::new)
        .toList();
  }

  /** Where the device told none, or none to be believed, the reading bears that of the arrival. */
  private static boolean hasOwnTime(RawMessage message, Reading reading) {
    return !reading.takenAt().equals(message.arrivedAt());
  }

  private static Outcome.Decoded ignored(Optional<DeviceId> device, List<Hint> hints) {
    return new Outcome.Ignored(device, RETAINED, hints);
  }
}
