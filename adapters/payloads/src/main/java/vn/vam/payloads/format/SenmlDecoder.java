package vn.vam.payloads.format;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.senml.SenmlExcerpt;
import vn.vam.payloads.senml.SenmlPack;
import vn.vam.payloads.senml.SenmlRecord;
import vn.vam.payloads.step.Step;

/**
 * Packs of sensor measurements, RFC 8428, whatever their encoding. Records of one moment are one
 * sample; a pack may hold several moments of one device, and comes apart by its devices.
 */
final class SenmlDecoder implements Decoder {
  static final TopicPattern ANY_TOPIC = TopicPattern.of("#");
  static final TopicPattern UNKNOWN = TopicPattern.of("{device}");

  private static final String BASE_NAME = "bn";
  private static final double FARTHEST_MILLIS = 1e15;

  /** Between bytes and an array of records with the labels they have in JSON. */
  interface Encoding {
    Step<JsonNode> read(RawMessage message, Optional<DeviceId> device);

    Payload write(ArrayNode pack);
  }

  private final DecoderContext context;
  private final Intake intake;
  private final Encoding encoding;
  private final boolean isTopicMeant;

  SenmlDecoder(DecoderContext context, Intake intake, Encoding encoding) {
    this.context = context;
    this.intake = intake;
    this.encoding = encoding;
    this.isTopicMeant = context.topic().filter(TopicPattern::tellsDevice).isPresent();
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Step<Optional<Devices.Known>> address = intake.named(message.topic());
    return Step.end(
        Intake.awake(message, address, device -> device.map(Devices.Known::id))
            .then(device -> decode(message, device)));
  }

  private record Named(SenmlExcerpt.Piece piece, String device) {}

  @Override
  public List<RawMessage> apart(RawMessage message) {
    Step<List<Named>> pieces =
        intake.named(message.topic()).then(ofTopic -> pieces(message, names(ofTopic)));
    return switch (pieces) {
      case Step.Go<List<Named>> go -> Apart.of(message, go.value(), Named::device, this::payload);
      case Step.Stop<List<Named>> unreadable -> List.of(message);
    };
  }

  private Step<List<Named>> pieces(RawMessage message, SenmlNames names) {
    return encoding
        .read(message, Optional.empty())
        .then(
            pack ->
                SenmlPack.resolved(pack, Optional.empty())
                    .then(records -> new Step.Go<>(pieces(pack, records, names))));
  }

  private static List<Named> pieces(JsonNode pack, List<SenmlRecord> records, SenmlNames names) {
    List<SenmlExcerpt.Piece> pieces = SenmlExcerpt.pieces(pack);
    return IntStream.range(0, pieces.size())
        .mapToObj(i -> new Named(pieces.get(i), device(records.get(i), names)))
        .toList();
  }

  private static String device(SenmlRecord record, SenmlNames names) {
    return Apart.key(names.read(record).map(SenmlNamed::device), SenmlNames.told(record));
  }

  private Payload payload(List<Named> pieces) {
    return encoding.write(SenmlExcerpt.pack(pieces.stream().map(Named::piece).toList()));
  }

  private SenmlNames names(Optional<Devices.Known> ofTopic) {
    return new SenmlNames(context.devices(), context.names(), ofTopic, isTopicMeant);
  }

  private Step<Outcome.Accepted> decode(RawMessage message, Optional<Devices.Known> ofTopic) {
    SenmlNames names = names(ofTopic);
    Optional<DeviceId> device = ofTopic.map(Devices.Known::id);
    return encoding
        .read(message, device)
        .then(pack -> SenmlPack.resolved(pack, device))
        .then(records -> named(records, names))
        .then(records -> accepted(message, records));
  }

  private static Step<List<SenmlNamed>> named(List<SenmlRecord> records, SenmlNames names) {
    List<SenmlNamed> named = new ArrayList<>(records.size());
    for (SenmlRecord record : records) {
      names.read(record).ifPresent(named::add);
    }
    return named.size() < records.size()
        ? Intake.known(Optional.empty(), BASE_NAME).then(none -> new Step.Go<>(named))
        : Intake.only(named.stream().map(SenmlNamed::device).toList(), BASE_NAME)
            .then(device -> new Step.Go<>(named));
  }

  private Step<Outcome.Accepted> accepted(RawMessage message, List<SenmlNamed> records) {
    records.stream()
        .filter(record -> record.field().isEmpty())
        .forEach(record -> intake.noteUnknown(record.record().name()));
    Map<TakenAt, List<Fields.Found>> moments =
        records.stream()
            .filter(record -> record.found().isPresent())
            .collect(
                groupingBy(
                    record -> takenAt(record.record(), message),
                    mapping(record -> record.found().orElseThrow(), toList())));
    Devices.Known device = records.getFirst().device();
    Set<Double> sentinels = device.traits().sentinels();
    List<Sample> samples =
        moments.entrySet().stream()
            .map(moment -> new Sample(Fields.of(moment.getValue(), sentinels), moment.getKey()))
            .sorted(Comparator.comparing(sample -> sample.taken().at()))
            .toList();
    return intake.accepted(
        device,
        Optional.empty(),
        samples.isEmpty() ? List.of(nothing(message)) : samples,
        identity(records, samples));
  }

  private static Sample nothing(RawMessage message) {
    return new Sample(
        Fields.of(List.of()), new TakenAt(message.arrivedAt(), TakenAt.Source.ARRIVAL));
  }

  /** What counts back from now cannot be told of a message the broker had kept. */
  private TakenAt takenAt(SenmlRecord record, RawMessage message) {
    Instant now = message.arrivedAt();
    if (record.isRelative() && (record.seconds() == 0 || message.retained())) {
      return new TakenAt(now, TakenAt.Source.ARRIVAL);
    }
    Instant from = record.isRelative() ? now : Instant.EPOCH;
    return context.clock().believedOr(from.plusMillis(millis(record.seconds())), now);
  }

  private static long millis(double seconds) {
    return Math.round(Math.clamp(seconds * 1e3, -FARTHEST_MILLIS, FARTHEST_MILLIS));
  }

  /** A time that counts from the arrival differs from copy to copy. */
  private static Identity identity(List<SenmlNamed> records, List<Sample> samples) {
    boolean told = records.stream().noneMatch(named -> named.record().isRelative());
    return told ? Intake.identity(samples) : new Identity.None();
  }
}
