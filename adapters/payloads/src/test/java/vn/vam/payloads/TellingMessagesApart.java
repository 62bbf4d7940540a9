package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.format.DecoderContext;

class TellingMessagesApart {
  private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");
  private static final String UPLINK = "application/1/device/0101010101010101/event/up";

  @Test
  void goes_by_the_device_time_where_there_is_one() {
    assertThat(identity("{\"time\":\"2026-03-12T04:00:00Z\",\"salinity_gl\":4.2}"))
        .isEqualTo(new Identity.DeviceTime());
  }

  @Test
  void goes_by_nothing_where_the_device_tells_no_time() {
    assertThat(identity("{\"salinity_gl\":4.2}")).isEqualTo(new Identity.None());
  }

  @Test
  void goes_by_nothing_where_the_clock_is_stuck_so_that_equal_samples_stay_two() {
    assertThat(identity("{\"time\":0,\"salinity_gl\":4.2}")).isEqualTo(new Identity.None());
  }

  @Test
  void goes_by_the_id_of_the_network_server() {
    assertThat(uplink("{\"deduplicationId\":\"3ac7\",\"object\":{\"Salinity\":4}}").identity())
        .isEqualTo(new Identity.SourceId("3ac7"));
  }

  @Test
  void goes_by_the_number_in_the_session_and_the_time_of_the_network_server() {
    assertThat(things("\"session_key_id\":\"AXA5\",\"f_cnt\":7,", "", "04:00:00"))
        .isEqualTo(things("\"session_key_id\":\"AXA5\",\"f_cnt\":7,", "\"gs:conn:2\"", "04:00:00"))
        .isNotEqualTo(things("\"session_key_id\":\"AXA5\",\"f_cnt\":8,", "", "04:00:00"));
  }

  @Test
  void takes_a_number_that_began_anew_in_the_same_session_for_a_new_uplink() {
    assertThat(things("\"session_key_id\":\"AXA5\",\"f_cnt\":7,", "", "04:00:00"))
        .isNotEqualTo(things("\"session_key_id\":\"AXA5\",\"f_cnt\":7,", "", "04:30:00"));
  }

  @Test
  void never_goes_by_the_id_of_a_gateways_connection() {
    assertThat(things("", "\"gs:conn:1\",\"gs:uplink:2\"", "04:00:00"))
        .isEqualTo(new Identity.SourceId("gs:uplink:2"));
    assertThat(things("", "\"gs:conn:1\"", "04:00:00")).isEqualTo(new Identity.DeviceTime());
  }

  @Test
  void goes_by_the_time_of_an_uplink_without_id() {
    assertThat(uplink("{\"time\":\"2026-03-12T04:00:00Z\",\"object\":{\"Salinity\":4}}").identity())
        .isEqualTo(new Identity.DeviceTime());
  }

  @Test
  void counts_what_was_dropped() {
    assertThat(accepted("{\"salinity_gl\":NaN,\"level_m\":\"\",\"temperature_c\":28}").dropped())
        .isEqualTo(2);
    assertThat(accepted("{\"time\":\"?\",\"temperature_c\":28}").dropped()).isEqualTo(1);
    assertThat(accepted("{\"salinity_gl\":null,\"count\":\"N\",\"temperature_c\":28}").dropped())
        .isZero();
  }

  @Test
  void reads_local_times_in_the_zone_of_the_source() {
    DecoderContext utc = DecoderContext.withoutConfig().withZone(ZoneId.of("UTC"));
    assertThat(takenAt(utc, "{\"time\":\"2026-03-12 04:00:00\",\"salinity_gl\":4.2}"))
        .isEqualTo(Instant.parse("2026-03-12T04:00:00Z"));
  }

  @Test
  void reads_the_names_of_the_source() {
    DecoderContext renamed =
        DecoderContext.withoutConfig().withFields(Map.of("gio", "time", "man", "salinity_gl"));
    assertThat(takenAt(renamed, "{\"gio\":\"2026-03-12 11:00:00\",\"man\":\"4,2\"}"))
        .isEqualTo(Instant.parse("2026-03-12T04:00:00Z"));
  }

  private static Identity identity(String payload) {
    return accepted(payload).identity();
  }

  private static Outcome.Accepted accepted(String payload) {
    return decode("native", DecoderContext.withoutConfig(), "vam/v1/salinity/a", payload);
  }

  private static Outcome.Accepted uplink(String payload) {
    return decode("chirpstack", DecoderContext.withoutConfig(), UPLINK, payload);
  }

  private static Identity things(String session, String correlations, String received) {
    String payload =
        """
        {"end_device_ids":{"dev_eui":"0004A30B001C0530"},"correlation_ids":[%s],
         "uplink_message":{%s"received_at":"2026-03-12T%sZ","decoded_payload":{"salinity":4}}}
        """
            .formatted(correlations, session, received);
    return decode("tts", DecoderContext.withoutConfig(), "v3/a@t/devices/d/up", payload).identity();
  }

  private static Instant takenAt(DecoderContext context, String payload) {
    return decode("native", context, "vam/v1/salinity/a", payload).readings().getFirst().takenAt();
  }

  private static Outcome.Accepted decode(
      String format, DecoderContext context, String topic, String payload) {
    return (Outcome.Accepted)
        Formats.of(format, context)
            .decode(new RawMessage("s", "s", topic, Payload.ofText(payload), false, NOW));
  }
}
