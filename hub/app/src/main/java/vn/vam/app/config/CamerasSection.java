package vn.vam.app.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.reading.CameraEventType;
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.camera.EventTypes;
import vn.vam.payloads.camera.Plates;

/** Reads what a source says of its cameras: {@code events} and {@code plates}. */
final class CamerasSection {
  private static final Map<String, CameraEventType> TYPES =
      byWord(CameraEventType.values(), CameraEventType::word);
  private static final Map<String, Plates> PLATES = byWord(Plates.values(), Plates::word);

  private CamerasSection() {}

  static CameraSettings read(ConfigNode source) {
    return new CameraSettings(
        EventTypes.STANDARD.with(events(source.at("events"))),
        source.at("plates").choice(PLATES, Plates.DROPPED, "plates: masked"));
  }

  private static Map<String, CameraEventType> events(ConfigNode node) {
    Map<String, CameraEventType> events = new HashMap<>();
    node.entries("events: { \"zone:quay_water\": flood, \"label:boat\": vehicle }")
        .forEach(
            (name, type) -> {
              if (!EventTypes.isName(name)) {
                type.complain(
                    "expected label:NAME, zone:NAME, rule:NAME or topic:NAME on the left",
                    "\"zone:quay_water\": flood");
              }
              events.put(
                  name, type.choice(TYPES, CameraEventType.FLOOD, "\"zone:quay_water\": flood"));
            });
    return events;
  }

  private static <T> Map<String, T> byWord(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(Collectors.toMap(word, each -> each));
  }
}
