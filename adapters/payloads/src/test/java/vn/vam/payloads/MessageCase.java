package vn.vam.payloads;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.homie.HomieSession;

/**
 * A folder with what came in and what should come out: {@code message.json}, {@code .txt} or {@code
 * .hex}, {@code topic.txt}, {@code expected.txt}; where it matters {@code at.txt} (arrival), {@code
 * devices.txt} (a line {@code device station kind} each, and behind it {@code codec=…}, {@code
 * zone=…} or {@code sentinel=…}; without it every device is known), {@code addresses.txt} (a line
 * {@code device address} each), {@code source.txt} (see {@link SourceSettings}), {@code
 * retained.txt} and {@code hints.txt} (what it hints at). What a device of the Homie convention
 * said of itself before stands in {@code description-1.json}, {@code description-2.json} …
 */
record MessageCase(String format, Path folder) {
  private static final Path ALL = Path.of("src/test/resources/cases");
  private static final String USUAL_ARRIVAL = "2026-03-12T05:00:00Z";

  static List<MessageCase> all() throws IOException {
    List<MessageCase> cases = new ArrayList<>();
    for (Path format : foldersIn(ALL)) {
      for (Path folder : foldersIn(format)) {
        cases.add(new MessageCase(format.getFileName().toString(), folder));
      }
    }
    return cases;
  }

  /** As the log keeps it. */
  RawMessage message() throws IOException {
    HomieSession session = new HomieSession(HomieSession.NOBODY);
    Optional<String> description = text("description-1.json");
    for (int number = 2; description.isPresent(); number++) {
      session.hear(description(description.orElseThrow()));
      description = text("description-" + number + ".json");
    }
    return session.hear(message(text("topic.txt").orElseThrow(), Payload.of(bytes())));
  }

  private RawMessage description(String description) throws IOException {
    String device = text("topic.txt").orElseThrow().replaceFirst("/[^/]+/[^/]+$", "");
    return message(device + "/$description", Payload.ofText(description));
  }

  private RawMessage message(String topic, Payload payload) throws IOException {
    return new RawMessage(
        "case",
        "case",
        topic,
        payload,
        text("retained.txt").isPresent(),
        Instant.parse(text("at.txt").orElse(USUAL_ARRIVAL)));
  }

  byte[] bytes() throws IOException {
    Optional<String> hex = text("message.hex");
    if (hex.isPresent()) {
      return HexText.bytes(hex.orElseThrow());
    }
    Path text = folder.resolve("message.txt");
    return Files.readAllBytes(Files.exists(text) ? text : folder.resolve("message.json"));
  }

  String expected() throws IOException {
    return text("expected.txt").orElseThrow();
  }

  Optional<String> hints() throws IOException {
    return text("hints.txt");
  }

  DecoderContext context() throws IOException {
    Map<String, List<String>> addresses = addresses(text("addresses.txt").orElse(""));
    Optional<SourceSettings> source = text("source.txt").map(SourceSettings::of);
    DecoderContext context =
        text("devices.txt")
            .map(lines -> registry(lines, addresses))
            .map(DecoderContext::of)
            .orElseGet(DecoderContext::withoutConfig);
    return source.map(settings -> settings.in(context)).orElse(context);
  }

  private static Map<String, List<String>> addresses(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" ", 2))
        .collect(groupingBy(row -> row[0], mapping(row -> row[1], toList())));
  }

  private static Registry registry(String lines, Map<String, List<String>> addresses) {
    Map<StationId, Station> stations = new LinkedHashMap<>();
    List<Device> devices = new ArrayList<>();
    lines
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(row -> add(row, addresses, stations, devices));
    return new Registry(List.copyOf(stations.values()), devices);
  }

  private static void add(
      String[] row,
      Map<String, List<String>> addresses,
      Map<StationId, Station> stations,
      List<Device> devices) {
    StationId station = new StationId(row[1]);
    Kind kind = Kind.of(row[2]).orElseThrow();
    stations.put(
        station, new Station(station, row[1], kind, List.of(), Optional.empty(), Optional.empty()));
    DeviceTraits traits = traits(row, addresses.getOrDefault(row[0], List.of()));
    devices.add(new Device(new DeviceId(row[0]), station, kind, traits));
  }

  private static DeviceTraits traits(String[] row, List<String> addresses) {
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 3; i < row.length; i++) {
      String[] trait = row[i].split("=", 2);
      said.put(trait[0], trait[1]);
    }
    return new DeviceTraits(
        addresses,
        Optional.ofNullable(said.get("codec")),
        Optional.ofNullable(said.get("zone")).map(ZoneId::of),
        Optional.ofNullable(said.get("sentinel")).map(Double::valueOf).stream().collect(toSet()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  private Optional<String> text(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path)
        ? Optional.of(Files.readString(path, StandardCharsets.UTF_8).strip())
        : Optional.empty();
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Override
  public String toString() {
    return format + ": " + folder.getFileName().toString().replace('-', ' ');
  }
}
