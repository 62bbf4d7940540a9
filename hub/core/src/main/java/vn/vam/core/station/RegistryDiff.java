package vn.vam.core.station;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one registry has that another has not, a line each: {@code + device xuan-hoa-2}, {@code -
 * station go-cat}, {@code ~ device xuan-hoa-1}.
 */
public record RegistryDiff(List<String> lines) {
  public RegistryDiff {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public static RegistryDiff between(Registry before, Registry after) {
    return new RegistryDiff(
        Stream.concat(
                lines(
                    "station",
                    byId(before.stations(), Station::id),
                    byId(after.stations(), Station::id)),
                lines(
                    "device",
                    byId(before.devices(), Device::id),
                    byId(after.devices(), Device::id)))
            .toList());
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, ?> id) {
    return all.stream().collect(Collectors.toMap(each -> id.apply(each).toString(), each -> each));
  }

  private static <T> Stream<String> lines(
      String what, Map<String, T> before, Map<String, T> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .sorted()
        .filter(id -> !(before.containsKey(id) && before.get(id).equals(after.get(id))))
        .map(id -> sign(before.containsKey(id), after.containsKey(id)) + " " + what + " " + id);
  }

  private static String sign(boolean before, boolean after) {
    return before && after ? "~" : after ? "+" : "-";
  }
}
