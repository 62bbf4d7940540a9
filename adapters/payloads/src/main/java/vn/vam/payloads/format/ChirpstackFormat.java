package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.step.Step;

/**
 * Uplinks of a ChirpStack v4 network server, as JSON, decoded there by a codec. Events and their
 * fields: ChirpStack documentation, "Integrations / Event types". The device is known by its EUI in
 * lower case; its name may be edited by anyone.
 */
@AutoService(Format.class)
public final class ChirpstackFormat implements Format {
  private static final TopicPattern USUAL =
      TopicPattern.of("application/+/device/{device}/event/{event}");
  private static final TopicPattern UNKNOWN = TopicPattern.of("+");
  private static final String UPLINK = "up";
  private static final Set<String> OTHER_EVENTS =
      Set.of("status", "join", "ack", "txack", "log", "location", "integration");
  private static final String DEV_EUI = "deviceInfo.devEui";
  private static final int LONGEST_ID = 64;

  @Override
  public String name() {
    return "chirpstack";
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
    return new UplinkDecoder(context);
  }

  /**
   * @param device absent where the topic has no such level; then the payload says
   */
  private record Address(Optional<Devices.Known> device) {
    Optional<DeviceId> id() {
      return device.map(Devices.Known::id);
    }
  }

  private static final class UplinkDecoder implements Decoder {
    private final Devices devices;
    private final FieldNames names;
    private final Intake intake;

    UplinkDecoder(DecoderContext context) {
      this.devices = context.devices();
      this.names = context.names();
      this.intake = new Intake(context, USUAL);
    }

    @Override
    public Outcome.Decoded decode(RawMessage message) {
      Step<Address> address = intake.levels(message.topic()).then(this::address);
      return Step.end(
          Intake.awake(message, address, Address::id).then(from -> decode(message, from)));
    }

    private Step<Address> address(Map<String, String> levels) {
      Optional<String> eui = Optional.ofNullable(levels.get(TopicPattern.DEVICE));
      String event = levels.getOrDefault(TopicPattern.EVENT, UPLINK);
      if (!event.equals(UPLINK)) {
        return otherEvent(event, eui.flatMap(devices::findByEui).map(Devices.Known::id));
      }
      return eui.isEmpty()
          ? new Step.Go<>(new Address(Optional.empty()))
          : Intake.knownByTopic(eui.flatMap(devices::findByEui))
              .then(device -> new Step.Go<>(new Address(Optional.of(device))));
    }

    private static Step<Address> otherEvent(String event, Optional<DeviceId> device) {
      return OTHER_EVENTS.contains(event)
          ? Step.ignore(device, event)
          : Intake.unknownTopic("expected an event of ChirpStack v4, such as up");
    }

    private Step<Outcome.Accepted> decode(RawMessage message, Address from) {
      return json(message, from)
          .then(uplink -> device(uplink, from).then(device -> decode(message, uplink, device)));
    }

    private Step<JsonNode> json(RawMessage message, Address from) {
      return isProtobuf(message.payload())
          ? Step.reject(
              from.id(),
              RejectReason.MALFORMED_JSON,
              "payload",
              "expected JSON, this is protobuf: set json=true below ChirpStack's [integration.mqtt]")
          : intake.object(message, from.id());
    }

    /** An uplink as protobuf begins with field 1, the deduplication id, 36 bytes long. */
    private static boolean isProtobuf(Payload payload) {
      return payload.size() > 36 && payload.at(0) == 0x0a && payload.at(1) == 36;
    }

    private Step<Devices.Known> device(JsonNode uplink, Address from) {
      String eui = uplink.path("deviceInfo").path("devEui").asText("");
      if (from.device().isEmpty()) {
        return Intake.known(devices.findByEui(eui), DEV_EUI);
      }
      Devices.Known device = from.device().orElseThrow();
      return eui.isEmpty() || devices.findByEui(eui).filter(device::equals).isPresent()
          ? new Step.Go<>(device)
          : Step.reject(from.id(), RejectReason.BAD_FIELD, DEV_EUI, "expected the topic's device");
    }

    private Step<Outcome.Accepted> decode(
        RawMessage message, JsonNode uplink, Devices.Known device) {
      TakenAt taken = intake.takenAt(present(uplink, "time"), message, device);
      Identity identity = identity(uplink, taken);
      Optional<JsonNode> object = present(uplink, "object");
      RawUplink raw = raw(uplink, device);
      if (object.isEmpty()) {
        return raw.accepted(intake, message, taken, identity);
      }
      intake.noteUnknown(object.orElseThrow());
      return decoded(object.orElseThrow(), device)
          .then(
              fields ->
                  raw.tellsMoreThan(fields)
                      ? raw.accepted(intake, message, taken, identity)
                      : intake.accepted(device, Optional.empty(), fields, taken, identity));
    }

    private static RawUplink raw(JsonNode uplink, Devices.Known device) {
      return new RawUplink(
          device,
          present(uplink.path("deviceInfo"), "deviceProfileName").map(JsonNode::asText),
          uplink.path("fPort").asInt(0),
          uplink.path("data").asText(""),
          "object",
          "data");
    }

    private Step<Fields> decoded(JsonNode object, Devices.Known device) {
      return object.isObject()
          ? new Step.Go<>(Fields.nested(object, names, device.traits().sentinels()))
          : Step.reject(
              Optional.of(device.id()), RejectReason.BAD_FIELD, "object", "expected a JSON object");
    }

    private static Identity identity(JsonNode uplink, TakenAt taken) {
      String id = uplink.path("deduplicationId").asText("");
      return id.isEmpty() || id.length() > LONGEST_ID
          ? Intake.identity(taken)
          : new Identity.SourceId(id);
    }

    private static Optional<JsonNode> present(JsonNode object, String name) {
      return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }
  }
}
