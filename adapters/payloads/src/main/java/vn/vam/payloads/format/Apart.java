package vn.vam.payloads.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;

/** Takes messages apart that tell of several devices. */
final class Apart {
  /** A gateway of more devices than this sends several messages. */
  static final int MOST_DEVICES = 200;

  private Apart() {}

  /** Whose a piece is: a known device's, whichever of its names is told, else the name's itself. */
  static String key(Optional<Devices.Known> known, String told) {
    return known.map(device -> "id " + device.id().value()).orElse("name " + told);
  }

  /**
   * A message for each device, in the order in which they are first told of, or the message itself
   * where there is one device, or too many.
   *
   * @param key whose a piece is
   * @param payload that holds these pieces and nothing else
   */
  static <T> List<RawMessage> of(
      RawMessage message,
      List<T> pieces,
      Function<T, String> key,
      Function<List<T>, Payload> payload) {
    Map<String, List<T>> devices = new LinkedHashMap<>();
    for (T piece : pieces) {
      devices.computeIfAbsent(key.apply(piece), device -> new ArrayList<>()).add(piece);
    }
    return devices.size() < 2 || devices.size() > MOST_DEVICES
        ? List.of(message)
        : devices.values().stream().map(of -> message.withPayload(payload.apply(of))).toList();
  }
}
