package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.payloads.json.Root;
import vn.vam.payloads.step.Step;

/** Tells data from presence by the topic, and whose it is by the topic or the mapping. */
final class FlatDecoder implements Decoder {
  private static final String PRESENCE = "presence";
  private static final String STATE = "state";

  private final DecoderContext context;
  private final Intake intake;
  private final Samples samples;
  private final FlatBody body;

  FlatDecoder(DecoderContext context) {
    this.context = context;
    this.intake = new Intake(context, FlatFormat.USUAL);
    this.samples = new Samples(context, intake);
    this.body = new FlatBody(context, intake);
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Step<FlatTopic> topic =
        intake
            .levels(message.topic())
            .then(levels -> new Step.Go<>(FlatTopic.of(levels, context.topic().isEmpty())));
    return Step.end(
        Intake.awake(message, topic, said -> device(said).map(Devices.Known::id))
            .then(said -> decode(message, said)));
  }

  private Step<Outcome.Accepted> decode(RawMessage message, FlatTopic topic) {
    Optional<Devices.Known> device = device(topic);
    return switch (topic.role()) {
      case FlatTopic.Role.Other other -> Step.ignore(device.map(Devices.Known::id), other.word());
      case FlatTopic.Role.Presence presence ->
          Intake.knownByTopic(device).then(known -> presence(message, known));
      case FlatTopic.Role.Data data ->
          online(FlatBody.bareValue(message).orElse("")).isPresent()
              ? Intake.knownByTopic(device).then(known -> presence(message, known))
              : data(message, topic, device);
    };
  }

  private Step<Outcome.Accepted> data(
      RawMessage message, FlatTopic topic, Optional<Devices.Known> ofTopic) {
    return body.read(message, topic, ofTopic)
        .then(tree -> device(tree, ofTopic).then(device -> accepted(message, tree, device)));
  }

  private Step<Devices.Known> device(JsonNode tree, Optional<Devices.Known> ofTopic) {
    return context
        .mapping()
        .device()
        .map(
            path ->
                Intake.known(
                    samples.device(tree).flatMap(context.devices()::findForeign), path.toString()))
        .orElseGet(() -> Intake.knownByTopic(ofTopic));
  }

  private Step<Outcome.Accepted> accepted(RawMessage message, JsonNode tree, Devices.Known device) {
    List<Sample> all = samples.of(tree, message, device);
    return intake.accepted(device, Optional.empty(), all, Intake.identity(all));
  }

  private Optional<Devices.Known> device(FlatTopic topic) {
    return topic.devices().stream()
        .flatMap(name -> context.devices().findForeign(name).stream())
        .findFirst();
  }

  private Step<Outcome.Accepted> presence(RawMessage message, Devices.Known device) {
    return FlatBody.bareValue(message)
        .<Step<String>>map(Step.Go::new)
        .orElseGet(
            () ->
                intake
                    .json(message, Optional.of(device.id()), Root.OBJECT)
                    .then(tree -> new Step.Go<>(tree.path(STATE).asText())))
        .then(
            word ->
                online(word)
                    .<Step<Outcome.Accepted>>map(
                        there -> Intake.presence(device, PRESENCE, there, message))
                    .orElseGet(() -> neither(device)));
  }

  private static Step<Outcome.Accepted> neither(Devices.Known device) {
    return Step.reject(
        Optional.of(device.id()), RejectReason.BAD_FIELD, STATE, "expected online or offline");
  }

  private static Optional<Boolean> online(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "online" -> Optional.of(true);
      case "offline" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
