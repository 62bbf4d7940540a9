package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Kind;
import vn.vam.payloads.field.DeviceClock;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.json.JsonObjects;
import vn.vam.payloads.json.Root;
import vn.vam.payloads.kind.Kinds;
import vn.vam.payloads.kind.Origin;
import vn.vam.payloads.kind.Understood;
import vn.vam.payloads.note.Note;
import vn.vam.payloads.note.Notes;
import vn.vam.payloads.personal.PersonalKeys;
import vn.vam.payloads.step.Step;

/** What all formats do alike: know the topic and the device, read the payload, make readings. */
final class Intake {
  static final Note PLATE_MASKED = new Note("plate", "masked");

  private static final String TOPIC = "topic";

  private final DecoderContext context;
  private final TopicPattern topic;
  private final JsonObjects objects;

  Intake(DecoderContext context, TopicPattern usualTopic) {
    this.context = context;
    this.topic = context.topic().orElse(usualTopic);
    this.objects = new JsonObjects(context.limits(), context.names());
  }

  /** Of messages that name devices themselves, and were taken apart if they could be. */
  static Step<Devices.Known> only(List<Devices.Known> devices, String field) {
    long different = devices.stream().distinct().count();
    return different == 1
        ? new Step.Go<>(devices.getFirst())
        : Step.reject(
            Optional.empty(),
            RejectReason.BAD_FIELD,
            field,
            "expected at most %d devices in a message, found %d"
                .formatted(Apart.MOST_DEVICES, different));
  }

  /** Says whether the device is there; shown, and no sample. */
  static <T> Step<T> presence(
      Devices.Known device, String reason, boolean online, RawMessage message) {
    return new Step.Stop<>(
        new Outcome.Ignored(
            Optional.of(device.id()),
            reason,
            List.of(
                new Hint.Presence(device.id(), device.station(), online, message.arrivedAt()))));
  }

  Step<Map<String, String>> levels(String topicName) {
    return topic
        .match(topicName)
        .<Step<Map<String, String>>>map(Step.Go::new)
        .orElseGet(() -> unknownTopic("expected " + topic));
  }

  /** The device of a topic whose last level may name it; a payload may name another. */
  Step<Optional<Devices.Known>> named(String topicName) {
    String last = topicName.substring(topicName.lastIndexOf('/') + 1);
    return levels(topicName)
        .then(
            levels ->
                new Step.Go<>(
                    context.devices().findForeign(levels.getOrDefault(TopicPattern.DEVICE, last))));
  }

  static <T> Step<T> unknownTopic(String detail) {
    return Step.reject(Optional.empty(), RejectReason.UNKNOWN_TOPIC, TOPIC, detail);
  }

  static Step<Devices.Known> known(Optional<Devices.Known> found, String field) {
    return found
        .<Step<Devices.Known>>map(Step.Go::new)
        .orElseGet(
            () ->
                Step.reject(
                    Optional.empty(),
                    RejectReason.UNKNOWN_DEVICE,
                    field,
                    "expected a device of the configuration; its id matches " + Ids.GRAMMAR));
  }

  static Step<Devices.Known> knownByTopic(Optional<Devices.Known> found) {
    return known(found, TOPIC);
  }

  /** Stops at what clears a kept message and says nothing itself. */
  static <T> Step<T> awake(
      RawMessage message, Step<T> address, Function<T, Optional<DeviceId>> device) {
    if (message.payload().size() > 0) {
      return address;
    }
    return Step.ignore(
        address instanceof Step.Go<T> go ? device.apply(go.value()) : Optional.empty(), "empty");
  }

  Step<JsonNode> object(RawMessage message, Optional<DeviceId> device) {
    return objects.read(message.payload(), device);
  }

  Step<JsonNode> json(RawMessage message, Optional<DeviceId> device, Root root) {
    return objects.read(message.payload(), device, root);
  }

  TakenAt takenAt(Optional<JsonNode> said, RawMessage message) {
    return context.clock().read(said, message.arrivedAt());
  }

  /** The same for a device whose clock may tell another zone's time. */
  TakenAt takenAt(Optional<JsonNode> said, RawMessage message, Devices.Known device) {
    DeviceClock clock = device.traits().zone().map(context.clock()::in).orElse(context.clock());
    return clock.read(said, message.arrivedAt());
  }

  /** The same of a time that is told as one, whatever the source's other times look like. */
  TakenAt believed(Instant said, RawMessage message) {
    return context.clock().believedOr(said, message.arrivedAt());
  }

  /**
   * @param said the kind the topic names, if it does
   */
  Step<Outcome.Accepted> accepted(
      Devices.Known device, Optional<Kind> said, Fields fields, TakenAt taken, Identity identity) {
    return understood(device, said, new Sample(fields, taken))
        .then(all -> accepted(device.id(), all, identity));
  }

  /**
   * A message of several moments: those that hold nothing measured are left out and counted, as
   * long as one is left.
   *
   * @param samples at least one
   */
  Step<Outcome.Accepted> accepted(
      Devices.Known device, Optional<Kind> said, List<Sample> samples, Identity identity) {
    List<Step<Understood>> all =
        samples.stream().map(sample -> understood(device, said, sample)).toList();
    all.forEach(this::noteLeftOut);
    List<Understood> read =
        all.stream().filter(Step.Go.class::isInstance).map(Step::value).toList();
    return read.isEmpty()
        ? all.getFirst().then(none -> accepted(device.id(), none, identity))
        : accepted(device.id(), Understood.together(read, all.size() - read.size()), identity);
  }

