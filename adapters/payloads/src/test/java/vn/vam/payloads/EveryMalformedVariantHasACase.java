package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.message.Decoder;

/**
 * What was seen in the field and must never surprise us again: for each variant the case folders
 * that show what becomes of it, as {@code format/case}. What no decoder can decide alone names the
 * test of those who do.
 */
class EveryMalformedVariantHasACase {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final List<Path> TREES = List.of(Path.of("../../hub"), Path.of("../../adapters"));

  /** Good messages, told beside the broken ones as what they must not be taken for. */
  private static final Set<String> TAKEN_AS_IT_STANDS =
      Set.of(
          "chirpstack/dragino-wqs-lb-memory",
          "chirpstack/milesight-vs133-totals",
          "chirpstack/milesight-vs133-totals-and-periods",
          "line-protocol/same-point-twice-is-merged-and-the-last-counts",
          "line-protocol/time-in-seconds",
          "line-protocol/unsigned-negative-and-exponent",
          "native/byte-order-mark-is-skipped",
          "native/camera-quotes-are-escaped",
          "native/camera-zone-is-composed",
          "native/clock-five-minutes-ahead-is-believed",
          "native/late-by-hours-keeps-its-own-time",
          "native/null-field-is-absent",
          "native/time-in-epoch-microseconds",
          "native/time-in-epoch-milliseconds",
          "native/time-in-epoch-nanoseconds",
          "native/time-in-epoch-seconds",
          "native/time-in-epoch-seconds-as-text",
          "native/time-in-float-milliseconds",
          "native/time-without-zone-is-local",
          "native/whole-number-is-a-float-too",
          "senml-cbor/undefined-is-absent",
          "senml-json/out-of-order-comes-out-in-order",
          "senml-json/sum-of-a-counter",
          "senml-json/value-that-is-null-is-absent",
          "sparkplug/historical",
          "sparkplug/late-by-hours-keeps-its-own-time",
          "sparkplug/null-is-absent",
          "sparkplug/time-in-seconds",
          "sparkplug/uint8-of-255-is-no-negative",
          "sparkplug/unit-of-the-metric",
          "sparkplug/whole-number");

