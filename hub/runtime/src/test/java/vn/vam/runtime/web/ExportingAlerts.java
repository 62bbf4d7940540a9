package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Rung;
import vn.vam.core.rule.Schedule;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

class ExportingAlerts {
  private static final String CAP = CapGrammar.NAMESPACE;
  private static final String PATH = "/api/v1/alerts.cap";
  private static final Condition DEEP =
      new Condition.Beyond(Quantity.LEVEL, new Measure.Newest(), new Level.Above(2));
  private static final Condition OFTEN =
      new Condition.Beyond(
          Quantity.SALINITY,
          new Measure.Times(new Level.Above(0.5), Duration.ofHours(1)),
          new Level.AtLeast(3));

  private final FakeHub hub = new FakeHub();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void is_a_message_of_the_protocol_with_its_parts_in_their_order() throws Exception {
    hub.desk.put(alert("A-1042", "salt-for-durian", AlertState.RAISED, Severity.DANGER));

    Door.Answer answer = hub.open().get(PATH);
    Element root = parsed(answer).getDocumentElement();

    assertThat(answer.type()).startsWith("application/cap+xml");
    assertThat(root.getNamespaceURI()).isEqualTo(CAP);
    assertThat(names(root))
        .containsExactly(
            "identifier", "sender", "sent", "status", "msgType", "scope", "incidents", "info");
    assertThat(names((Element) root.getElementsByTagNameNS(CAP, "info").item(0)))
        .startsWith(
            "language",
            "category",
            "event",
            "responseType",
            "urgency",
            "severity",
            "certainty",
            "effective",
            "onset",
            "expires",
            "senderName",
            "headline",
            "description",
            "parameter")
        .endsWith("area");
  }

  @Test
  void tells_what_where_since_when_and_how_grave() throws Exception {
    hub.desk.put(alert("A-1042", "salt-for-durian", AlertState.ACKNOWLEDGED, Severity.DANGER));

    Document cap = parsed(hub.open().get(PATH));

    assertThat(texts(cap, "sender")).containsExactly("vam.example");
    assertThat(texts(cap, "headline")).containsExactly("Xâm nhập mặn tại Xuân Hòa");
    assertThat(texts(cap, "severity")).containsExactly("Severe");
    assertThat(texts(cap, "onset")).containsExactly("2026-03-12T12:00:00+07:00");
    assertThat(texts(cap, "description"))
        .containsExactly("Xâm nhập mặn tại Xuân Hòa: 0,62 g/l, từ 12:00 ngày 12/3/2026.");
    assertThat(texts(cap, "circle")).containsExactly("10.33656,106.41029 1");
    assertThat(texts(cap, "value")).contains("A-1042", "0.62 g/l");
  }

  @Test
  void has_the_open_ones_alone_newest_first() throws Exception {
    hub.desk.put(alert("A-1", "salt-for-durian", AlertState.CLEARED, Severity.WATCH));
    hub.desk.put(alert("A-2", "salt-for-durian", AlertState.ESCALATED, Severity.WARNING));
    hub.desk.put(alert("A-3", "salt-for-durian", AlertState.RAISED, Severity.WATCH));

    Document cap = parsed(hub.open().get(PATH));

    assertThat(texts(cap, "severity")).containsExactlyInAnyOrder("Minor", "Moderate");
  }

  @Test
  void leaves_out_what_only_the_hubs_own_people_have_to_know() throws Exception {
    hub.rules.add(
        new Rule(
            new RuleId("flat-battery"),
            Quantity.BATTERY,
            Set.of(new StationId("xuan-hoa")),
            new Level.Below(3.3),
            Duration.ZERO,
            new Level.Above(3.5),
            Duration.ZERO,
            Severity.WATCH,
            "vi/salt",
            Duration.ofHours(1)));
    hub.desk.put(alert("A-1", "flat-battery", AlertState.RAISED, Severity.WATCH));
    hub.desk.put(alert("A-2", "a-rule-that-is-gone", AlertState.RAISED, Severity.WATCH));

    assertThat(texts(parsed(hub.open().get(PATH)), "info")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FLOOD, Met, Ngập nước",
    "ACCIDENT, Transport, Tai nạn giao thông",
    "STOPPED_VEHICLE, Transport, Xe dừng giữa đường",
    "WRONG_WAY, Transport, Xe đi ngược chiều",
    "CONGESTION, Transport, Ùn tắc giao thông",
    "PERSON, ,",
    "INTRUSION, ,",
    "LINE_CROSSED, ,",
    "VEHICLE, ,",
    "RED_LIGHT, ,",
    "TAMPER, ,",
    "OFFLINE, ,",
  })
  void warns_of_what_cameras_see_only_where_it_concerns_all(
      CameraEventType type, @Nullable String category, @Nullable String event) throws Exception {
    Rule beyond = beyond("seen", Quantity.SALINITY, Severity.WARNING);
    hub.rules.add(seen(beyond, type));
    hub.desk.put(alert("A-1", "seen", AlertState.RAISED, Severity.WARNING));

    Document cap = parsed(hub.open().get(PATH));

    assertThat(texts(cap, "category")).isEqualTo(Stream.ofNullable(category).toList());
    assertThat(texts(cap, "event")).isEqualTo(Stream.ofNullable(event).toList());
    assertThat(CapGrammar.mistakes(cap)).isEmpty();
  }

