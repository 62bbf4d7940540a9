package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.ingest.IntervalStarts;
import vn.vam.core.ingest.PassengerCarUnits;
import vn.vam.core.ingest.SalinityFromConductivity;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.quality.QualityControl;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Registry;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.note.Note;

class ExplainingADecode {
  private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");
  private static final Registry NOBODY = new Registry(List.of(), List.of());

  static Stream<Arguments> salinity() {
    return Stream.of(
        says("{\"salinity_gl\":\"4,93\"}", "salinity_gl", "from a text, with a decimal comma"),
        says("{\"salinity_gl\":4.9,\"level_m\":\"12 cm\"}", "level_m", "in m"),
        says("{\"ec_ms_cm\":7.2,\"salinity_gl\":4}", "ec_ms_cm", "in µS/cm"),
        says("{\"sal_gl\":4}", "sal_gl", "taken as salinity_gl"),
        says("{\"salinity_gl\":4,\"battery_v\":\"N\"}", "battery_v", "left out, expected a number"),
        says("{\"salinity_gl\":4,\"firmware\":\"1.2\"}", "firmware", "none of our names"),
        says("{\"time\":0,\"salinity_gl\":4}", "time", "not believed, the arrival stands in"),
        says("{\"time\":\"noon\",\"salinity_gl\":4}", "time", "left out, the arrival stands in"),
        says("{\"ec25_us_cm\":7277}", "salinity_gl", "worked out from the others by pss78-hill"),
        says("{\"temperature_c\":95}", "temperature_c", "doubted, by its range"));
  }

  private static Arguments says(String message, String field, String what) {
    return Arguments.of(message, field, what);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("salinity")
  void tells_what_is_not_kept_as_it_was_sent(String message, String field, String what) {
    assertThat(explained("vam/v1/salinity/a", message, false))
        .anySatisfy(
            note -> {
              assertThat(note.field()).isEqualTo(field);
              assertThat(note.what()).contains(what);
            });
  }

  @Test
  void says_nothing_of_a_message_that_is_taken_as_it_is() {
    assertThat(explained("vam/v1/salinity/a", "{\"time\":1773291600,\"salinity_gl\":4.2}", false))
        .isEmpty();
  }

  @Test
  void tells_of_a_counter_whose_detector_is_broken() {
    assertThat(explained("vam/v1/traffic/a", "{\"count\":4,\"speed_kmh\":-1}", false))
        .contains(new Note("speed_kmh", "left out, the detector is broken"));
  }

  @Test
  void tells_what_a_kept_message_hints_at() {
    assertThat(explained("vam/v1/salinity/a", "{\"time\":1773291000,\"salinity_gl\":4.2}", true))
        .containsExactly(
            new Note(
                "last known",
                "salinity,device=a,station=a quality=2,salinity_gl=4.2 1773291000000"));
  }

  private static List<Note> explained(String topic, String message, boolean retained) {
    return DecodeReport.of(
            Formats.find("native").orElseThrow(),
            DecoderContext.withoutConfig(),
            ExplainingADecode::stages,
            new DecodeReport.Question(Optional.of(topic), Payload.ofText(message), retained, NOW))
        .notes();
  }

  private static List<Stage> stages(QualityControl.Listener doubts) {
    return List.of(
        new IntervalStarts(() -> NOBODY),
        new PassengerCarUnits(() -> NOBODY),
        new SalinityFromConductivity(() -> NOBODY),
        new QualityControl(() -> NOBODY, doubts));
  }

  static List<MessageCase> cases() throws IOException {
    return MessageCase.all();
  }

  /** Walks everything that was ever seen in the field. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void names_a_field_or_a_reason_for_whatever_was_not_taken(MessageCase given) throws IOException {
    List<Note> notes = new ArrayList<>();
    Decoder decoder = Formats.of(given.format(), given.context().withNotes(notes::add));
    for (RawMessage part : decoder.apart(given.message())) {
      notes.clear();
      switch (decoder.decode(part)) {
        case Outcome.Accepted accepted -> isExplained(accepted, notes);
        case Outcome.Rejected rejected -> assertThat(rejected.detail()).isNotBlank();
        case Outcome.Ignored ignored -> assertThat(ignored.reason()).matches("[a-z-]+");
      }
    }
  }

  private static void isExplained(Outcome.Accepted accepted, List<Note> notes) {
    assertThat(notes).allSatisfy(note -> assertThat(note.field()).isNotBlank());
    if (accepted.dropped() > 0) {
      assertThat(notes).anyMatch(note -> note.what().contains("left out"));
    }
    if (accepted.readings().stream().anyMatch(ExplainingADecode::isSuspect)) {
      assertThat(notes).anyMatch(note -> note.what().contains("the arrival stands in"));
    }
  }

  /** Before anything is judged, nothing but the clock makes a reading suspect. */
  private static boolean isSuspect(Reading reading) {
    return reading.quality() == Quality.SUSPECT;
  }
}
