package vn.vam.sim.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An event as Frigate publishes it under {@code frigate/events}: what was before and what is now,
 * times in seconds since 1970 with a fraction. No plate, no face, no sub-label.
 */
final class FrigateForm {

  private static final String TOPIC = "frigate/events";

  private final ObjectNode event = JsonNodeFactory.instance.objectNode();
  private final ObjectNode after = JsonNodeFactory.instance.objectNode();

  private FrigateForm() {}

  static FrigateForm of(Incident incident, String phase, Instant seen) {
    var form = new FrigateForm();
    boolean isOver = phase.equals("end");
    form.after
        .put("id", seconds(incident.began()) + "-in" + incident.number())
        .put("frame_time", seconds(seen))
        .put("label", "car")
        .putNull("sub_label")
        .put("score", 0.81)
        .put("top_score", 0.84)
        .put("start_time", seconds(incident.began()))
        .put("has_snapshot", false)
        .put("has_clip", false)
        .put("stationary", incident.name().contains("dung"))
        .put("active", !isOver);
    if (isOver) form.after.put("end_time", seconds(seen));
    else form.after.putNull("end_time");
    form.after.putArray("current_zones").add(incident.name());
    form.after.putArray("entered_zones").add(incident.name());
    form.event.put("type", phase);
    return form;
  }

  Message from(String camera) {
    after.put("camera", camera);
    event.set("before", after.deepCopy());
    event.set("after", after);
    return new Message(Kind.CAMERA, camera, TOPIC, event.toString());
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3);
  }
}