  @Test
  void tells_a_number_in_the_unit_of_what_was_reached() throws Exception {
    hub.rules.add(oftenOrDeep("often"));
    hub.rules.add(raisedBy("either", new Condition.Several(List.of(OFTEN, DEEP), 1)));
    hub.desk.put(alert("A-1", "often", AlertState.RAISED, Severity.WATCH));
    hub.desk.put(alert("A-2", "often", AlertState.ESCALATED, Severity.DANGER));
    hub.desk.put(alert("A-3", "either", AlertState.RAISED, Severity.WATCH));

    assertThat(texts(parsed(hub.open().get(PATH)), "description"))
        .containsExactlyInAnyOrder(
            "Xâm nhập mặn tại Xuân Hòa: 0,62 lần, từ 12:00 ngày 12/3/2026.",
            "Mực nước tại Xuân Hòa: 0,62 m, từ 12:00 ngày 12/3/2026.",
            "Xâm nhập mặn tại Xuân Hòa, từ 12:00 ngày 12/3/2026.");
  }

  @Test
  void warns_of_a_flood_that_several_cameras_are_asked_for() throws Exception {
    Condition seen =
        new Condition.Seen(
            Optional.empty(), CameraEventType.FLOOD, Duration.ofMinutes(10), new Level.AtLeast(1));
    hub.rules.add(raisedBy("flood", new Condition.Several(List.of(seen, seen), 2)));
    hub.desk.put(alert("A-1", "flood", AlertState.RAISED, Severity.WARNING));

    assertThat(texts(parsed(hub.open().get(PATH)), "event")).containsExactly("Ngập nước");
  }

  /** Salt that is there again and again; deep water makes it a danger. */
  static Rule oftenOrDeep(String id) {
    return raisedBy(id, OFTEN, new Rung(Severity.DANGER, DEEP, Duration.ZERO));
  }

  private static Rule raisedBy(String id, Condition raise, Rung... ladder) {
    return new Rule(
        new RuleId(id),
        Optional.empty(),
        Set.of(new StationId("xuan-hoa")),
        Optional.empty(),
        raise,
        Duration.ZERO,
        new Condition.Beyond(Quantity.SALINITY, new Measure.Newest(), new Level.Below(0)),
        Duration.ZERO,
        Severity.WATCH,
        List.of(ladder),
        Schedule.ALWAYS,
        Optional.empty(),
        "vi/measured",
        Duration.ofHours(1));
  }

  @Test
  void keeps_the_grammar_of_the_protocol_whatever_is_open() throws Exception {
    int number = 0;
    for (Quantity quantity : Quantity.values()) {
      for (Severity severity : Severity.values()) {
        String rule = "rule-" + ++number;
        hub.rules.add(beyond(rule, quantity, severity));
        AlertState state = AlertState.values()[number % AlertState.values().length];
        hub.desk.put(alert("A-" + number, rule, state, severity));
      }
    }

    Document cap = parsed(hub.open().get(PATH));

    assertThat(texts(cap, "severity")).contains("Minor", "Moderate", "Severe");
    assertThat(texts(cap, "category")).contains("Env", "Met", "Transport");
    assertThat(CapGrammar.mistakes(cap)).isEmpty();
  }

  @Test
  void keeps_it_too_where_nothing_is_open() throws Exception {
    assertThat(CapGrammar.mistakes(parsed(hub.open().get(PATH)))).isEmpty();
  }

  @Test
  void a_message_that_breaks_the_grammar_would_be_found() throws Exception {
    hub.desk.put(alert("A-1", "salt-for-durian", AlertState.RAISED, Severity.DANGER));
    Document cap = parsed(hub.open().get(PATH));
    Element info = (Element) cap.getElementsByTagNameNS(CAP, "info").item(0);
    info.appendChild(info.getElementsByTagNameNS(CAP, "headline").item(0));
    info.removeChild(info.getElementsByTagNameNS(CAP, "certainty").item(0));
    info.getElementsByTagNameNS(CAP, "severity").item(0).setTextContent("Grave");
    cap.getElementsByTagNameNS(CAP, "sent").item(0).setTextContent("2026-03-12T05:00:00Z");

    assertThat(CapGrammar.mistakes(cap))
        .containsExactly(
            "alert/sent is “2026-03-12T05:00:00Z”",
            "alert/info/severity is “Grave”",
            "alert/info/headline stands too late",
            "alert/info/certainty stands 0 times");
  }

  static Rule beyond(String id, Quantity quantity, Severity severity) {
    return new Rule(
        new RuleId(id),
        quantity,
        Set.of(new StationId("xuan-hoa")),
        new Level.Above(1),
        Duration.ZERO,
        new Level.Below(1),
        Duration.ZERO,
        severity,
        "vi/measured",
        Duration.ofHours(1));
  }

  private static Rule seen(Rule beyond, CameraEventType type) {
    return new Rule(
        beyond.id(),
        Optional.empty(),
        beyond.stations(),
        Optional.empty(),
        new Condition.Seen(Optional.empty(), type, Duration.ofMinutes(10), new Level.AtLeast(1)),
        Duration.ZERO,
        new Condition.Seen(Optional.empty(), type, Duration.ofMinutes(10), new Level.AtMost(0)),
        Duration.ZERO,
        beyond.severity(),
        List.of(),
        Schedule.ALWAYS,
        Optional.empty(),
        "vi/seen",
        beyond.staleAfter());
  }

  static Alert alert(String number, String rule, AlertState state, Severity severity) {
    return Alerts.alert(
        number,
        new RuleId(rule),
        new StationId("xuan-hoa"),
        severity,
        state,
        FakeHub.NOON,
        Optional.empty(),
        0.62,
        Optional.empty());
  }

  static Document parsed(Door.Answer answer) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
  }

  static List<String> texts(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS(CAP, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static List<String> names(Element parent) {
    NodeList children = parent.getChildNodes();
    return IntStream.range(0, children.getLength())
        .mapToObj(i -> children.item(i).getLocalName())
        .toList();
  }
}
