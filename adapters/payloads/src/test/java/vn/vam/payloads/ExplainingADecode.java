package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.camera.EventTypes;
import vn.vam.payloads.camera.Plates;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.TimeFormat;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.mapping.FieldPath;
import vn.vam.payloads.mapping.Mapping;
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
  void tells_of_a_plate_that_it_is_written_down_nowhere_and_does_not_quote_it() {
    assertThat(
            explained(
                "vam/v1/camera/a",
                "{\"event_id\":\"e1\",\"type\":\"vehicle\",\"object\":{\"plate\":\"63A-123.45\"},\"name\":\"A\"}",
                false))
        .contains(
            new Note("plate", "may tell of a person, written down nowhere"),
            new Note("name", "may tell of a person, written down nowhere"))
        .noneMatch(note -> note.toString().contains("123"))
        .noneMatch(note -> note.field().contains("plate") && note.what().contains("our names"));
  }

  @Test
  void tells_of_a_plate_that_goes_with_the_event_that_it_is_masked() {
    DecoderContext masking =
        DecoderContext.withoutConfig()
            .withCameras(new CameraSettings(EventTypes.STANDARD, Plates.MASKED));

    assertThat(
            explained(
                masking,
                "vam/v1/camera/a",
                "{\"event_id\":\"e1\",\"type\":\"vehicle\",\"plate\":\"63A-123.45\"}"))
        .contains(
            new Note("plate", "masked"),
            new Note("plate", "may tell of a person, written down nowhere"));
  }

  @Test
  void tells_of_a_face_in_the_message_of_another_device() {
    assertThat(explained("vam/v1/salinity/a", "{\"salinity_gl\":4,\"face_id\":7}", false))
        .containsExactly(new Note("face_id", "may tell of a person, written down nowhere"));
  }

  @Test
  void tells_how_little_is_written_down_of_a_camera_that_nobody_can_read() {
    assertThat(explained("vam/v1/camera/a", "{\"plate\":\"63A-123.45\"", false))
        .containsExactly(
            new Note("payload", "of all of it the first bytes and a hash are written down"));
  }

  @Test
  void tells_which_of_several_names_of_one_field_counts() {
    assertThat(explained("vam/v1/salinity/a", "{\"sal\":4,\"salinity\":5}", false))
        .contains(
            new Note("sal", "taken as salinity_gl"),
            new Note("salinity", "left out, salinity_gl was told before"));
    assertThat(explained("vam/v1/salinity/a", "{\"sal\":4,\"salinity_gl\":5}", false))
        .containsExactly(new Note("sal", "left out, salinity_gl is told by its own name"));
  }

  @Test
  void tells_by_its_path_what_stands_in_an_object_where_it_is_not_looked_for() {
    assertThat(
            explained(
                "vam/v1/salinity/a",
                "{\"salinity_gl\":4,\"deep\":{\"temperature_c\":28,\"rssi\":{\"db\":-90}}}",
                false))
        .containsExactly(
            new Note("deep.temperature_c", "left out, fields stand in no other object here"),
            new Note("deep.rssi.db", "left out, none of our names"));
  }

  @Test
  void tells_what_a_mapping_does_not_name() {
    DecoderContext mapped =
        DecoderContext.withoutConfig()
            .withMapping(
                new Mapping(
                    Map.of(FieldPath.of("a.ec"), FieldNames.own("ec25_us_cm").orElseThrow()),
                    Optional.empty(),
                    Optional.empty(),
                    TimeFormat.AUTO,
                    Set.of(),
                    Optional.empty()));

    assertThat(
            DecodeReport.of(
                    Formats.find("flat").orElseThrow(),
                    mapped,
                    ExplainingADecode::stages,
                    new DecodeReport.Question(
                        Optional.of("loggers/a"),
                        Payload.ofText("{\"time\":1773291000,\"a\":{\"ec\":900,\"salinity\":4}}"),
                        false,
                        NOW))
                .notes())
        .contains(new Note("a.salinity", "left out, the mapping does not name it"))
        .noneMatch(note -> note.field().equals("time"));
  }

  @Test
  void tells_of_a_tag_that_is_not_looked_at_and_of_a_value_told_twice() {
    assertThat(
            DecodeReport.of(
                    Formats.find("line-protocol").orElseThrow(),
                    DecoderContext.withoutConfig(),
                    ExplainingADecode::stages,
                    new DecodeReport.Question(
                        Optional.of("lines/a"),
                        Payload.ofText(
                            "w,device=a,quay=2 sal_gl=1 1773291000000000000\nw,device=a sal_gl=2 1773291000000000000"),
                        false,
                        NOW))
                .notes())
        .contains(
            new Note("quay", "left out, of tags only device, lane and direction are looked at"),
            new Note("salinity_gl", "told twice for one time, the last one counts"))
        .noneMatch(note -> note.field().equals("device"));
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
    return explained(DecoderContext.withoutConfig(), topic, message, retained);
  }

  private static List<Note> explained(DecoderContext context, String topic, String message) {
    return explained(context, topic, message, false);
  }

  private static List<Note> explained(
      DecoderContext context, String topic, String message, boolean retained) {
    return DecodeReport.of(
            Formats.find("native").orElseThrow(),
            context,
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
        case Outcome.Rejected rejected ->
            assertThat(rejected.detail())
                .containsPattern("expected|at most|line \\d|at least|ends too early|twice")
                .isNotEqualTo(rejected.reason().word());
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
      assertThat(notes).anyMatch(note -> note.what().contains("the quality is 3"));
    }
  }

  /** Before anything is judged, by its clock or by what its device said it can measure. */
  private static boolean isSuspect(Reading reading) {
    return reading.quality() == Quality.SUSPECT;
  }
}
