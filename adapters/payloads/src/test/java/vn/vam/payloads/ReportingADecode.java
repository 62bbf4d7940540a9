package vn.vam.payloads;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.vam.core.ingest.CountsFromTotals;
import vn.vam.core.ingest.KeptTotals;
import vn.vam.core.message.Payload;
import vn.vam.core.station.Registry;
import vn.vam.payloads.format.DecoderContext;

class ReportingADecode {
  private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");

  @Test
  void prints_a_point_a_line_and_ends_well() {
    DecodeReport report = report("native", "vam/v1/salinity/xuan-hoa-1", "{\"salinity_gl\":4.2}");
    assertThat(report.standardOutput())
        .containsExactly(
            "salinity,device=xuan-hoa-1,station=xuan-hoa-1 quality=2,salinity_gl=4.2 1773291600000");
    assertThat(report.standardError()).isEmpty();
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void names_field_and_reason_of_a_rejected_message() {
    DecodeReport report = report("native", "vam/v1/salinity/xuan-hoa-1", "{\"salinity_gl\":\"N\"}");
    assertThat(report.standardOutput()).isEmpty();
    assertThat(report.standardError())
        .contains("rejected: salinity_gl: no-measured-field (expected a number such as 4.2)");
    assertThat(report.exitCode()).isEqualTo(3);
  }

  @Test
  void says_why_a_message_is_ignored() {
    DecodeReport report = report("native", "vam/v1/salinity/xuan-hoa-1", "");
    assertThat(report.standardError()).contains("ignored: empty");
    assertThat(report.exitCode()).isEqualTo(4);
  }

  @Test
  void tells_of_each_part_of_a_message_of_several_devices() {
    DecodeReport report =
        report("line-protocol", "plant", "s,device=a salinity_gl=4.2\ns,device=! salinity_gl=1");
    assertThat(report.standardOutput())
        .containsExactly("salinity,device=a,station=a quality=2,salinity_gl=4.2 1773291600000");
    assertThat(report.standardError())
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .startsWith("rejected: device: unknown-device");
    assertThat(report.exitCode()).isEqualTo(3);
  }

  @Test
  void quotes_nothing_of_a_broken_message() {
    DecodeReport report = report("native", "vam/v1/camera/c", "{\"plate\":\"63A-123.45\" 63A-123}");
    assertThat(report.standardError())
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .doesNotContain("63A", "plate");
  }

  @Test
  void supposes_the_kind_where_nobody_tells_the_topic() {
    assertThat(reportWithoutTopic("native", "{\"salinity_gl\":4.2}"))
        .startsWith("salinity,device=sample,station=sample ");
    assertThat(reportWithoutTopic("native", "{\"count\":4}")).startsWith("traffic,device=sample,");
    assertThat(reportWithoutTopic("native", "{\"event_id\":1,\"type\":\"flood\"}"))
        .startsWith("camera_event,device=sample,");
  }

  @Test
  void takes_the_camera_of_an_event_from_its_payload_where_nobody_tells_the_topic() {
    assertThat(
            reportWithoutTopic(
                "frigate",
                "{\"type\":\"new\",\"after\":{\"id\":\"a\",\"camera\":\"quay\",\"label\":\"car\"}}"))
        .startsWith("camera_event,device=quay,station=quay,type=vehicle ");
  }

  @Test
  void takes_the_device_of_an_uplink_from_its_payload_where_nobody_tells_the_topic() {
    assertThat(
            reportWithoutTopic(
                "chirpstack",
                "{\"deviceInfo\":{\"devEui\":\"A84041FFFF000001\"},\"object\":{\"Salinity\":4.2}}"))
        .startsWith("salinity,device=a84041ffff000001,");
  }

  @Test
  void lists_the_formats_when_asked_for_another() {
    assertThatThrownBy(() -> Formats.of("morse", DecoderContext.withoutConfig()))
        .hasMessageStartingWith("expected one of ")
        .hasMessageContainingAll("chirpstack", "native");
  }

  @Test
  void reads_bytes_from_hexadecimal_text() {
    assertThat(HexText.bytes("7b 22\n61")).isEqualTo("{\"a".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> HexText.bytes("7g")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_a_sequence_each_message_knows_those_before_it() {
    List<DecodeReport> reports =
        DecodeReport.ofSequence(
            Formats.find("native").orElseThrow(),
            DecoderContext.withoutConfig(),
            doubts ->
                List.of(
                    new CountsFromTotals(
                        () -> new Registry(List.of(), List.of()), KeptTotals.NOWHERE)),
            Stream.of(
                    "{\"time\":\"2026-03-12T11:50:00+07:00\",\"count_total\":1000}",
                    "{\"time\":\"2026-03-12T11:55:00+07:00\",\"count_total\":1012}",
                    "{\"time\":\"2026-03-12T11:55:00+07:00\",\"count_total\":1012}")
                .map(
                    said ->
                        new DecodeReport.Question(
                            Optional.of("vam/v1/traffic/ql60-1"), Payload.ofText(said), false, NOW))
                .toList());

    assertThat(reports.get(0).standardOutput().getFirst()).doesNotContain("count=");
    assertThat(reports.get(1).standardOutput().getFirst()).contains("count=12,");
    assertThat(reports.get(2).standardError()).containsExactly("ignored: duplicate");
    assertThat(reports.get(2).exitCode()).isEqualTo(DecodeReport.IGNORED);
  }

  private static DecodeReport report(String format, String topic, String payload) {
    return report(format, Optional.of(topic), payload);
  }

  private static String reportWithoutTopic(String format, String payload) {
    return report(format, Optional.empty(), payload).standardOutput().getFirst();
  }

  private static DecodeReport report(String format, Optional<String> topic, String payload) {
    return DecodeReport.of(
        Formats.find(format).orElseThrow(),
        DecoderContext.withoutConfig(),
        doubts -> List.of(),
        new DecodeReport.Question(topic, Payload.ofText(payload), false, NOW));
  }
}
