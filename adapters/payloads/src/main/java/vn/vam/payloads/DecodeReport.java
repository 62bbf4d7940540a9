package vn.vam.payloads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.point.Points;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.format.Format;

/**
 * What {@code vam decode} prints.
 *
 * @param standardOutput line protocol, a point a line
 * @param standardError one line, unless the message was accepted
 * @param exitCode 0 accepted, 3 rejected, 4 ignored
 */
public record DecodeReport(
    List<String> standardOutput, Optional<String> standardError, int exitCode) {
  public static final int ACCEPTED = 0;
  public static final int REJECTED = 3;
  public static final int IGNORED = 4;

  private static final String NO_SOURCE = "decode";
  private static final String SOME_TOPIC = "sample";

  public DecodeReport {
    standardOutput = List.copyOf(standardOutput);
  }

  /**
   * @param topic it was published on; where absent the device is the one the payload names, else
   *     {@code sample}
   * @param at when it arrived
   */
  public static DecodeReport of(
      Format format, DecoderContext context, Optional<String> topic, byte[] payload, Instant at) {
    Decoder decoder =
        format.decoder(topic.isPresent() ? context : context.withTopic(format.unknownTopic()));
    return of(
        decoder.decode(
            new RawMessage(
                NO_SOURCE, NO_SOURCE, topic.orElse(SOME_TOPIC), Payload.of(payload), false, at)));
  }

  public static DecodeReport of(Outcome.Decoded outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted ->
          new DecodeReport(lines(accepted), Optional.empty(), ACCEPTED);
      case Outcome.Rejected rejected ->
          new DecodeReport(List.of(), Optional.of(line(rejected)), REJECTED);
      case Outcome.Ignored ignored ->
          new DecodeReport(List.of(), Optional.of("ignored: " + ignored.reason()), IGNORED);
    };
  }

  private static List<String> lines(Outcome.Accepted accepted) {
    return Points.of(accepted.readings()).stream().map(LineProtocol::of).toList();
  }

  private static String line(Outcome.Rejected rejected) {
    return "rejected: %s: %s (%s)"
        .formatted(rejected.field().orElse("payload"), rejected.reason().word(), rejected.detail());
  }
}
