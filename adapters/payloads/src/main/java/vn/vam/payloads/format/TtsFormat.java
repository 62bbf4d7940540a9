package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.step.Step;

/**
 * Uplinks of The Things Stack v3, as JSON. The device is known by its EUI, or where it has none by
 * {@code application-device}; the time is the network server's, since gateways may have none. The
 * stack leaves out what is zero, false or empty, and sends at QoS 0 alone: what is lost on the way
 * stays lost.
 */
@AutoService(Format.class)
public final class TtsFormat implements Format {
  private static final TopicPattern USUAL = TopicPattern.of("v3/+/devices/{device}/{event}/#");
  private static final TopicPattern UNKNOWN = TopicPattern.of("+");
  private static final String UPLINK = "up";
  private static final Set<String> OTHER_EVENTS = Set.of("join", "down", "service", "location");
  private static final String DEVICE = "end_device_ids.dev_eui";
  private static final int LONGEST_ID = 64;

  @Override
  public String name() {
    return "tts";
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
      Step<Map<String, String>> levels =
          intake.levels(message.topic()).then(UplinkDecoder::isUplink);
      return Step.end(
          Intake.awake(message, levels, said -> Optional.empty())
              .then(uplink -> intake.object(message, Optional.empty()))
              .then(uplink -> decode(message, uplink)));
    }

    private static Step<Map<String, String>> isUplink(Map<String, String> levels) {
      String event = levels.getOrDefault(TopicPattern.EVENT, UPLINK);
      if (event.equals(UPLINK)) {
        return new Step.Go<>(levels);
      }
      return OTHER_EVENTS.contains(event)
          ? Step.ignore(Optional.empty(), event)
          : Intake.unknownTopic("expected an event of The Things Stack v3, such as up");
    }

    private Step<Outcome.Accepted> decode(RawMessage message, JsonNode uplink) {
      return Intake.known(device(uplink.path("end_device_ids")), DEVICE)
          .then(device -> decode(message, uplink, device));
    }

    private Optional<Devices.Known> device(JsonNode ids) {
      String eui = ids.path("dev_eui").asText("");
      String name = ids.path("device_id").asText("");
      String application = ids.path("application_ids").path("application_id").asText("");
      return eui.isEmpty()
          ? devices.findForeign(application + "-" + name).or(() -> devices.findForeign(name))
          : devices.findHardware(eui).or(() -> devices.findForeign(name));
    }

    private Step<Outcome.Accepted> decode(
        RawMessage message, JsonNode uplink, Devices.Known device) {
      if (uplink.path("simulated").asBoolean(false)) {
        return Step.ignore(Optional.of(device.id()), "simulated");
      }
      JsonNode sent = uplink.path("uplink_message");
      if (!sent.isObject()) {
        return Step.reject(
            Optional.of(device.id()),
            RejectReason.MISSING_FIELD,
            "uplink_message",
            "expected the uplink as a JSON object");
      }
      return decode(message, uplink, sent, device);
    }

    private Step<Outcome.Accepted> decode(
        RawMessage message, JsonNode uplink, JsonNode sent, Devices.Known device) {
      Optional<JsonNode> received =
          present(sent, "received_at").or(() -> present(uplink, "received_at"));
      TakenAt taken = intake.takenAt(received, message, device);
      Identity identity = identity(uplink, sent, taken);
      Optional<JsonNode> decoded = present(sent, "decoded_payload").filter(JsonNode::isObject);
      if (decoded.isEmpty()) {
        return raw(sent, device).accepted(intake, message, taken, identity);
      }
      Fields fields = Fields.nested(decoded.orElseThrow(), names, device.traits().sentinels());
      return intake.accepted(device, Optional.empty(), fields, taken, identity);
    }

    private static RawUplink raw(JsonNode sent, Devices.Known device) {
      return new RawUplink(
          device,
          present(sent.path("version_ids"), "model_id").map(JsonNode::asText),
          sent.path("f_port").asInt(0),
          sent.path("frm_payload").asText(""),
          "uplink_message.decoded_payload",
          "uplink_message.frm_payload");
    }

    /** A session numbers its uplinks; the stack's own id tells copies of one from another else. */
    private static Identity identity(JsonNode uplink, JsonNode sent, TakenAt taken) {
      String session = sent.path("session_key_id").asText("");
      String id =
          session.isEmpty()
              ? uplink.path("correlation_ids").path(0).asText("")
              : session + "/" + sent.path("f_cnt").asLong(0);
      return id.isEmpty() || id.length() > LONGEST_ID
          ? Intake.identity(taken)
          : new Identity.SourceId(id);
    }

    private static Optional<JsonNode> present(JsonNode object, String name) {
      return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }
  }
}
