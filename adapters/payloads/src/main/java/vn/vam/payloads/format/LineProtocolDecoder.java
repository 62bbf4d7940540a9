package vn.vam.payloads.format;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.line.Line;
import vn.vam.payloads.line.LineReader;
import vn.vam.payloads.mapping.FieldPath;
import vn.vam.payloads.step.Step;

/**
 * Points of one device, or of several, which come apart by their tags. Of the tags only the
 * device's name, the lane and the direction are looked at: where a device stands is told by the
 * configuration alone.
 */
final class LineProtocolDecoder implements Decoder {
  private static final String PAYLOAD = "payload";
  private static final List<String> DEVICE_TAGS =
      List.of("device", "device_id", "dev", "sensor", "sensor_id", "src");

  private final DecoderContext context;
  private final Intake intake;
  private final Samples samples;

  LineProtocolDecoder(DecoderContext context) {
    this.context = context;
    this.intake = new Intake(context, LineProtocolFormat.USUAL);
    this.samples = new Samples(context, intake);
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Step<Optional<Devices.Known>> address = intake.named(message.topic());
    return Step.end(
        Intake.awake(message, address, device -> device.map(Devices.Known::id))
            .then(device -> decode(message, device)));
  }

  @Override
  public List<RawMessage> apart(RawMessage message) {
    return switch (intake
        .named(message.topic())
        .then(ofTopic -> lines(message, Optional.empty()))) {
      case Step.Go<List<Line>> go ->
          Apart.of(message, go.value(), this::device, LineProtocolDecoder::payload);
      case Step.Stop<List<Line>> unreadable -> List.of(message);
    };
  }

  private String device(Line line) {
    Optional<String> tag = deviceTag(line);
    return Apart.key(tag.flatMap(name -> named(line, name)), tag.map(line.tags()::get).orElse(""));
  }

  private static Payload payload(List<Line> lines) {
    return Payload.ofText(lines.stream().map(Line::written).collect(joining("\n")));
  }

  private Step<Outcome.Accepted> decode(RawMessage message, Optional<Devices.Known> ofTopic) {
    return lines(message, ofTopic.map(Devices.Known::id))
        .then(lines -> device(lines, ofTopic).then(one -> accepted(message, lines, one)));
  }

  private Step<List<Line>> lines(RawMessage message, Optional<DeviceId> device) {
    return text(message, device).then(text -> LineReader.read(text, context.limits(), device));
  }

  private Step<String> text(RawMessage message, Optional<DeviceId> device) {
    int most = context.limits().payload();
    if (message.payload().size() > most) {
      return Step.reject(
          device, RejectReason.TOO_LARGE, PAYLOAD, "expected at most %d bytes".formatted(most));
    }
    return message
        .payload()
        .text()
        .<Step<String>>map(Step.Go::new)
        .orElseGet(
            () ->
                Step.reject(
                    device, RejectReason.MALFORMED_TEXT, PAYLOAD, "expected text in UTF-8"));
  }

  private Step<Devices.Known> device(List<Line> lines, Optional<Devices.Known> ofTopic) {
    List<Devices.Known> devices = new ArrayList<>();
    for (Line line : lines) {
      Step<Devices.Known> device =
          deviceTag(line)
              .map(name -> Intake.known(named(line, name), name))
              .orElseGet(() -> Intake.knownByTopic(ofTopic));
      if (device instanceof Step.Stop<Devices.Known>) {
        return device;
      }
      devices.add(device.value());
    }
    return Intake.only(devices, deviceTags().findFirst().orElse(PAYLOAD));
  }

  private Optional<String> deviceTag(Line line) {
    return deviceTags().filter(line.tags()::containsKey).findFirst();
  }

  private Stream<String> deviceTags() {
    return context
        .mapping()
        .device()
        .map(FieldPath::last)
        .map(Stream::of)
        .orElseGet(DEVICE_TAGS::stream);
  }

  private Optional<Devices.Known> named(Line line, String tag) {
    return Optional.ofNullable(line.tags().get(tag)).flatMap(context.devices()::findForeign);
  }

  private Step<Outcome.Accepted> accepted(
      RawMessage message, List<Line> lines, Devices.Known device) {
    List<Sample> all = lines.stream().map(line -> sample(message, line, device)).toList();
    return intake.accepted(device, Optional.empty(), all, Intake.identity(all));
  }

  private Sample sample(RawMessage message, Line line, Devices.Known device) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    line.tags()
        .forEach(
            (tag, value) -> {
              if (isPlace(tag)) {
                tree.put(tag, value);
              } else if (deviceTags().noneMatch(tag::equals)) {
                intake.noteTag(tag);
              }
            });
    line.fields().forEach(tree::set);
    return new Sample(samples.fields(tree, device), intake.takenAt(line.time(), message, device));
  }

  private boolean isPlace(String tag) {
    return context
        .names()
        .find(tag)
        .filter(field -> field == Label.LANE || field == Label.DIRECTION)
        .isPresent();
  }
}
