package vn.vam.payloads.format;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vam.core.reading.Quality;
import vn.vam.core.station.Registry;
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.field.DeviceClock;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.mapping.Mapping;
import vn.vam.payloads.note.Notes;

/**
 * What a decoder knows of the world.
 *
 * @param names extended by the source's own
 * @param topic the source's, where it is not the format's usual one
 * @param clock how far device times are believed
 * @param mapping where in a message our fields stand, for the formats that leave it open
 * @param unsuspicious the quality of a reading whose range and clock are in order
 * @param cameras what the source was told of its cameras
 * @param notes told of what is not taken as it was sent
 */
public record DecoderContext(
    Devices devices,
    FieldNames names,
    Optional<TopicPattern> topic,
    DeviceClock clock,
    Mapping mapping,
    Limits limits,
    Quality unsuspicious,
    CameraSettings cameras,
    Notes notes) {

  public static DecoderContext of(Registry registry) {
    return of(() -> registry);
  }

  /**
   * @param registry asked anew for each message
   */
  public static DecoderContext of(Supplier<Registry> registry) {
    return usual(Devices.of(registry), Quality.PASS);
  }

  /** Every device is known, its station is named as itself, and nothing is said of quality. */
  public static DecoderContext withoutConfig() {
    return usual(Devices.everyone(), Quality.NOT_EVALUATED);
  }

  private static DecoderContext usual(Devices devices, Quality unsuspicious) {
    return new DecoderContext(
        devices,
        FieldNames.standard(),
        Optional.empty(),
        DeviceClock.USUAL,
        Mapping.NONE,
        Limits.USUAL,
        unsuspicious,
        CameraSettings.USUAL,
        Notes.NOBODY);
  }

  /**
   * @param renames from the device's field name to ours
   * @throws IllegalArgumentException when a name on the right is none of ours
   */
  public DecoderContext withFields(Map<String, String> renames) {
    return new DecoderContext(
        devices, names.with(renames), topic, clock, mapping, limits, unsuspicious, cameras, notes);
  }

  public DecoderContext withTopic(TopicPattern other) {
    return new DecoderContext(
        devices, names, Optional.of(other), clock, mapping, limits, unsuspicious, cameras, notes);
  }

  /** The zone of device times that are written without one. */
  public DecoderContext withZone(ZoneId zone) {
    return new DecoderContext(
        devices, names, topic, clock.in(zone), mapping, limits, unsuspicious, cameras, notes);
  }

  public DecoderContext withMapping(Mapping other) {
    return new DecoderContext(
        devices,
        names,
        topic,
        clock.reading(other.timeFormat()),
        other,
        limits,
        unsuspicious,
        cameras,
        notes);
  }

  public DecoderContext withCameras(CameraSettings settings) {
    return new DecoderContext(
        devices, names, topic, clock, mapping, limits, unsuspicious, settings, notes);
  }

  public DecoderContext withNotes(Notes other) {
    return new DecoderContext(
        devices, names, topic, clock, mapping, limits, unsuspicious, cameras, other);
  }
}
