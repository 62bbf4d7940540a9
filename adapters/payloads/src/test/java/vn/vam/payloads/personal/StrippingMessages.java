package vn.vam.payloads.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Unsealer;
import vn.vam.core.secret.Secret;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.note.Note;

class StrippingMessages {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final String PLATE = "63A-123.45";
  private static final String FACE = "Nguyen Van A";
  private static final Outcome BROKEN =
      new Outcome.Rejected(
          Optional.empty(), RejectReason.MALFORMED_JSON, Optional.empty(), "expected JSON");
  private static final Outcome IGNORED = new Outcome.Ignored(Optional.empty(), "snapshot");

  @TempDir private Path keys = Path.of("");
  private final PersonalData withoutKey =
      new PersonalData((message, outcome) -> true, Optional.empty());
  private final PersonalData ofProbes =
      new PersonalData((message, outcome) -> false, Optional.empty());

  @Test
  void leaves_out_what_is_personal_and_nothing_else() {
    Envelope kept =
        kept(
            withoutKey,
            """
            {"id":"1773291600.250-ab","score":0.790,"sub_label":["Nguyen Van A",0.79],
             "after":{"camera":"quay","plate":"63A-123.45","box":[1,2],"attributes":{"face":0.9}},
             "list":[{"face":"Nguyen Van A"},{"zone":"quay"}]}""");

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.STRIPPED);
    assertThat(text(kept))
        .isEqualTo(
            "{\"id\":\"1773291600.250-ab\",\"score\":0.790,"
                + "\"after\":{\"camera\":\"quay\",\"box\":[1,2]},\"list\":[{},{\"zone\":\"quay\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"anything\":\"63A-123.45\"}",
        "{\"anything\":[\"63A12345\",0.9]}",
        "{\"anything\":\"63-B1 234.56\"}",
        "{\"anything\":\" 51f-678.90 \"}"
      })
  void leaves_out_of_what_cameras_say_whatever_looks_like_a_plate(String json) {
    assertThat(text(kept(withoutKey, json))).doesNotContainPattern("\\d{3}[.]?\\d{2}");
  }

  @Test
  void leaves_out_of_what_counters_say_plates_under_any_name_and_keeps_their_counts() {
    PersonalData ofCounters = new PersonalData((m, o) -> false, (m, o) -> true, Optional.empty());
    Envelope kept =
        kept(ofCounters, "{\"count\":1,\"last\":\"63A-123.45\",\"seen\":[\"51F67890\"]}");

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.STRIPPED);
    assertThat(text(kept)).isEqualTo("{\"count\":1,\"seen\":[]}");
    assertThat(kept(ofCounters, "{\"count\":12,\"lane\":\"ve-my-tho\"}").kept())
        .isEqualTo(Envelope.Kept.WHOLE);
    assertThat(kept(ofCounters, "63A-123.45").kept()).isEqualTo(Envelope.Kept.HEAD);
  }

  @ParameterizedTest
  @CsvSource({
    "vam/v1/camera/63a-123.45, vam/v1/camera/***",
    "yard/onvif-ej/Crossed/&63A12345&1, yard/onvif-ej/Crossed/&***&1",
    "gate/0912345678/events, gate/…678/events"
  })
  void leaves_out_of_a_cameras_topic_plates_and_telephone_numbers(String topic, String left) {
    Envelope kept = withoutKey.redact(message(topic, "{\"id\":1}"), BROKEN);

    assertThat(kept.message().topic()).isEqualTo(left);
    assertThat(kept.kept()).isEqualTo(Envelope.Kept.STRIPPED);
    assertThat(withoutKey.explained(message(topic, "{\"id\":1}"), BROKEN))
        .extracting(Note::field)
        .containsExactly("topic");
  }

  @Test
  void a_topic_that_names_plates_is_of_nobody_elses_devices() {
    RawMessage read = message("parking/anpr/63A-123.45", "{\"seen\":\"51F-678.90\",\"n\":1}");
    Envelope kept = ofProbes.redact(read, BROKEN);

    assertThat(kept.message().topic()).isEqualTo("parking/anpr/***");
    assertThat(text(kept)).isEqualTo("{\"n\":1}");
  }

  @Test
  void leaves_a_probe_its_topic_which_it_is_known_by_once_it_is_adopted() {
    for (String topic : List.of("loggers/0912345678/data", "esp/51f12345/state")) {
      assertThat(ofProbes.redact(message(topic, "{\"ec\":1}"), BROKEN).message().topic())
          .isEqualTo(topic);
    }
  }

  @Test
  void seals_it_under_the_topic_that_is_written_down() throws Exception {
    SealedCopies copies = copies(NOON);
    PersonalData sealing = new PersonalData((m, o) -> true, Optional.of(copies));
    Envelope kept = sealing.redact(message("gate/63A-123.45", "{\"plate\":"), BROKEN);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.SEALED);
    assertThat(copies.open(kept.message()))
        .isEqualTo(new Unsealer.Whole(message("gate/***", "{\"plate\":")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"63A-123.45\":{\"at\":1},\"id\":1}",
        "{\"note\":\"gọi 0912 345 678\",\"id\":1}",
        "{\"raw\":\"{\\\"x\\\":\\\"63A-123.45\\\"}\",\"id\":1}"
      })
  void leaves_out_of_what_cameras_say_what_hides_in_names_and_free_texts(String json) {
    assertThat(text(kept(withoutKey, json))).isEqualTo("{\"id\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"bks\":\"63A-123.45\",\"ec\":1}",
        "{\"BSX\":\"63A-123.45\",\"ec\":1}",
        "{\"raw\":\"{\\\"plate\\\":\\\"63A-123.45\\\"}\",\"ec\":1}",
        "{\"log\":\"bien so 63A-123.45\",\"ec\":1}"
      })
  void leaves_out_of_what_others_say_plates_that_are_called_so(String json) {
    assertThat(text(kept(ofProbes, json))).isEqualTo("{\"ec\":1}");
  }

  @Test
  void a_name_that_is_a_plate_is_not_told_to_whoever_asks() {
    RawMessage named = message("frigate/events", "{\"63A-123.45\":1}");

    assertThat(withoutKey.explained(named, BROKEN))
        .extracting(Note::field)
        .containsExactly("a name");
  }

  @Test
  void leaves_out_of_what_cameras_say_texts_as_long_as_pictures() {
    assertThat(text(kept(withoutKey, "{\"blob\":\"" + "A".repeat(300) + "\",\"id\":1}")))
        .isEqualTo("{\"id\":1}");
  }

  @Test
  void keeps_whole_what_holds_nothing_personal() {
    String json = "{ \"camera\" : \"quay\", \"score\":0.790 }";
    Envelope kept = kept(withoutKey, json);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.WHOLE);
    assertThat(text(kept)).isEqualTo(json);
  }

  @Test
  void keeps_of_a_text_that_cannot_be_read_no_more_than_its_length() {
    String cut = "{\"plate\":\"63A-123.45\",\"ti";
    Envelope kept = kept(withoutKey, cut);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.HEAD);
    assertThat(kept.kept().isReplayable()).isFalse();
    assertThat(text(kept))
        .startsWith("{\"bytes\":%d,\"kind\":\"text\",\"mark\":\"".formatted(cut.length()))
        .doesNotContain(Payload.ofText(cut).fingerprint().substring(0, 16));
  }

  @Test
  void tells_copies_of_such_a_text_from_others_as_long_as_it_runs() {
    Envelope one = kept(withoutKey, "63A-123.45");

    assertThat(kept(withoutKey, "63A-123.45")).isEqualTo(one);
    assertThat(kept(withoutKey, "63A-123.46")).isNotEqualTo(one);
    assertThat(kept(new PersonalData((m, o) -> true, Optional.empty()), "63A-123.45"))
        .isNotEqualTo(one);
  }

  @Test
  void keeps_of_a_picture_no_more_than_what_it_was() throws Exception {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16};
    PersonalData sealing = new PersonalData((m, o) -> true, Optional.of(copies(NOON)));
    Envelope kept = sealing.redact(message(Payload.of(jpeg)), BROKEN);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.HEAD);
    assertThat(text(kept))
        .isEqualTo(
            "{\"bytes\":6,\"kind\":\"jpeg\",\"mark\":\"%s\"}"
                .formatted(Payload.of(jpeg).fingerprint()));
  }

  @Test
  void keeps_of_what_is_no_sample_no_more_than_that_it_came() {
    Envelope kept =
        withoutKey.redact(message(Payload.ofText("{\"anyone\":\"Nguyen Van A\"}")), IGNORED);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.HEAD);
    assertThat(text(kept)).doesNotContain(FACE);
  }

  @Test
  void seals_what_cannot_be_read_where_there_is_a_key() throws Exception {
    SealedCopies copies = copies(NOON);
    PersonalData sealing = new PersonalData((m, o) -> true, Optional.of(copies));
    RawMessage cut = message(Payload.ofText("{\"plate\":\"63A-123.45\",\"ti"));
    Envelope kept = sealing.redact(cut, BROKEN);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.SEALED);
    assertThat(
            new String(
                kept.message().payload().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(PLATE);
    assertThat(copies.open(kept.message())).isEqualTo(new Unsealer.Whole(cut));
    assertThat(sealing.redact(cut, BROKEN)).isEqualTo(kept);
  }

  @Test
  void leaves_plates_out_of_what_other_devices_say() {
    assertThat(text(kept(ofProbes, "{\"salinity_gl\":4.20,\"plate\":\"63A-123.45\"}")))
        .isEqualTo("{\"salinity_gl\":4.20}");
  }

  @Test
  void leaves_other_devices_their_names_and_long_texts() {
    for (String json :
        List.of(
            "{\"name\":\"probe\"}",
            "{\"surface_temp\":28.1}",
            "{\"a\":\"" + "x".repeat(900) + "\"}")) {
      assertThat(kept(ofProbes, json).kept()).isEqualTo(Envelope.Kept.WHOLE);
      assertThat(text(kept(ofProbes, json))).isEqualTo(json);
    }
  }

  @Test
  void keeps_no_plate_of_another_device_that_cannot_be_read() {
    assertThat(kept(ofProbes, "{\"plate\":\"63A-123.45\"").kept()).isEqualTo(Envelope.Kept.HEAD);
    assertThat(kept(ofProbes, "{\"salinity_gl\":").kept()).isEqualTo(Envelope.Kept.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s,place=cua-bien salinity_gl=4",
        "s,place=cua\\ bien surface_temp=28.1,interface=\"eth0\"",
        "{\"template\":1,\"surface_temp\":28.1,\"note\":\"cua bien\"",
        "{\"note\":\"n\\u01b0\\u1edbc m\\u1eb7n\",\"salinity_gl\":",
        "nuoc bien dang"
      })
  void keeps_whole_and_replayable_what_names_no_plate_and_is_no_json(String said) {
    Envelope kept = kept(ofProbes, said);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.WHOLE);
    assertThat(kept.kept().isReplayable()).isTrue();
    assertThat(text(kept)).isEqualTo(said);
    assertThat(kept(new PersonalData((m, o) -> false, Optional.empty()), said))
        .as("its copy, delivered to the next process")
        .isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xe,plate=63A-123.45 speed=31",
        "xe,lane=1 plateNumber=\"63A-123.45\"",
        "xe bien_so=\"63A-123.45\"",
        "bien so: 63A-123.45",
        "BienSoXe=63A-123.45",
        "bien-kiem-soat 63A-123.45",
        "<plate>63A-123.45</plate>",
        "plate63A-123.45",
        "{\"p\\u006Cate\":\"63A-123.45\"",
        "\u0002plate\u0003A63A-123.45",
        "\u0002\u0041plate_63A-123.45"
      })
  void keeps_no_plate_that_is_named_in_a_text_of_any_form(String said) {
    assertThat(kept(ofProbes, said).kept()).isEqualTo(Envelope.Kept.HEAD);
  }

  @Test
  void keeps_of_what_is_too_large_to_be_decoded_no_more_than_length_and_hash() {
    String large = "x".repeat(Limits.USUAL.payload() + 1);
    Envelope kept = kept(ofProbes, large);

    assertThat(kept.kept()).isEqualTo(Envelope.Kept.HEAD);
    assertThat(text(kept))
        .isEqualTo(
            "{\"bytes\":%d,\"kind\":\"text\",\"mark\":\"%s\"}"
                .formatted(large.length(), Payload.ofText(large).fingerprint()));
    assertThat(kept(ofProbes, large.substring(1)).kept()).isEqualTo(Envelope.Kept.WHOLE);
  }

  private SealedCopies copies(Instant at) throws java.io.IOException {
    return SealedCopies.in(
        keys,
        new Secret("a key of this test, long enough to be one"),
        Duration.ofDays(7),
        Clock.fixed(at, ZoneOffset.UTC));
  }

  private static Envelope kept(PersonalData data, String text) {
    return data.redact(message(Payload.ofText(text)), BROKEN);
  }

  private static RawMessage message(String topic, String text) {
    return message(Payload.ofText(text)).withTopic(topic);
  }

  private static RawMessage message(Payload payload) {
    return new RawMessage("gate", "gate-0", "frigate/events", payload, false, NOON);
  }

  private static String text(Envelope kept) {
    return kept.message().payload().text().orElseThrow();
  }
}
