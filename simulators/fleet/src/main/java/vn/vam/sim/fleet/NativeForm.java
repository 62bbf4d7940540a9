package vn.vam.sim.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The hub's native form as a device writes it: time first, local offset, numbers already rounded.
 */
final class NativeForm {

  private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

  private NativeForm() {}

  static NativeForm takenAt(Instant time) {
    return new NativeForm()
        .with(
            "time",
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.MILLIS).atOffset(Province.LOCAL_TIME)));
  }

  NativeForm with(String name, String text) {
    fields.put(name, text);
    return this;
  }

  NativeForm with(String name, long number) {
    fields.put(name, number);
    return this;
  }

  /** A number as the device resolves it, say 0.01. */
  NativeForm with(String name, double number, double resolution) {
    double steps = Math.rint(1 / resolution);
    fields.put(name, Math.rint(number * steps) / steps);
    return this;
  }

  ObjectNode object(String name) {
    return fields.putObject(name);
  }

  Message from(Kind kind, String device) {
    return new Message(kind, device, fields.toString());
  }
}
