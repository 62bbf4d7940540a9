package vn.vam.runtime.web;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.vam.core.alert.PublicMessage;
import vn.vam.core.alert.PublicMessage.Warned;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Position;
import vn.vam.core.station.Station;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/**
 * Writes messages of the Common Alerting Protocol, version 1.2 (OASIS, 1 July 2010; ITU-T X.1303
 * bis), with an {@code info} for each alert.
 */
final class CapDocument {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** The protocol's own form: an offset in figures, also for UTC. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /** In km: a probe speaks for the water around it. */
  private static final String RADIUS = "1";

  private static final String NOTHING = "Không có cảnh báo nào đang có hiệu lực.";

  private final String sender;
  private final ZoneId zone;

  /**
   * @param sender who warns: a name without blanks, commas or {@code < &}
   */
  CapDocument(String sender, ZoneId zone) {
    this.sender = sender;
    this.zone = zone;
  }

  /**
   * @param number that no other message has
   * @param warnings newest first
   * @param episode what was sent of these and is replaced now, oldest first
   * @param ended why an alert of that number is over
   */
  PublicMessage write(
      long number,
      Instant sent,
      List<CapWarning> warnings,
      List<PublicMessage> episode,
      Function<String, Ending> ended) {
    String identifier = sender + "-" + number;
    List<Warned> warned = warnings.stream().map(CapWarning::warned).toList();
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("alert");
      xml.writeDefaultNamespace(NAMESPACE);
      element(xml, "identifier", identifier);
      element(xml, "sender", sender);
      element(xml, "sent", time(sent));
      boolean isQuiet = warnings.isEmpty() && episode.isEmpty();
      element(xml, "status", isQuiet ? "System" : "Actual");
      element(xml, "msgType", type(warnings, episode));
      element(xml, "scope", "Public");
      optional(xml, "note", isQuiet ? NOTHING : over(warned, episode, ended));
      optional(
          xml,
          "references",
          episode.stream().map(this::reference).collect(Collectors.joining(" ")));
      optional(
          xml, "incidents", warned.stream().map(Warned::alert).collect(Collectors.joining(" ")));
      for (CapWarning warning : warnings) {
        info(xml, sent, warning);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a string takes any XML", impossible);
    }
    return new PublicMessage(identifier, sender, sent, warned, text.toString());
  }

  private static String type(List<CapWarning> warnings, List<PublicMessage> episode) {
    if (episode.isEmpty()) {
      return "Alert";
    }
    return warnings.isEmpty() ? "Cancel" : "Update";
  }

  private static String over(
      List<Warned> warned, List<PublicMessage> episode, Function<String, Ending> ended) {
    List<Warned> over = episode.isEmpty() ? List.of() : episode.getLast().without(warned);
    return over.isEmpty()
        ? ""
        : over.stream()
            .map(one -> one.what() + " (" + one.alert() + why(ended.apply(one.alert())) + ")")
            .collect(Collectors.joining(", ", "Không còn hiệu lực: ", "."));
  }

  private static String why(Ending ending) {
    return switch (ending) {
      case SAFE -> "";
      case BY_HAND -> ": người trực đã đóng";
      case UNWATCHED -> ": không còn theo dõi";
    };
  }

  private String reference(PublicMessage message) {
    return message.sender() + "," + message.identifier() + "," + time(message.sent());
  }

  private void info(XMLStreamWriter xml, Instant sent, CapWarning warning)
      throws XMLStreamException {
    CapEvent event = warning.event();
    Instant since = warning.alert().since();
    xml.writeStartElement("info");
    element(xml, "language", "vi-VN");
    element(xml, "category", event.category());
    element(xml, "event", event.words());
    element(xml, "responseType", warning.severity() == Severity.WATCH ? "Monitor" : "Prepare");
    element(xml, "urgency", warning.severity() == Severity.WATCH ? "Expected" : "Immediate");
    element(xml, "severity", severity(warning.severity()));
    element(xml, "certainty", "Observed");
    element(xml, "effective", time(sent));
    element(xml, "onset", time(since));
    element(xml, "expires", time(sent.plus(CapTrail.VALID)));
    element(xml, "senderName", sender);
    element(xml, "headline", warning.headline());
    element(xml, "description", description(warning));
    parameter(xml, "alert", warning.alert().number());
    parameter(xml, "rule", warning.alert().rule().value());
    parameter(xml, "station", warning.alert().station().value());
    parameter(xml, "value", figure(warning));
    area(xml, warning.station());
    xml.writeEndElement();
  }

  private static String description(CapWarning warning) {
    String value = warning.event().unit().map(unit -> ": " + value(warning, unit)).orElse("");
    return warning.headline()
        + value
        + ", từ "
        + VietnameseTime.date(warning.alert().since())
        + ".";
  }

  private static String value(CapWarning warning, String unit) {
    return VietnameseNumber.of(warning.alert().value()) + (unit.isEmpty() ? " lần" : " " + unit);
  }

  /** For programs: with a decimal point. */
  private static String figure(CapWarning warning) {
    String plain = BigDecimal.valueOf(warning.alert().value()).stripTrailingZeros().toPlainString();
    return (plain + " " + warning.event().unit().orElse("")).strip();
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

  private static void optional(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    if (!text.isEmpty()) {
      element(xml, name, text);
    }
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

  private static String severity(Severity severity) {
    return switch (severity) {
      case WATCH -> "Minor";
      case WARNING -> "Moderate";
      case DANGER -> "Severe";
    };
  }
}
