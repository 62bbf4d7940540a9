package vn.vam.payloads.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Hint;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.sparkplug.SelfContained;
import vn.vam.payloads.sparkplug.SparkplugPayload;
import vn.vam.payloads.sparkplug.SparkplugReader;
import vn.vam.payloads.sparkplug.SparkplugTopic;
import vn.vam.payloads.step.Step;

/** Births and data are samples, deaths tell that node or device is gone. */
final class SparkplugDecoder implements Decoder {
  private static final String OUTDATED = "outdated-death";

  private final DecoderContext context;
  private final Intake intake;
  private final SparkplugReader reader;
  private final SparkplugSamples samples;

  SparkplugDecoder(DecoderContext context) {
    this.context = context;
    this.intake = new Intake(context, SparkplugFormat.USUAL);
    this.reader = new SparkplugReader(context.limits());
    this.samples = new SparkplugSamples(context, intake);
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Step<SparkplugTopic> topic =
        intake.levels(message.topic()).then(levels -> topic(message.topic()));
    return Step.end(
        Intake.awake(message, topic, any -> Optional.empty()).then(of -> decode(message, of)));
  }

  private static Step<SparkplugTopic> topic(String topic) {
    if (SparkplugTopic.isState(topic)) {
      return Step.ignore(Optional.empty(), "host-state");
    }
    return SparkplugTopic.of(topic)
        .<Step<SparkplugTopic>>map(Step.Go::new)
        .orElseGet(() -> Intake.unknownTopic(SparkplugTopic.SHAPE));
  }

  private Step<Outcome.Accepted> decode(RawMessage message, SparkplugTopic topic) {
    Optional<Devices.Known> device = context.devices().findAddressed(topic.address());
    Optional<DeviceId> id = device.map(Devices.Known::id);
    if (topic.type().isCommand()) {
      return Step.ignore(id, "command");
    }
    return reader
        .read(message.payload(), id)
        .then(payload -> decode(message, topic, payload, device));
  }

  private Step<Outcome.Accepted> decode(
      RawMessage message,
      SparkplugTopic topic,
      SparkplugPayload payload,
      Optional<Devices.Known> device) {
    if (topic.type().isDeath()) {
      return death(message, topic, payload, device);
    }
    if (topic.device().isEmpty() && device.isEmpty() && !behind(topic).isEmpty()) {
      return Step.ignore(Optional.empty(), topic.type().word());
    }
    return Intake.knownByTopic(device).then(known -> sample(message, topic, payload, known));
  }

  private Step<Outcome.Accepted> sample(
      RawMessage message, SparkplugTopic topic, SparkplugPayload payload, Devices.Known device) {
    if (topic.type().isBirth() && !samples.mentionsAny(payload)) {
      return Intake.presence(device, topic.type().word(), true, message);
    }
    return samples
        .read(message, payload, device)
        .then(
            understood ->
                Intake.accepted(device.id(), understood, identity(message, topic, payload)));
  }

  /** A connection's number, the number within it and the time: none of them alone lasts. */
  private Identity identity(RawMessage message, SparkplugTopic topic, SparkplugPayload payload) {
    TakenAt sent = samples.takenAt(payload.timestamp(), message);
    if (sent.source() != TakenAt.Source.DEVICE) {
      return new Identity.None();
    }
    OptionalLong bdSeq = SelfContained.bdSeq(payload);
    return bdSeq.isPresent() && payload.seq().isPresent()
        ? new Identity.SourceId(
            "%s %d %d %d"
                .formatted(
                    topic.node(),
                    bdSeq.getAsLong(),
                    payload.seq().getAsLong(),
                    sent.at().toEpochMilli()))
        : new Identity.DeviceTime();
  }

  /** The node's clock tells when a device died, the hub's when the node did. */
  private Step<Outcome.Accepted> death(
      RawMessage message,
      SparkplugTopic topic,
      SparkplugPayload payload,
      Optional<Devices.Known> device) {
    Optional<DeviceId> id = device.map(Devices.Known::id);
    if (SelfContained.isOutdated(payload)) {
      return Step.ignore(id, OUTDATED);
    }
    if (topic.device().isEmpty() && payload.bdSeq().isEmpty()) {
      return Step.reject(
          id, RejectReason.MISSING_FIELD, "bdSeq", "expected the number of the connection it ends");
    }
    List<Devices.Known> gone = Stream.concat(device.stream(), behind(topic).stream()).toList();
    Instant at =
        topic.device().isPresent()
            ? samples.takenAt(payload.timestamp(), message).at()
            : message.arrivedAt();
    return gone.isEmpty()
        ? Intake.knownByTopic(device).then(none -> Step.ignore(id, topic.type().word()))
        : new Step.Stop<>(new Outcome.Ignored(id, topic.type().word(), hints(gone, at)));
  }

  private static List<Hint> hints(List<Devices.Known> gone, Instant at) {
    return gone.stream()
        .<Hint>map(device -> new Hint.Presence(device.id(), device.station(), false, at))
        .toList();
  }

  private List<Devices.Known> behind(SparkplugTopic topic) {
    return topic.device().isEmpty()
        ? context.devices().addressedBelow(topic.node() + "/")
        : List.of();
  }
}
