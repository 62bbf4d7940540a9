package vn.vam.payloads;

import java.time.Instant;
import java.util.ArrayList;
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
 * @param standardError a line for each part of the message that was not accepted
 * @param exitCode 0 accepted, 3 where anything was rejected, else 4 where anything was ignored
 */
public record DecodeReport(List<String> standardOutput, List<String> standardError, int exitCode) {
  public static final int ACCEPTED = 0;
  public static final int REJECTED = 3;
  public static final int IGNORED = 4;

  private static final String NO_SOURCE = "decode";
  private static final String SOME_TOPIC = "sample";

  public DecodeReport {
    standardOutput = List.copyOf(standardOutput);
    standardError = List.copyOf(standardError);
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
        decoder,
        new RawMessage(
            NO_SOURCE, NO_SOURCE, topic.orElse(SOME_TOPIC), Payload.of(payload), false, at));
  }

  /** Of the message taken apart, as the hub does. */
  public static DecodeReport of(Decoder decoder, RawMessage message) {
    return of(decoder.apart(message).stream().map(decoder::decode).toList());
  }

  static DecodeReport of(List<Outcome.Decoded> outcomes) {
    List<String> points = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    int exitCode = ACCEPTED;
    for (Outcome.Decoded outcome : outcomes) {
      switch (outcome) {
        case Outcome.Accepted accepted -> points.addAll(lines(accepted));
        case Outcome.Rejected rejected -> {
          reasons.add(line(rejected));
          exitCode = REJECTED;
        }
        case Outcome.Ignored ignored -> {
          reasons.add("ignored: " + ignored.reason());
          exitCode = exitCode == REJECTED ? REJECTED : IGNORED;
        }
      }
    }
    return new DecodeReport(points, reasons, exitCode);
  }

  private static List<String> lines(Outcome.Accepted accepted) {
    return Points.of(accepted.readings()).stream().map(LineProtocol::of).toList();
  }

  private static String line(Outcome.Rejected rejected) {
    return "rejected: %s: %s (%s)"
        .formatted(rejected.field().orElse("payload"), rejected.reason().word(), rejected.detail());
  }
}
