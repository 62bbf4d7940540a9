package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
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
  private static final List<String> UPLINK_IDS = List.of("as:up:", "gs:uplink:");
  private static final int LONGEST_ID = 96;

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
      Optional<Devices.Known> byEui = eui.isEmpty() ? Optional.empty() : devices.findByEui(eui);
      return byEui
          .or(() -> devices.findForeign(application + "-" + name))
          .or(() -> devices.findForeign(name));
    }

    private Step<Outcome.Accepted> decode(
        RawMessage message, JsonNode uplink, Devices.Known device) {
      if (uplink.path("simulated").asBoolean(false)) {
        return Step.ignore(Optional.of(device.id()), "simulated");
      }
      if (uplink.has("uplink_normalized")) {
        return Step.ignore(Optional.of(device.id()), "normalized");
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
      RawUplink raw = raw(sent, device);
      if (decoded.isEmpty()) {
        return raw.accepted(intake, message, taken, identity);
      }
      intake.noteUnknown(decoded.orElseThrow());
      Fields fields = Fields.nested(decoded.orElseThrow(), names, device.traits().sentinels());
      return raw.tellsMoreThan(fields)
          ? raw.accepted(intake, message, taken, identity)
          : intake.accepted(device, Optional.empty(), fields, taken, identity);
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

    /**
     * A session numbers its uplinks, but one without joins numbers them anew after each restart of
     * the device: the server's time tells those apart.
     */
    private static Identity identity(JsonNode uplink, JsonNode sent, TakenAt taken) {
      String session = sent.path("session_key_id").asText("");
      String id = session.isEmpty() ? uplinkId(uplink) : numbered(session, sent, taken);
      return id.isEmpty() || id.length() > LONGEST_ID
          ? Intake.identity(taken)
          : new Identity.SourceId(id);
    }

    private static String numbered(String session, JsonNode sent, TakenAt taken) {
      String received =
          taken.source() == TakenAt.Source.DEVICE ? "@" + taken.at().toEpochMilli() : "";
      return session + "/" + sent.path("f_cnt").asLong(0) + received;
    }

    /** Other correlation ids, such as that of a gateway's connection, many uplinks share. */
    private static String uplinkId(JsonNode uplink) {
      return StreamSupport.stream(uplink.path("correlation_ids").spliterator(), false)
          .map(JsonNode::asText)
          .filter(id -> UPLINK_IDS.stream().anyMatch(id::startsWith))
          .findFirst()
          .orElse("");
    }

    private static Optional<JsonNode> present(JsonNode object, String name) {
      return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }
  }
}
