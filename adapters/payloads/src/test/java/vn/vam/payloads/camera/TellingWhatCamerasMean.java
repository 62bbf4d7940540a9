package vn.vam.payloads.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.point.Points;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Reading;
import vn.vam.payloads.Formats;
import vn.vam.payloads.format.DecoderContext;

class TellingWhatCamerasMean {
  private static final String EVENT =
      "{\"type\":\"new\",\"after\":{\"id\":\"a\",\"camera\":\"quay\",\"label\":\"person\","
          + "\"entered_zones\":[\"quay_water\"],\"recognized_license_plate\":[\"63A-123.45\",0.9]}}";
  private static final String RISING = "cam/onvif-ej/RuleEngine/AcmeWater/Rising/&1";
  private static final String READ = "cam/onvif-ej/RuleEngine/Recognition/LicensePlate/&1";
  private static final String NATIVE =
      "{\"event_id\":\"e\",\"type\":\"vehicle\",\"plate\":\"63A-123.45\"}";

  @ParameterizedTest
  @EnumSource(names = {"FLOOD", "LINE_CROSSED", "INTRUSION", "RED_LIGHT", "ACCIDENT", "WRONG_WAY"})
  void a_zone_can_be_given_any_meaning_and_counts_more_than_what_was_seen(CameraEventType type) {
    assertThat(event("frigate", "f/events", EVENT, told(Map.of("zone:quay_water", type))).type())
        .isEqualTo(type);
  }

  @Test
  void a_label_can_be_given_a_meaning() {
    String boat = EVENT.replace("person", "boat");

    assertThat(
            event("frigate", "f/events", boat, told(Map.of("label:boat", CameraEventType.VEHICLE)))
                .type())
        .isEqualTo(CameraEventType.VEHICLE);
  }

  @Test
  void a_topic_of_a_maker_can_be_given_a_meaning() {
    CameraSettings told = told(Map.of("topic:AcmeWater/Rising", CameraEventType.FLOOD));

    assertThat(event("onvif", RISING, "{\"Data\":{\"State\":\"true\"}}", told).type())
        .isEqualTo(CameraEventType.FLOOD);
  }

  @Test
  void a_rule_of_a_camera_can_be_given_a_meaning() {
    CameraSettings told = told(Map.of("rule:Stop line", CameraEventType.RED_LIGHT));

    assertThat(
            event("onvif", RISING, "{\"Source\":{\"Rule\":\"Stop Line\"},\"Data\":{}}", told)
                .type())
        .isEqualTo(CameraEventType.RED_LIGHT);
  }

  @Test
  void a_topic_without_end_takes_no_time_at_all() {
    assertThat(EventTypes.STANDARD.ofTopic("a/".repeat(500))).isEmpty();
  }

  @Test
  void plates_go_nowhere_unless_they_were_asked_for() {
    assertThat(event("frigate", "f/events", EVENT, CameraSettings.USUAL).maskedPlate()).isEmpty();
    assertThat(event("native", "vam/v1/camera/c", NATIVE, CameraSettings.USUAL).maskedPlate())
        .isEmpty();
  }

  @Test
  void plates_that_were_asked_for_are_masked() {
    Optional<MaskedPlate> masked = Optional.of(new MaskedPlate("63A-***.45"));

    assertThat(event("frigate", "f/events", EVENT, masked()).maskedPlate()).isEqualTo(masked);
    assertThat(event("native", "vam/v1/camera/c", NATIVE, masked()).maskedPlate())
        .isEqualTo(masked);
    Reading.CameraEvent read =
        event("onvif", READ, "{\"Data\":{\"PlateNumber\":\"63A12345\"}}", masked());
    assertThat(read.maskedPlate()).isEqualTo(masked);
    assertThat(read.type()).isEqualTo(CameraEventType.VEHICLE);
  }

  @Test
  void no_plate_is_in_a_point_not_even_a_masked_one() {
    Reading event = event("frigate", "f/events", EVENT, masked());

    assertThat(LineProtocol.of(Points.of(java.util.List.of(event)).getFirst()))
        .doesNotContain("63A");
  }

  private static CameraSettings told(Map<String, CameraEventType> types) {
    return new CameraSettings(EventTypes.STANDARD.with(types), Plates.DROPPED);
  }

  private static CameraSettings masked() {
    return new CameraSettings(EventTypes.STANDARD, Plates.MASKED);
  }

  private static Reading.CameraEvent event(
      String format, String topic, String message, CameraSettings cameras) {
    Outcome.Decoded outcome =
        Formats.of(format, DecoderContext.withoutConfig().withCameras(cameras))
            .decode(
                new RawMessage(
                    "s",
                    "s",
                    topic,
                    Payload.ofText(message),
                    false,
                    Instant.parse("2026-03-12T05:00:00Z")));
    return (Reading.CameraEvent) ((Outcome.Accepted) outcome).readings().getFirst();
  }
}
