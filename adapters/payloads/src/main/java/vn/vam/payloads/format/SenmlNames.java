package vn.vam.payloads.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.senml.SenmlRecord;

/**
 * Whose and what a record is, by its name: the device is the base name, or the name without its
 * last segment, and the field is the rest; a device that names no field is understood by the unit.
 *
 * @param ofTopic the device in the topic, for names that tell the field alone
 * @param isTopicMeant whether the source says where in the topic the device stands: then it counts
 *     for names of unknown devices too
 */
record SenmlNames(
    Devices devices, FieldNames names, Optional<Devices.Known> ofTopic, boolean isTopicMeant) {
  private static final String OF_SEGMENTS = ":./";
  private static final String OF_COMPONENTS = "_-";
  private static final String SEPARATORS = OF_SEGMENTS + OF_COMPONENTS;

  /** Where a name may be cut in two. */
  private record Cut(String device, String field) {}

  /** Nothing where no device of ours is named. */
  Optional<SenmlNamed> read(SenmlRecord record) {
    if (ofTopic.isPresent() && names.find(record.name()).isPresent()) {
      return ofTopic.map(device -> new SenmlNamed(record, device, names.find(record.name())));
    }
    List<SenmlNamed> known =
        cuts(record).stream().flatMap(cut -> named(record, cut).stream()).toList();
    return known.stream()
        .filter(named -> named.field().isPresent())
        .findFirst()
        .or(() -> known.stream().findFirst())
        .or(
            () ->
                ofTopic
                    .filter(device -> isTopicMeant || lastOf(record.name(), OF_SEGMENTS) < 0)
                    .map(device -> new SenmlNamed(record, device, lastField(record.name()))));
  }

  /** Whose it is, as far as the name tells, be the device known or not. */
  static String told(SenmlRecord record) {
    return cuts(record).getFirst().device();
  }

  private Optional<SenmlNamed> named(SenmlRecord record, Cut cut) {
    return devices
        .findForeign(cut.device())
        .map(device -> new SenmlNamed(record, device, field(cut.field())));
  }

  private Optional<Field> field(String name) {
    return names.find(name).or(() -> lastField(name));
  }

  private Optional<Field> lastField(String name) {
    int at = lastOf(name, OF_SEGMENTS);
    return names.find(name.substring(at + 1));
  }

  private static List<Cut> cuts(SenmlRecord record) {
    String name = record.name();
    String base = withoutSeparator(record.baseName());
    List<Cut> cuts = new ArrayList<>();
    if (!base.isEmpty() && name.length() > record.baseName().length()) {
      cuts.add(new Cut(base, name.substring(record.baseName().length())));
    }
    cutBehind(name, lastOf(name, OF_SEGMENTS)).ifPresent(cuts::add);
    cutBehind(name, lastOf(name, OF_COMPONENTS)).ifPresent(cuts::add);
    cuts.add(new Cut(withoutSeparator(name), record.unit().map(SenmlNames::byUnit).orElse("")));
    return cuts;
  }

  private static Optional<Cut> cutBehind(String name, int at) {
    return at > 0
        ? Optional.of(new Cut(name.substring(0, at), name.substring(at + 1)))
        : Optional.empty();
  }

  /** Units that but one of our fields has. */
  private static String byUnit(String unit) {
    return switch (unit) {
      case "Cel" -> "temperature";
      case "S/m" -> "conductivity";
      default -> "";
    };
  }

  private static int lastOf(String name, String separators) {
    int at = name.length() - 1;
    while (at >= 0 && separators.indexOf(name.charAt(at)) < 0) {
      at--;
    }
    return at;
  }

  private static String withoutSeparator(String name) {
    int end = name.length();
    while (end > 0 && SEPARATORS.indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end);
  }
}