  /** Readings of one moment, which may be one of several in the message. */
  Step<Understood> understood(Devices.Known device, Optional<Kind> said, Sample sample) {
    Origin origin =
        new Origin(device.id(), device.station(), sample.taken(), context.unsuspicious());
    return kind(device, said, sample.fields())
        .then(kind -> Kinds.readings(kind, origin, sample.fields()))
        .then(understood -> noted(sample, understood))
        .then(
            understood ->
                new Step.Go<>(Understood.together(List.of(understood), sample.taken().dropped())));
  }

  private Step<Understood> noted(Sample sample, Understood understood) {
    if (context.notes() != Notes.NOBODY) {
      context.notes().takeAll(sample.notes());
      context.notes().takeAll(Kinds.faults(sample.fields(), understood.readings()));
    }
    return new Step.Go<>(understood);
  }

  /** That one of several samples is not taken, and why. */
  void noteLeftOut(Step<?> sample) {
    if (context.notes() != Notes.NOBODY
        && sample instanceof Step.Stop<?> stop
        && stop.outcome() instanceof Outcome.Rejected rejected) {
      context
          .notes()
          .take(
              new Note(
                  rejected.field().orElse("sample"),
                  "left out with its sample, " + rejected.detail()));
    }
  }

  /**
   * @param channels how many of a device's own bytes a codec knows, and has no value of
   */
  void noteLeftOut(String field, int channels) {
    if (channels > 0) {
      context
          .notes()
          .take(new Note(field, "%d channels left out, failed or unknown".formatted(channels)));
    }
  }

  /** That a plate goes with the event, as far as it may be shown. */
  Outcome.Accepted noted(Outcome.Accepted accepted) {
    if (accepted.readings().stream().anyMatch(Intake::hasPlate)) {
      context.notes().take(PLATE_MASKED);
    }
    return accepted;
  }

  private static boolean hasPlate(Reading reading) {
    return reading instanceof Reading.CameraEvent event && event.maskedPlate().isPresent();
  }

  /** The names in a tree of fields that are none of ours. */
  void noteUnknown(JsonNode object) {
    note(object, "", (path, name) -> noteUnknown(path, name));
  }

  /** The same where nothing within other objects is looked at, but for the classes of vehicles. */
  void noteBeyondFlat(JsonNode object) {
    note(
        object,
        "",
        (path, name) -> {
          boolean isNested = !path.equals(name) && !path.equals(Fields.CLASSES + "." + name);
          if (isNested && context.names().find(name).isPresent()) {
            context.notes().take(Note.of(path, "left out, fields stand in no other object here"));
          } else {
            noteUnknown(path, name);
          }
        });
  }

  /** What a mapping does not name. */
  void noteUnmapped(JsonNode tree, Predicate<String> isMapped) {
    note(
        tree,
        "",
        (path, name) -> {
          if (!isMapped.test(path)) {
            context.notes().take(Note.of(path, "left out, the mapping does not name it"));
          }
        });
  }

  private void note(JsonNode object, String path, BiConsumer<String, String> leaf) {
    if (context.notes() == Notes.NOBODY) {
      return;
    }
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      String name = path + property.getKey();
      if (property.getValue().isObject()) {
        note(property.getValue(), name + ".", leaf);
      } else {
        leaf.accept(name, property.getKey());
      }
    }
  }

  void noteUnknown(String name) {
    noteUnknown(name, name);
  }

  /** Of what may tell of a person more is said elsewhere. */
  private void noteUnknown(String path, String name) {
    if (context.notes() != Notes.NOBODY
        && context.names().find(name).isEmpty()
        && !PersonalKeys.isPersonal(name, false)) {
      context.notes().take(Note.of(path, "left out, none of our names"));
    }
  }

  void noteTag(String name) {
    if (context.notes() != Notes.NOBODY) {
      context
          .notes()
          .take(Note.of(name, "left out, of tags only device, lane and direction are looked at"));
    }
  }

  static Step<Outcome.Accepted> accepted(
      DeviceId device, Understood understood, Identity identity) {
    return new Step.Go<>(
        new Outcome.Accepted(device, understood.readings(), identity, understood.dropped()));
  }

  private static Step<Kind> kind(Devices.Known device, Optional<Kind> said, Fields fields) {
    Kind kind = device.kind().or(() -> said).orElseGet(() -> Kinds.supposed(fields));
    return said.isEmpty() || said.orElseThrow() == kind
        ? new Step.Go<>(kind)
        : Step.reject(
            Optional.of(device.id()),
            RejectReason.WRONG_KIND,
            TOPIC,
            "expected " + kind.word() + ", the kind of this device");
  }

  /**
   * A time that arrival had to stand in for tells copies from new samples no better than none: a
   * stuck clock would make one sample of many.
   */
  static Identity identity(TakenAt taken) {
    return switch (taken.source()) {
      case DEVICE -> new Identity.DeviceTime();
      case ARRIVAL, ARRIVAL_INSTEAD, ARRIVAL_FOR_UNREADABLE -> new Identity.None();
    };
  }

  static Identity identity(List<Sample> samples) {
    boolean told =
        !samples.isEmpty()
            && samples.stream()
                .allMatch(sample -> sample.taken().source() == TakenAt.Source.DEVICE);
    return told ? new Identity.DeviceTime() : new Identity.None();
  }
}