  static Stream<Arguments> variants() {
    return Stream.of(
        variant(
            "NaN, nan, Infinity, \"NaN\", \"N\", \"\"",
            "native/bare-nan",
            "native/bare-nan-in-lower-case",
            "native/bare-infinity",
            "native/nan-as-text",
            "native/infinity-as-text",
            "native/letter-n-for-nothing",
            "native/empty-text-for-nothing",
            "chirpstack/codec-that-gives-nan-as-text",
            "tts/nan-as-text-is-dropped",
            "senml-json/bare-nan",
            "senml-cbor/nan",
            "flat/meter-reader-could-not-read",
            "flat/bare-nan",
            "line-protocol/nan-costs-the-field-alone",
            "homie/nan-is-no-float",
            "sparkplug/nan-costs-the-field-alone",
            "sparkplug/infinity-alone"),
        variant(
            "number as text, with a comma or a unit",
            "native/number-as-text",
            "native/decimal-comma",
            "native/decimal-comma-with-unit",
            "native/per-mille-sign",
            "native/number-with-thousands-and-decimals",
            "senml-json/value-as-text",
            "flat/meter-reader-writes-texts",
            "flat/bare-number-with-a-decimal-comma-and-a-unit",
            "line-protocol/number-as-a-text",
            "sparkplug/number-as-text",
            "sparkplug/unit-of-the-metric"),
        variant(
            "whole number, then a float",
            "native/whole-number-is-a-float-too",
            "line-protocol/unsigned-negative-and-exponent",
            "sparkplug/whole-number",
            "sparkplug/negative-int8-as-one-byte",
            "sparkplug/negative-int8-as-four-bytes",
            "sparkplug/uint8-of-255-is-no-negative",
            "sparkplug/whole-number-without-datatype-is-dropped"),
        variant(
            "null field, null body, zero bytes",
            "native/null-field-is-absent",
            "native/all-fields-null",
            "native/null-body",
            "native/zero-bytes",
            "tts/no-body",
            "senml-json/value-that-is-null-is-absent",
            "senml-cbor/undefined-is-absent",
            "senml-cbor/zero-bytes",
            "flat/zigbee-all-null",
            "line-protocol/zero-bytes",
            "homie/empty-text-is-one-zero-byte",
            "homie/state-of-zero-bytes-takes-the-device-away",
            "sparkplug/null-is-absent",
            "sparkplug/all-null",
            "sparkplug/zero-bytes"),
        variant(
            "clock of 1970, 1900 or 2036, or the uptime",
            "native/clock-of-1970",
            "native/clock-of-1900",
            "native/clock-of-2036",
            "native/clock-is-the-uptime",
            "chirpstack/dragino-wqs-lb-memory-of-1970-is-dropped",
            "senml-json/time-in-milliseconds-is-the-year-55000",
            "flat/tasmota-clock-not-set",
            "line-protocol/clock-of-1970",
            "sparkplug/clock-of-1970",
            "sparkplug/clock-beyond-63-bits",
            "sparkplug/historical-of-1970"),
        variant(
            "clock of 1980, the GPS epoch",
            "native/clock-of-1980",
            "tts/server-time-of-1980",
            "chirpstack/uplink-from-a-gateway-in-1980",
            "sparkplug/clock-of-1980"),
        variant(
            "seven hours ahead or behind: local time without a zone",
            "native/clock-seven-hours-ahead",
            "native/time-without-zone-is-local",
            "chirpstack/time-without-zone-is-that-of-the-device",
            "flat/tasmota-sensor",
            "flat/tasmota-time-as-utc-in-a-source-that-says-so",
            "sparkplug/clock-seven-hours-ahead"),
        variant(
            "seconds, milliseconds, microseconds, nanoseconds, as float or text",
            "native/time-in-epoch-seconds",
            "native/time-in-epoch-milliseconds",
            "native/time-in-epoch-microseconds",
            "native/time-in-epoch-nanoseconds",
            "native/time-in-float-milliseconds",
            "native/time-in-epoch-seconds-as-text",
            "flat/weather-station-writes-everything-as-text",
            "flat/time-in-another-unit-than-the-source-says",
            "line-protocol/time-in-seconds",
            "line-protocol/precision-of-the-source",
            "sparkplug/time-in-seconds"),
        variant(
            "clock that is stuck or drifts",
            "native/clock-five-minutes-ahead-is-believed",
            "native/clock-a-little-more-ahead-is-not",
            "chirpstack/uplink-half-an-hour-ahead",
            "TellingMessagesApart"),
        variant(
            "delivered twice, by the broker or by several gateways",
            "chirpstack/uplink-with-decoded-object",
            "line-protocol/same-point-twice-is-merged-and-the-last-counts",
            "TellingMessagesApart",
            "RecognisingCopies"),
        variant(
            "replayed late, out of order",
            "native/late-by-hours-keeps-its-own-time",
            "chirpstack/dragino-wqs-lb-memory",
            "chirpstack/dragino-wqs-lb-memory-as-one-text",
            "tts/memory-as-one-text",
            "senml-json/out-of-order-comes-out-in-order",
            "sparkplug/historical",
            "sparkplug/late-by-hours-keeps-its-own-time",
            "KnowingTheLatest"),
        variant(
            "kept by the broker, again after every connection",
            "native/retained",
            "native/retained-without-a-time-hints-at-nothing",
            "native/retained-with-a-clock-of-1970-hints-at-nothing",
            "native/retained-and-not-readable-is-no-reject",
            "chirpstack/retained-uplink",
            "tts/retained",
            "senml-json/retained-with-relative-time-hints-at-nothing",
            "flat/tasmota-will-retained",
            "flat/zigbee-retained-without-a-time",
            "homie/value-retained",
            "sparkplug/retained",
            "HintingAtThePresent"),
        variant(
            "huge body, image",
            "native/image",
            "LimitingMessages",
            "FuzzingEveryFormat",
            "StrippingMessages"),
        variant("flood, ten messages a second", "HoldingDevicesToTheirLimits"),
        variant(
            "body that is not UTF-8",
            "native/not-utf-8",
            "native/utf-16",
            "native/overlong-utf-8",
            "flat/not-utf-8",
            "line-protocol/not-utf-8",
            "homie/not-utf-8",
            "sparkplug/name-not-utf-8"),
        variant(
            "broken letters or U+0000 in the topic",
            "native/topic-with-a-zero-character",
            "native/topic-with-broken-letters"),
        variant(
            "cut or concatenated JSON, byte order mark, comma at the end, comment, name twice, 1e400, depth",
            "native/cut-behind-a-value",
            "native/cut-in-a-text",
            "native/two-objects-one-behind-the-other",
            "native/byte-order-mark-is-skipped",
            "native/trailing-comma",
            "native/comment",
            "native/same-name-twice",
            "native/number-beyond-all-doubles",
            "native/number-ending-in-a-dot",
            "native/number-with-leading-zero",
            "native/number-too-long",
            "native/nested-too-deep",
            "senml-cbor/cut-in-the-middle",
            "senml-cbor/bytes-behind-the-array",
            "senml-cbor/same-key-twice",
            "senml-cbor/nested-too-deep",
            "line-protocol/second-line-is-broken",
            "sparkplug/cut-in-the-middle",
            "sparkplug/length-beyond-the-end",
            "sparkplug/groups",
            "sparkplug/name-too-long"),
        variant(
            "plain text on a topic for JSON",
            "native/plain-text",
            "flat/online-on-the-topic-of-the-data",
            "flat/plain-text-where-json-was-expected",
            "flat/tasmota-will-of-another-word",
            "sparkplug/json-instead",
            "sparkplug/plain-text"),
        variant(
            "unknown device, renamed topic, other case",
            "native/device-nobody-knows",
            "native/device-in-other-case",
            "native/topic-in-capitals",
            "native/topic-of-unknown-kind",
            "senml-json/device-nobody-knows",
            "flat/device-nobody-knows",
            "line-protocol/tags-become-no-tags",
            "homie/version-4",
            "sparkplug/device-nobody-knows",
            "sparkplug/device-in-other-case",
            "sparkplug/topic-of-the-first-version"),
        variant(
            "sentinels",
            "native/traffic-fault-sentinels-are-dropped",
            "native/sentinel-as-text-is-dropped",
            "native/sentinel-and-nothing-else",
            "chirpstack/sentinel-of-the-device-is-dropped",
            "chirpstack/sentinel-of-the-device-in-raw-data",
            "tts/sentinel-of-the-device-is-dropped",
            "flat/sentinel-says-nothing-measured"),
        variant(
            "total that begins anew",
            "chirpstack/milesight-vs133-totals",
            "chirpstack/milesight-vs133-totals-and-periods",
            "senml-json/sum-of-a-counter"),
        variant(
            "tags with blank, comma, equals sign, line break, Vietnamese",
            "native/camera-zone-is-composed",
            "native/camera-quotes-are-escaped",
            "native/camera-with-line-break-in-zone",
            "native/traffic-lane-with-line-protocol-in-it",
            "line-protocol/names-and-tags-that-are-escaped",
            "flat/zigbee-name-with-slashes-and-diacritics",
            "WritingLineProtocol"));
  }

