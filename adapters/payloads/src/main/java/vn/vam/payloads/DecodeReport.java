package vn.vam.payloads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.point.Points;
import vn.vam.core.quality.QualityControl;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Kind;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.format.Format;
import vn.vam.payloads.format.RetainedAsHints;
import vn.vam.payloads.note.Note;
import vn.vam.payloads.note.Worked;
import vn.vam.payloads.personal.PersonalData;

/**
 * What {@code vam decode} prints.
 *
 * @param standardOutput line protocol, a point a line
 * @param standardError a line for each part of the message that was not accepted
 * @param notes what of the accepted parts was left out, replaced, converted, worked out or doubted;
 *     what of any part is written down nowhere since it may tell of a person; of a message that the
 *     broker had kept, what it hints at
 * @param exitCode 0 accepted, 3 where anything was rejected, else 4 where anything was ignored
 */
public record DecodeReport(
    List<String> standardOutput, List<String> standardError, List<Note> notes, int exitCode) {
  public static final int ACCEPTED = 0;
  public static final int REJECTED = 3;
  public static final int IGNORED = 4;

  private static final int REMEMBERED = 1_000;
  private static final String NO_SOURCE = "decode";
  private static final String SOME_TOPIC = "sample";

  /**
   * A message somebody asks about.
   *
   * @param topic it was published on; where absent the device is the one the payload names, else
   *     {@code sample}
   * @param retained whether the broker had kept it
   * @param at when it arrived
   */
  public record Question(Optional<String> topic, Payload payload, boolean retained, Instant at) {
    private RawMessage message() {
      return new RawMessage(NO_SOURCE, NO_SOURCE, topic.orElse(SOME_TOPIC), payload, retained, at);
    }
  }

  public DecodeReport {
    standardOutput = List.copyOf(standardOutput);
    standardError = List.copyOf(standardError);
    notes = List.copyOf(notes);
  }

  /**
   * @param stages that an accepted message passes behind the decoder, as in a hub that knows
   *     nothing of earlier ones; given who is to hear of their doubts
   */
  public static DecodeReport of(
      Format format,
      DecoderContext context,
      Function<QualityControl.Listener, List<Stage>> stages,
      Question question) {
    return ofSequence(format, context, stages, List.of(question)).getFirst();
  }

  /**
   * Of one message after the other, each as in a hub that knows those before it, over a connection
   * that stands all the time. A report each.
   *
   * @param questions all on a topic, or all on none
   */
  public static List<DecodeReport> ofSequence(
      Format format,
      DecoderContext context,
      Function<QualityControl.Listener, List<Stage>> stages,
      List<Question> questions) {
    Set<Note> notes = new LinkedHashSet<>();
    DecoderContext noting = context.withNotes(notes::add);
    boolean onTopic = questions.stream().allMatch(question -> question.topic().isPresent());
    Decoder decoder =
        RetainedAsHints.of(format, onTopic ? noting : noting.withTopic(format.unknownTopic()));
    List<Stage> passed =
        stages.apply(
            (quantity, check) ->
                notes.add(new Note(quantity.field(), "doubted, by its " + check.word())));
    DuplicateFilter duplicates = new DuplicateFilter(REMEMBERED, REMEMBERED);
    List<DecodeReport> reports = new ArrayList<>();
    for (Question question : questions) {
      notes.clear();
      reports.add(of(format, decoder, passed, question.message(), notes, duplicates));
    }
    return reports;
  }

  private static DecodeReport of(
      Format format,
      Decoder decoder,
      List<Stage> passed,
      RawMessage message,
      Set<Note> notes,
      DuplicateFilter duplicates) {
    PersonalData personal =
        new PersonalData(
            (part, outcome) -> format.isOfCameras() || isOfCamera(part, outcome),
            DecodeReport::isOfCounter,
            Optional.empty());
    return of(decoder, passed, message, notes, personal::explained, duplicates);
  }

  /** Of a device nobody knows the topic says so. */
  private static boolean isOfCamera(RawMessage message, Outcome outcome) {
    return outcome instanceof Outcome.Accepted accepted
        ? accepted.readings().stream().anyMatch(Reading.CameraEvent.class::isInstance)
        : List.of(message.topic().split("/", -1)).contains(Kind.CAMERA.word());
  }

  private static boolean isOfCounter(RawMessage message, Outcome outcome) {
    return outcome instanceof Outcome.Accepted accepted
        ? accepted.readings().stream().anyMatch(Reading.Counted.class::isInstance)
        : List.of(message.topic().split("/", -1)).contains(Kind.TRAFFIC.word());
  }

  /** Of the message taken apart, as the hub does, and no further. */
  public static DecodeReport of(Decoder decoder, RawMessage message) {
    return of(
        decoder,
        List.of(),
        message,
        new LinkedHashSet<>(),
        (part, outcome) -> List.of(),
        new DuplicateFilter(REMEMBERED, REMEMBERED));
  }

  private static DecodeReport of(
      Decoder decoder,
      List<Stage> stages,
      RawMessage message,
      Set<Note> notes,
      BiFunction<RawMessage, Outcome, List<Note>> personal,
      DuplicateFilter duplicates) {
    duplicates.begin(message.connection());
    List<String> points = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    int exitCode = ACCEPTED;
    for (RawMessage part : decoder.apart(message)) {
      Outcome.Decoded decoded = decoder.decode(part);
      if (isCopy(part, decoded, duplicates)) {
        reasons.add("ignored: duplicate");
        exitCode = exitCode == REJECTED ? REJECTED : IGNORED;
        continue;
      }
      Outcome.Decoded outcome = staged(decoded, stages, part, notes);
      notes.addAll(personal.apply(part, outcome));
      switch (outcome) {
        case Outcome.Accepted accepted -> {
          points.addAll(lines(accepted));
          notes.addAll(Worked.toldTwice(accepted));
        }
        case Outcome.Rejected rejected -> {
          reasons.add(line(rejected));
          exitCode = REJECTED;
        }
        case Outcome.Ignored ignored -> {
          reasons.add("ignored: " + ignored.reason());
          ignored.hints().forEach(hint -> notes.add(note(hint)));
          exitCode = exitCode == REJECTED ? REJECTED : IGNORED;
        }
      }
    }
    return new DecodeReport(points, reasons, List.copyOf(notes), exitCode);
  }

  private static boolean isCopy(
      RawMessage part, Outcome.Decoded decoded, DuplicateFilter duplicates) {
    return decoded instanceof Outcome.Accepted accepted
        && duplicates.isCopy(part, IdentityKey.of(part, accepted.identity()), accepted.identity());
  }

  private static Outcome.Decoded staged(
      Outcome.Decoded decoded, List<Stage> stages, RawMessage message, Set<Note> notes) {
    Outcome.Decoded outcome = decoded;
    for (Stage stage : stages) {
      if (!(outcome instanceof Outcome.Accepted before)) {
        return outcome;
      }
      outcome = stage.apply(message, before);
      if (outcome instanceof Outcome.Accepted after) {
        notes.addAll(Worked.between(before, after));
      }
    }
    return outcome;
  }

  private static Note note(Hint hint) {
    return switch (hint) {
      case Hint.LastKnown last ->
          new Note("last known", LineProtocol.of(Points.of(List.of(last.reading())).getFirst()));
      case Hint.Presence presence -> new Note("presence", presence.online() ? "there" : "gone");
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
