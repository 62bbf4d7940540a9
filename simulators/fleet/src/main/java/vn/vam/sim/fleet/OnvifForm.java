package vn.vam.sim.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * An event as an ONVIF camera publishes it: the topic of the analytics service behind {@code
 * onvif-ej}, its sources behind {@code &}, values as texts.
 */
final class OnvifForm {

  private static final String VIDEO_SOURCE = "1";
  private static final String ANALYTICS = "1";

  private OnvifForm() {}

  static Message message(String camera, Incident incident, boolean goesOn, Instant seen) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("UtcTime", DateTimeFormatter.ISO_INSTANT.format(seen.truncatedTo(ChronoUnit.MILLIS)));
    event
        .putObject("Source")
        .put("VideoSource", VIDEO_SOURCE)
        .put("AnalyticsConfiguration", ANALYTICS)
        .put("Rule", incident.name());
    event
        .putObject("Data")
        .put("ObjectId", Integer.toString(incident.number()))
        .put("IsInside", Boolean.toString(goesOn));
    String sources = String.join("/", VIDEO_SOURCE, ANALYTICS, incident.name());
    return new Message(
        Kind.CAMERA,
        camera,
        camera + "/onvif-ej/RuleEngine/FieldDetector/ObjectsInside/&" + sources,
        event.toString());
  }
}
