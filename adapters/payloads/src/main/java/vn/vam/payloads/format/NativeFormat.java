package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Kind;
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.step.Step;

/** The hub's own form: one flat JSON object on {@code vam/v1/{kind}/{device}}. */
@AutoService(Format.class)
public final class NativeFormat implements Format {
  private static final TopicPattern USUAL = TopicPattern.of("vam/v1/{kind}/{device}");
  private static final TopicPattern UNKNOWN = TopicPattern.of("{device}");
  private static final String KINDS =
      Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));

  @Override
  public String name() {
    return "native";
  }

  @Override
  public TopicPattern usualTopic() {
    return USUAL;
  }

  @Override
  public TopicPattern unknownTopic() {
    return UNKNOWN;
  }

  @Override
  public Decoder decoder(DecoderContext context) {
    return new NativeDecoder(context);
  }

  /**
   * @param kind absent where the topic has no such level
   */
  private record Address(Devices.Known device, Optional<Kind> kind) {}

  private static final class NativeDecoder implements Decoder {
    private final Devices devices;
    private final FieldNames names;
    private final CameraSettings cameras;
    private final Intake intake;

    NativeDecoder(DecoderContext context) {
      this.devices = context.devices();
      this.names = context.names();
      this.cameras = context.cameras();
      this.intake = new Intake(context, USUAL);
    }

    @Override
    public Outcome.Decoded decode(RawMessage message) {
      Step<Address> address = intake.levels(message.topic()).then(this::address);
      return Step.end(
          Intake.awake(message, address, from -> Optional.of(from.device().id()))
              .then(from -> decode(message, from)));
    }

    private Step<Outcome.Accepted> decode(RawMessage message, Address from) {
      return intake
          .object(message, Optional.of(from.device().id()))
          .then(object -> accepted(message, from, object));
    }

    private Step<Outcome.Accepted> accepted(RawMessage message, Address from, JsonNode object) {
      intake.noteBeyondFlat(object);
      Fields fields = Fields.flat(object, names, from.device().traits().sentinels());
      TakenAt taken = intake.takenAt(fields.label(Label.TIME), message, from.device());
      return intake
          .accepted(from.device(), from.kind(), fields, taken, Intake.identity(taken))
          .then(accepted -> new Step.Go<>(intake.noted(cameras.withPlate(accepted, object))));
    }

    /** By its id, letter for letter, or by a name in its place that is one of its addresses. */
    private Optional<Devices.Known> device(String id) {
      return devices.find(id).or(() -> devices.findAddressed(id).filter(known -> Ids.isId(id)));
    }

    private Step<Address> address(Map<String, String> levels) {
      Optional<String> word = Optional.ofNullable(levels.get(TopicPattern.KIND));
      Optional<Kind> kind = word.flatMap(Kind::of);
      if (word.isPresent() && kind.isEmpty()) {
        return Intake.unknownTopic("expected a kind: " + KINDS);
      }
      String id = levels.getOrDefault(TopicPattern.DEVICE, "");
      return Intake.knownByTopic(device(id))
          .then(device -> new Step.Go<>(new Address(device, kind)));
    }
  }
}