  private static Arguments variant(String title, String... shownBy) {
    return Arguments.of(title, Arrays.asList(shownBy));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void of_those_seen_in_the_field(String variant, List<String> shownBy) throws IOException {
    assertThat(shownBy).as(variant).isNotEmpty();
    for (String shown : shownBy) {
      assertThat(shown.contains("/") ? isCase(shown) : isTest(shown)).as(shown).isTrue();
    }
  }

  /** What {@code vam decode --explain} says of it. */
  @Test
  void and_each_is_explained_unless_it_is_taken_as_it_stands() throws IOException {
    Set<String> taken = new TreeSet<>();
    for (String shown :
        (Iterable<String>) variants().flatMap(EveryMalformedVariantHasACase::shownBy)::iterator) {
      if (shown.contains("/") && explained(shown).isEmpty()) {
        taken.add(shown);
      }
    }

    assertThat(taken).isEqualTo(TAKEN_AS_IT_STANDS);
  }

  private static Stream<String> shownBy(Arguments variant) {
    return ((List<?>) variant.get()[1]).stream().map(String.class::cast);
  }

  private static List<String> explained(String formatAndCase) throws IOException {
    MessageCase given =
        new MessageCase(formatAndCase.split("/", -1)[0], CASES.resolve(formatAndCase));
    List<String> said = new ArrayList<>();
    Decoder decoder =
        Formats.of(
            given.format(),
            given.context().withNotes(note -> said.add(note.field() + note.what())));
    said.addAll(DecodeReport.of(decoder, given.message()).standardError());
    return said;
  }

  private static boolean isCase(String formatAndCase) {
    return Files.exists(CASES.resolve(formatAndCase).resolve("expected.txt"));
  }

  private static boolean isTest(String name) throws IOException {
    for (Path tree : TREES) {
      try (Stream<Path> files = Files.walk(tree)) {
        if (files.anyMatch(file -> file.endsWith(name + ".java"))) {
          return true;
        }
      }
    }
    return false;
  }
}
