package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Reading;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.kind.Understood;
import vn.vam.payloads.sparkplug.Metric;
import vn.vam.payloads.sparkplug.SparkplugPayload;
import vn.vam.payloads.step.Step;

/**
 * The samples in a payload: metrics of one moment are one. A metric goes by its name, or by what
 * stands behind the last slash of it. One whose node says that it is bad or stale, or whose unit is
 * none of its quantity, holds no readable number.
 */
final class SparkplugSamples {
  private record Moment(TakenAt taken, boolean isPast) {}

  private final DecoderContext context;
  private final Intake intake;

  SparkplugSamples(DecoderContext context, Intake intake) {
    this.context = context;
    this.intake = intake;
  }

  /** Whether anything in it has a name of ours and a value. */
  boolean mentionsAny(SparkplugPayload payload) {
    return payload.metrics().stream()
        .filter(metric -> !metric.value().isNull())
        .anyMatch(metric -> metric.name().flatMap(this::field).isPresent());
  }

  Step<Understood> read(RawMessage message, SparkplugPayload payload, Devices.Known device) {
    Map<Moment, List<Fields.Found>> moments = new LinkedHashMap<>();
    List<Metric> metrics = payload.metrics();
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = metrics.get(i);
      if (metric.name().isEmpty()) {
        return nameless(device, i, metric);
      }
      Moment moment = moment(metric, payload, message);
      if (field(metric.name().orElseThrow()).isEmpty()) {
        intake.noteUnknown(lastPart(metric.name().orElseThrow()));
      }
      found(metric)
          .ifPresent(found -> moments.computeIfAbsent(moment, any -> new ArrayList<>()).add(found));
    }
    return moments.isEmpty()
        ? understood(device, new Moment(takenAt(payload.timestamp(), message), false), List.of())
        : together(device, moments);
  }

  private static Step<Understood> nameless(Devices.Known device, int index, Metric metric) {
    String found =
        metric.alias().isPresent() ? "alias " + metric.alias().getAsLong() : "neither of them";
    return Step.reject(
        Optional.of(device.id()),
        RejectReason.MISSING_FIELD,
        "metrics[%d].name".formatted(index),
        "expected a name, or an alias that a birth heard before has announced; found " + found);
  }

  private Step<Understood> together(Devices.Known device, Map<Moment, List<Fields.Found>> moments) {
    List<Understood> read = new ArrayList<>();
    List<Step<Understood>> failed = new ArrayList<>();
    moments.forEach(
        (moment, found) -> {
          Step<Understood> step = understood(device, moment, found);
          if (step instanceof Step.Go<Understood> go) {
            read.add(go.value());
          } else {
            intake.noteLeftOut(step);
            failed.add(step);
          }
        });
    return read.isEmpty()
        ? failed.getFirst()
        : new Step.Go<>(Understood.together(read, failed.size()));
  }

  /** A memory whose clock is senseless tells nothing: it cannot have been just now. */
  private Step<Understood> understood(
      Devices.Known device, Moment moment, List<Fields.Found> found) {
    if (moment.isPast() && moment.taken().source() != TakenAt.Source.DEVICE) {
      return Step.reject(
          Optional.of(device.id()),
          RejectReason.BAD_FIELD,
          "timestamp",
          "expected a sane clock of what is historical");
    }
    Sample sample = new Sample(Fields.of(found, device.traits().sentinels()), moment.taken());
    Step<Understood> step = intake.understood(device, Optional.empty(), sample);
    return moment.isPast() ? step.then(SparkplugSamples::past) : step;
  }

  private static Step<Understood> past(Understood understood) {
    List<Reading> past = understood.readings().stream().<Reading>map(Reading.Past::new).toList();
    return new Step.Go<>(new Understood(past, understood.dropped()));
  }

  private Moment moment(Metric metric, SparkplugPayload payload, RawMessage message) {
    OptionalLong told = metric.timestamp().isPresent() ? metric.timestamp() : payload.timestamp();
    return new Moment(takenAt(told, message), metric.isHistorical());
  }

  TakenAt takenAt(OptionalLong told, RawMessage message) {
    Optional<JsonNode> time =
        told.isPresent() ? Optional.of(LongNode.valueOf(told.getAsLong())) : Optional.empty();
    return intake.takenAt(time, message);
  }

  private Optional<Fields.Found> found(Metric metric) {
    String name = metric.name().orElseThrow();
    return field(name).map(field -> inUnit(name, metric, field));
  }

  private static Fields.Found inUnit(String name, Metric metric, Field field) {
    String last = lastPart(name);
    Optional<Field> told =
        field instanceof Field.Gauge gauge && metric.unit().isPresent()
            ? metric.unit().flatMap(gauge::in).map(Field.class::cast)
            : Optional.of(field);
    boolean isReadable = metric.value().isNull() || metric.isGood() && told.isPresent();
    JsonNode value = isReadable ? metric.value() : JsonNodeFactory.instance.arrayNode();
    return new Fields.Found(last, value, told.orElse(field));
  }

  private Optional<Field> field(String name) {
    return context.names().find(name).or(() -> context.names().find(lastPart(name)));
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
