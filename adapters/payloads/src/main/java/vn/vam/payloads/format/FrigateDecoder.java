package vn.vam.payloads.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.reading.Hint;
import vn.vam.core.station.Kind;
import vn.vam.payloads.step.Step;

/** Frigate's messages, each by its topic. */
final class FrigateDecoder implements Decoder {
  private static final String ONLINE = "online";
  private static final Set<String> STATES = Set.of(ONLINE, "offline", "stopped", "disabled");

  /** The role whose pictures are looked at: without it a camera sees nothing. */
  private static final String LOOKING = "detect";

  private final DecoderContext context;
  private final Intake intake;
  private final FrigateSightings sightings;

  FrigateDecoder(DecoderContext context, Intake intake) {
    this.context = context;
    this.intake = intake;
    this.sightings = new FrigateSightings(context, intake);
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Step<FrigateTopic> topic =
        intake.levels(message.topic()).then(levels -> new Step.Go<>(topic(message)));
    return Step.end(
        Intake.awake(message, topic, any -> Optional.empty()).then(of -> decode(message, of)));
  }

  /** Without a configuration a message may be looked at whose topic nobody knows. */
  private FrigateTopic topic(RawMessage message) {
    return context.topic().filter(FrigateFormat.UNKNOWN::equals).isPresent()
        ? new FrigateTopic.Sightings("")
        : FrigateTopics.of(message);
  }

  private Step<Outcome.Accepted> decode(RawMessage message, FrigateTopic topic) {
    return switch (topic) {
      case FrigateTopic.Sightings of -> sightings.read(message, of.prefix());
      case FrigateTopic.Availability of -> availability(message, of);
      case FrigateTopic.Status of -> status(message, of);
      case FrigateTopic.Other other -> Step.ignore(Optional.empty(), other.word());
      case FrigateTopic.Unknown unknown ->
          Intake.unknownTopic(
              "expected a topic of Frigate, such as frigate/events or frigate/available");
    };
  }

  private Step<Outcome.Accepted> availability(RawMessage message, FrigateTopic.Availability topic) {
    List<Hint> hints =
        state(message).stream()
            .flatMap(
                state ->
                    context.devices().addressedBelow(topic.prefix() + "/").stream()
                        .filter(device -> device.kind().equals(Optional.of(Kind.CAMERA)))
                        .map(device -> presence(device, state, message)))
            .toList();
    return new Step.Stop<>(new Outcome.Ignored(Optional.empty(), "available", hints));
  }

  private Step<Outcome.Accepted> status(RawMessage message, FrigateTopic.Status topic) {
    Optional<Devices.Known> camera = sightings.camera(topic.prefix(), topic.camera());
    List<Hint> hints =
        camera.stream()
            .filter(device -> topic.role().equals(LOOKING))
            .flatMap(
                device -> state(message).map(state -> presence(device, state, message)).stream())
            .toList();
    return new Step.Stop<>(new Outcome.Ignored(camera.map(Devices.Known::id), "status", hints));
  }

  private static Optional<String> state(RawMessage message) {
    return message
        .payload()
        .text()
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(STATES::contains);
  }

  private static Hint presence(Devices.Known device, String state, RawMessage message) {
    return new Hint.Presence(
        device.id(), device.station(), state.equals(ONLINE), message.arrivedAt());
  }
}
