package vn.vam.dossier;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an office's files. */
final class Drops {
  private Drops() {}

  static String csv(List<Map<String, String>> dossiers) {
    return Stream.concat(
            Stream.of(String.join(",", DossiersContract.COLUMNS)),
            dossiers.stream().map(Drops::line))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String line(Map<String, String> dossier) {
    return DossiersContract.COLUMNS.stream()
        .map(column -> dossier.getOrDefault(column, ""))
        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
