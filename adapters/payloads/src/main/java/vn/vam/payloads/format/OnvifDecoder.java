package vn.vam.payloads.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.personal.PersonalTexts;
import vn.vam.payloads.step.Step;

/**
 * One event of an ONVIF camera. What it means goes by its rule, its topic, and the class of the
 * object that was seen; the topics are those of the ONVIF Analytics and Imaging services.
 */
final class OnvifDecoder implements Decoder {
  /** Known, and not for us, by the last or next to last level of the topic. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("licenseplate", "plate"),
          Map.entry("face", "face"),
          Map.entry("recognition", "recognition"),
          Map.entry("motion", "motion"),
          Map.entry("motionalarm", "motion"),
          Map.entry("countaggregation", "counter"),
          Map.entry("imagetoodark", "image-quality"),
          Map.entry("imagetoobright", "image-quality"),
          Map.entry("imagetooblurry", "image-quality"),
          Map.entry("hardwarefailure", "device-state"),
          Map.entry("trigger", "device-state"));

  private static final String SEEN = "objectdetection/object";

  private final DecoderContext context;
  private final CameraSettings cameras;
  private final Intake intake;

  OnvifDecoder(DecoderContext context, Intake intake) {
    this.context = context;
    this.cameras = context.cameras();
    this.intake = intake;
  }

  private record Address(OnvifTopic topic, Devices.Known device) {}

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Step<Address> address = intake.levels(message.topic()).then(levels -> address(message.topic()));
    return Step.end(
        Intake.awake(message, address, from -> Optional.of(from.device().id()))
            .then(from -> decode(message, from)));
  }

  private Step<Address> address(String name) {
    if (OnvifTopic.isMetadata(name)) {
      return Step.ignore(Optional.empty(), "metadata");
    }
    Optional<OnvifTopic> topic = OnvifTopic.of(name);
    return topic.isEmpty()
        ? Intake.unknownTopic("expected PREFIX/onvif-ej/TOPIC, as ONVIF has it")
        : Intake.knownByTopic(device(topic.orElseThrow()))
            .then(device -> new Step.Go<>(new Address(topic.orElseThrow(), device)));
  }

  /** A camera by its prefix, or one of a recorder's by the prefix and the source's first part. */
  private Optional<Devices.Known> device(OnvifTopic topic) {
    return context
        .devices()
        .findForeign(topic.prefix())
        .or(
            () ->
                topic.sources().stream()
                    .findFirst()
                    .flatMap(
                        source -> context.devices().findAddressed(topic.prefix() + "/" + source)));
  }

  private Step<Outcome.Accepted> decode(RawMessage message, Address from) {
    return intake
        .object(message, Optional.of(from.device().id()))
        .then(
            object -> {
              OnvifEvent event = new OnvifEvent(from.topic(), object);
              Optional<MaskedPlate> plate = cameras.plate(object.path("Data"));
              return type(event, plate, from.device())
                  .then(type -> sighting(message, event, type, plate).by(from.device(), context));
            });
  }

  private Step<CameraEventType> type(
      OnvifEvent event, Optional<MaskedPlate> plate, Devices.Known device) {
    return event
        .rule()
        .flatMap(cameras.types()::ofRule)
        .or(() -> cameras.types().ofTopic(event.topic().local()))
        .or(() -> seen(event))
        .or(() -> plate.map(any -> CameraEventType.VEHICLE))
        .<Step<CameraEventType>>map(Step.Go::new)
        .orElseGet(() -> Step.ignore(Optional.of(device.id()), other(event)));
  }

  private Optional<CameraEventType> seen(OnvifEvent event) {
    return event.topic().local().toLowerCase(Locale.ROOT).endsWith(SEEN)
        ? event.classes().flatMap(each -> cameras.types().ofLabel(each).stream()).findFirst()
        : Optional.empty();
  }

  private static String other(OnvifEvent event) {
    List<String> levels = List.of(event.topic().local().toLowerCase(Locale.ROOT).split("/", -1));
    return levels.reversed().stream()
        .flatMap(level -> Stream.ofNullable(OTHERS.get(level)))
        .findFirst()
        .orElse("other-event");
  }

  private Sighting sighting(
      RawMessage message, OnvifEvent event, CameraEventType type, Optional<MaskedPlate> plate) {
    TakenAt taken = OnvifTime.of(event, context.clock(), message.arrivedAt());
    return new Sighting(
        event.id(taken),
        type,
        event.phase(),
        Optional.empty(),
        event.rule(),
        taken,
        Optional.empty(),
        plate,
        identity(message, event, taken));
  }

  /** By topic, time and object: the same however it is written. */
  private static Identity identity(RawMessage message, OnvifEvent event, TakenAt taken) {
    return taken.source() == TakenAt.Source.DEVICE
        ? new Identity.SourceId(
            String.join(
                "\n",
                PersonalTexts.isPersonal(message.topic()) ? event.topic().name() : message.topic(),
                event.id(taken),
                event.phase().word(),
                taken.at().toString()))
        : new Identity.None();
  }
}
