package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.payloads.codec.Codec;
import vn.vam.payloads.codec.Codecs;
import vn.vam.payloads.codec.Measurements;
import vn.vam.payloads.codec.Said;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.kind.Understood;
import vn.vam.payloads.step.Step;

/**
 * A device's own bytes, passed on by a LoRaWAN network server that did not decode them.
 *
 * @param profile what the server calls the device's profile, where it says
 * @param port LoRaWAN's FPort; 0 where the server left it out
 * @param data in base64
 * @param object where decoded fields would stand in the message
 * @param field where the data stands
 */
record RawUplink(
    Devices.Known device,
    Optional<String> profile,
    int port,
    String data,
    String object,
    String field) {
  private static final int LONGEST = 1_024;
  private static final Set<Quantity> ANYTHING =
      Collections.unmodifiableSet(EnumSet.allOf(Quantity.class));

  /**
   * @param taken when the server received it
   */
  Step<Outcome.Accepted> accepted(
      Intake intake, RawMessage message, TakenAt taken, Identity identity) {
    if (data.isEmpty()) {
      return Step.ignore(Optional.of(device.id()), "no-data");
    }
    return codec()
        .then(codec -> bytes().then(bytes -> said(codec, bytes)))
        .then(said -> understood(intake, message, said, taken))
        .then(understood -> Intake.accepted(device.id(), understood, identity));
  }

  /**
   * Whether a codec of ours may find what the server's did not: a maker's own often has no names
   * for a device's memory or status that we know.
   */
  boolean tellsMoreThan(Fields decoded) {
    return !decoded.mentions(ANYTHING) && !data.isEmpty() && findCodec().isPresent();
  }

  private Optional<Codec> findCodec() {
    return device
        .traits()
        .codec()
        .flatMap(Codecs::find)
        .or(() -> profile.flatMap(Codecs::forProfile));
  }

  private Step<Codec> codec() {
    return findCodec()
        .<Step<Codec>>map(Step.Go::new)
        .orElseGet(
            () ->
                Step.reject(
                    Optional.of(device.id()),
                    RejectReason.NO_CODEC,
                    object,
                    "expected decoded fields; give the device profile a codec, or the device one of "
                        + String.join(", ", Codecs.names())));
  }

  private Step<byte[]> bytes() {
    try {
      byte[] bytes = Base64.getDecoder().decode(data);
      return bytes.length <= LONGEST
          ? new Step.Go<>(bytes)
          : reject(RejectReason.TOO_LARGE, "at most %d bytes are taken".formatted(LONGEST));
    } catch (IllegalArgumentException malformed) {
      return reject(RejectReason.BAD_FIELD, "expected bytes in base64");
    }
  }

  private Step<Said.Samples> said(Codec codec, byte[] bytes) {
    return switch (Codecs.read(codec, port, bytes)) {
      case Said.Samples samples -> new Step.Go<>(samples);
      case Said.Other other -> Step.ignore(Optional.of(device.id()), other.what());
      case Said.Broken broken -> reject(RejectReason.BAD_FIELD, "expected " + broken.expected());
    };
  }

  private Step<Understood> understood(
      Intake intake, RawMessage message, Said.Samples said, TakenAt taken) {
    List<Reading> readings = new ArrayList<>();
    int dropped = said.leftOut();
    intake.noteLeftOut(field, dropped);
    Step<Understood> last = nothing();
    for (Measurements sample : said.samples()) {
      last = understood(intake, message, sample, taken);
      if (last instanceof Step.Go<Understood> go) {
        readings.addAll(go.value().readings());
        dropped += go.value().dropped();
      } else {
        intake.noteLeftOut(last);
        dropped += sample.numbers().size();
      }
    }
    return readings.isEmpty() ? last : new Step.Go<>(new Understood(readings, dropped));
  }

  /** A memory whose clock is senseless tells nothing: it cannot have been just now. */
  private Step<Understood> understood(
      Intake intake, RawMessage message, Measurements sample, TakenAt taken) {
    if (sample.memory().isEmpty()) {
      return intake.understood(device, Optional.empty(), new Sample(fields(sample), taken));
    }
    TakenAt then = intake.believed(sample.memory().orElseThrow(), message);
    return then.source() == TakenAt.Source.DEVICE
        ? intake
            .understood(device, Optional.empty(), new Sample(fields(sample), then))
            .then(RawUplink::past)
        : nothing();
  }

  private static Step<Understood> past(Understood understood) {
    List<Reading> past = understood.readings().stream().<Reading>map(Reading.Past::new).toList();
    return new Step.Go<>(new Understood(past, understood.dropped()));
  }

  private Step<Understood> nothing() {
    return reject(RejectReason.NO_MEASURED_FIELD, "expected at least one sample with a sane clock");
  }

  private Fields fields(Measurements sample) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    sample.numbers().forEach(object::put);
    sample.labels().forEach(object::put);
    return Fields.flat(object, FieldNames.standard(), device.traits().sentinels());
  }

  private <T> Step<T> reject(RejectReason reason, String detail) {
    return Step.reject(Optional.of(device.id()), reason, field, detail);
  }
}
