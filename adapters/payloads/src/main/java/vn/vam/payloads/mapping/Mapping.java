package vn.vam.payloads.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.TimeFormat;

/**
 * What a source tells of the shape of its messages.
 *
 * @param fields our fields by their paths; where there are any, nothing else is looked at, and
 *     where there are none the table of names counts
 * @param device where the device's name stands, if not in the topic
 * @param time where the time stands, if not under a usual name
 * @param sentinels numbers, as sent, by which its devices say that they measured nothing
 * @param samples where the array of samples stands, if a message holds several
 */
public record Mapping(
    Map<FieldPath, Field> fields,
    Optional<FieldPath> device,
    Optional<FieldPath> time,
    TimeFormat timeFormat,
    Set<Double> sentinels,
    Optional<FieldPath> samples) {
  public static final Mapping NONE =
      new Mapping(
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          TimeFormat.AUTO,
          Set.of(),
          Optional.empty());

  public Mapping {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    sentinels = Set.copyOf(sentinels);
  }
}
