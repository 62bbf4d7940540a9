package vn.vam.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

class TryingRulesOnHistory {
  @TempDir private Path folder;

  private static final Registry REGISTRY =
      new Registry(List.of(station("xuan-hoa"), station("my-tho")), List.of());

  private static Station station(String id) {
    return new Station(
        new StationId(id), id, Kind.SALINITY, List.of(), Optional.empty(), Optional.empty());
  }

  /** Raised above 0.5 for half an hour, cleared below 0.4 for half an hour, stale after two. */
  private static Rule salt() {
    return new Rule(
        new RuleId("salt"),
        Quantity.SALINITY,
        Set.of(new StationId("xuan-hoa"), new StationId("my-tho")),
        new Level.Above(0.5),
        Duration.ofMinutes(30),
        new Level.Below(0.4),
        Duration.ofMinutes(30),
        Severity.WATCH,
        "vi/salt",
        Duration.ofHours(2));
  }

  private List<String> changes(String... rows) throws IOException {
    List<String> lines = new ArrayList<>();
    Path csv = Files.writeString(folder.resolve("history.csv"), String.join("\n", rows));
    Backtest.of(List.of(salt()), REGISTRY, csv).run(lines::add);
    return lines;
  }

  @Test
  void raises_and_clears_with_the_time_the_level_had_held() throws IOException {
    assertThat(
            changes(
                "time,station,quantity,value",
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.9",
                "2024-03-12T04:00:00+07:00,xuan-hoa,salinity_gl,0.1",
                "2024-03-12T05:00:00+07:00,xuan-hoa,salinity_gl,0.1"))
        .containsExactly(
            "2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.8",
            "2024-03-12T04:30:00+07:00 cleared salt xuan-hoa 0.1");
  }

  @Test
  void stays_calm_when_the_level_did_not_hold() throws IOException {
    assertThat(
            changes(
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T02:20:00+07:00,xuan-hoa,salinity_gl,0.2",
                "2024-03-12T02:40:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.2"))
        .isEmpty();
  }

  @Test
  void stays_calm_between_the_levels() throws IOException {
    assertThat(
            changes(
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T02:30:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.45",
                "2024-03-12T04:30:00+07:00,xuan-hoa,salinity_gl,0.45"))
        .containsExactly("2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.8");
  }

  @Test
  void says_nothing_across_a_gap_longer_than_a_value_counts() throws IOException {
    assertThat(
            changes(
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T02:10:00+07:00,xuan-hoa,salinity_gl,0.1",
                "2024-03-12T02:20:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T09:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T09:10:00+07:00,xuan-hoa,salinity_gl,0.1"))
        .containsExactly("2024-03-12T02:50:00+07:00 raised salt xuan-hoa 0.8");
  }

  @Test
  void takes_rows_in_any_order_and_keeps_stations_apart() throws IOException {
    assertThat(
            changes(
                "2024-03-12T03:00:00+07:00,my-tho,salinity_gl,2",
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T02:00:00+07:00,my-tho,salinity_gl,2",
                "2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.8"))
        .containsExactlyInAnyOrder(
            "2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.8",
            "2024-03-12T02:30:00+07:00 raised salt my-tho 2");
  }

  @Test
  void writes_times_in_the_offset_of_the_data() throws IOException {
    assertThat(
            changes(
                "2024-03-11T19:00:00Z,xuan-hoa,salinity_gl,0.8",
                "2024-03-11T19:30:00Z,xuan-hoa,salinity_gl,0.8"))
        .containsExactly("2024-03-11T19:30:00Z raised salt xuan-hoa 0.8");
  }

  @Test
  void never_alerts_on_a_value_that_cannot_be() throws IOException {
    assertThat(
            changes(
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,-5",
                "2024-03-12T02:30:00+07:00,xuan-hoa,salinity_gl,9999",
                "2024-03-12T03:30:00+07:00,xuan-hoa,salinity_gl,9999"))
        .isEmpty();
  }

  @Test
  void writes_small_values_as_people_do() throws IOException {
    assertThat(
            changes(
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.0003",
                "2024-03-12T04:00:00+07:00,xuan-hoa,salinity_gl,0.0003"))
        .containsExactly(
            "2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.8",
            "2024-03-12T03:30:00+07:00 cleared salt xuan-hoa 0.0003");
  }

  @Test
  void reads_the_header_however_a_spreadsheet_wrote_it() throws IOException {
    assertThat(
            changes(
                "\uFEFF",
                "Time, station, quantity, value",
                "2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8",
                "2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.8"))
        .containsExactly("2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-12T02:00:00,xuan-hoa,salinity_gl,1 | time: expected RFC 3339 with offset",
        "2024-03-12T02:00:00Z,nowhere,salinity_gl,1 | station: expected the id of a station",
        "2024-03-12T02:00:00Z,xuan-hoa,sweetness,1 | quantity: expected a quantity",
        "2024-03-12T02:00:00Z,xuan-hoa,speed_kmh,1 | quantity: expected what xuan-hoa tells of",
        "2024-03-12T02:00:00Z,xuan-hoa,flood,1 | quantity: expected what xuan-hoa tells of",
        "2024-03-12T02:00:00Z,xuan-hoa,salinity_gl,NaN | value: expected a finite number",
        "2024-03-12T02:00:00Z,xuan-hoa,salinity_gl | line: expected four fields"
      })
  void names_line_and_field_of_a_row_it_cannot_read(String row, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> changes("time,station,quantity,value", row))
        .withMessageContaining("history.csv:2: " + complaint);
  }
}
