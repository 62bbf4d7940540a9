package vn.vam.runtime.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.vam.core.alert.Alert;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;

/**
 * Open alerts that concern the public as one message of the Common Alerting Protocol, version 1.2
 * (OASIS, 1 July 2010; ITU-T X.1303 bis), with an {@code info} for each. What only the hub's own
 * people have to know, such as a silent probe, is left out.
 */
final class CapDocument {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** The protocol's own form: an offset in figures, also for UTC. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /** In km: a probe speaks for the water around it. */
  private static final String RADIUS = "1";

  private final String sender;
  private final Registry registry;
  private final Map<RuleId, Rule> rules;
  private final ZoneId zone;

  /** What happened, in the protocol's categories and in words. */
  private record Event(String category, String words, String unit) {}

  /**
   * @param sender who warns: a name without blanks, commas or {@code < &}
   * @param rules in force; an alert of another says nothing any more
   */
  CapDocument(String sender, Registry registry, List<Rule> rules, ZoneId zone) {
    this.sender = sender;
    this.registry = registry;
    this.rules = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    this.zone = zone;
  }

  /**
   * @param open newest first
   * @param now when it is sent
   */
  String of(List<Alert> open, Instant now) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("alert");
      xml.writeDefaultNamespace(NAMESPACE);
      element(xml, "identifier", sender + "-" + now.toEpochMilli());
      element(xml, "sender", sender);
      element(xml, "sent", time(now));
      element(xml, "status", "Actual");
      element(xml, "msgType", "Alert");
      element(xml, "scope", "Public");
      for (Alert alert : open) {
        Optional<Station> station = registry.station(alert.station());
        Optional<Event> event =
            Optional.ofNullable(rules.get(alert.rule())).flatMap(CapDocument::event);
        if (station.isPresent() && event.isPresent()) {
          info(xml, alert, station.get(), event.get());
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      return text.toString();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a string takes any XML", impossible);
    }
  }

  private void info(XMLStreamWriter xml, Alert alert, Station station, Event event)
      throws XMLStreamException {
    xml.writeStartElement("info");
    element(xml, "language", "vi-VN");
    element(xml, "category", event.category());
    element(xml, "event", event.words());
    element(xml, "urgency", alert.severity() == Severity.WATCH ? "Expected" : "Immediate");
    element(xml, "severity", severity(alert.severity()));
    element(xml, "certainty", "Observed");
    element(xml, "effective", time(alert.since()));
    element(xml, "onset", time(alert.since()));
    element(xml, "headline", event.words() + " tại " + station.name());
    parameter(xml, "alert", alert.number());
    parameter(xml, "rule", alert.rule().value());
    parameter(xml, "station", alert.station().value());
    parameter(xml, "state", alert.state().word());
    parameter(xml, "value", (alert.value() + " " + event.unit()).strip());
    area(xml, station);
    xml.writeEndElement();
  }

  private static void area(XMLStreamWriter xml, Station station) throws XMLStreamException {
    xml.writeStartElement("area");
    element(xml, "areaDesc", station.name());
    Optional<Position> position = station.position();
    if (position.isPresent()) {
      element(xml, "circle", position.get().lat() + "," + position.get().lon() + " " + RADIUS);
    }
    xml.writeEndElement();
  }

  private static void parameter(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("parameter");
    element(xml, "valueName", name);
    element(xml, "value", value);
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /** Nothing for what is no public matter. */
  private static Optional<Event> event(Rule rule) {
    return switch (rule.raise()) {
      case Condition.Beyond beyond -> event(beyond.quantity());
      case Condition.Several several -> rule.quantity().flatMap(CapDocument::event);
      case Condition.Seen seen -> Optional.of(new Event("Safety", "Sự kiện camera", ""));
      case Condition.Silent silent -> Optional.empty();
      case Condition.Heard heard -> Optional.empty();
    };
  }

  private static Optional<Event> event(Quantity quantity) {
    return switch (quantity) {
      case SALINITY, EC25, EC -> Optional.of(new Event("Env", "Xâm nhập mặn", quantity.unit()));
      case LEVEL -> Optional.of(new Event("Met", "Mực nước", quantity.unit()));
      case COUNT,
          OCCUPANCY,
          SPEED,
          PCU,
          CLASS_MOTORCYCLE,
          CLASS_CAR,
          CLASS_TRUCK,
          CLASS_BUS,
          CLASS_BICYCLE ->
          Optional.of(new Event("Transport", "Giao thông", quantity.unit()));
      case TEMPERATURE, DISTANCE, BATTERY_SHARE, BATTERY, INTERVAL, COUNT_TOTAL, SCORE ->
          Optional.empty();
    };
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case WATCH -> "Minor";
      case WARNING -> "Moderate";
      case DANGER -> "Severe";
    };
  }
}
