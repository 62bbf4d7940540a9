package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.sluice.Sluice;

class ReadingSluices {
  private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");

  private final SluicesReader reader = new SluicesReader(Clock.fixed(NOW, ZoneOffset.UTC));

  private List<Sluice> read(String properties) throws Reader.Unreadable {
    return reader
        .read(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
             "geometry":{"type":"Point","coordinates":[106.41029,10.33656]},"properties":{%s}}]}
            """
                .formatted(properties)
                .getBytes(UTF_8))
        .sluices();
  }

  @Test
  void a_feature_is_a_sluice() throws Reader.Unreadable {
    Sluice sluice =
        read("\"name\":\"Cống Xuân Hòa\",\"state\":\"closed\",\"since\":\"2026-03-11T14:00:00+07:00\",\"note\":\"Đóng\\n ngăn mặn\"")
            .getFirst();

    assertThat(sluice.name()).isEqualTo("Cống Xuân Hòa");
    assertThat(sluice.state()).isEqualTo(Sluice.State.CLOSED);
    assertThat(sluice.since()).contains(Instant.parse("2026-03-11T07:00:00Z"));
    assertThat(sluice.note()).isEqualTo("Đóng ngăn mặn");
    assertThat(sluice.position().lat()).isEqualTo(10.33656);
  }

  @ParameterizedTest
  @CsvSource({"open, OPEN", "mở, OPEN", "Đóng, CLOSED", "half, UNKNOWN", "'', UNKNOWN"})
  void its_state_is_known_or_not(String word, Sluice.State state) throws Reader.Unreadable {
    assertThat(read("\"name\":\"Cống\",\"state\":\"" + word + "\"").getFirst().state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-13T00:00:00+07:00", "hôm qua", ""})
  void a_time_that_is_none_or_has_not_come_is_left_out(String since) throws Reader.Unreadable {
    assertThat(read("\"name\":\"Cống\",\"since\":\"" + since + "\"").getFirst().since())
        .isEqualTo(Optional.empty());
  }

  @Test
  void none_with_a_name_does_not_empty_what_was_known() {
    assertThatThrownBy(() -> read("\"state\":\"open\""))
        .isInstanceOf(Reader.Unreadable.class)
        .hasMessage("no feature has a name and a place on earth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "<html>", "{\"type\":\"FeatureCollection\"}"})
  void what_is_no_collection_is_refused(String body) {
    assertThatThrownBy(() -> reader.read(body.getBytes(UTF_8)))
        .isInstanceOf(Reader.Unreadable.class);
  }
}
