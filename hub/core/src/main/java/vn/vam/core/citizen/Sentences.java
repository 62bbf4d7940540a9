package vn.vam.core.citizen;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.live.Trend;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.station.DeviceId;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Template;
import vn.vam.core.text.VietnameseNumber;

/**
 * The words for everything the chat says, from {@code vi/conversation.txt}; complete or not at all.
 */
final class Sentences {
  private static final Sentences VIETNAMESE = new Sentences(Sections.read("vi/conversation"));

  private final Map<Sentence, Template> sentences = new EnumMap<>(Sentence.class);
  private final Map<String, Template> words = new HashMap<>();

  Sentences(Sections sections) {
    for (Sentence sentence : Sentence.values()) {
      sentences.put(sentence, sections.template(sentence.section(), sentence.gaps()));
    }
    wordSections().forEach(name -> words.put(name, sections.template(name, Set.of())));
  }

  static Sentences vietnamese() {
    return VIETNAMESE;
  }

  String say(Sentence sentence) {
    return say(sentence, Map.of());
  }

  String say(Sentence sentence, String gap, String value) {
    return say(sentence, Map.of(gap, value));
  }

  /** Every sentence is there, and every gap filled: checked at construction and by the callers. */
  String say(Sentence sentence, Map<String, String> values) {
    return requireNonNull(sentences.get(sentence)).fill(values);
  }

  /** Where the dossier is, and what to do next. */
  String of(DossierState state) {
    return word("state-" + dashed(state));
  }

  String name(SalinityClass salinity) {
    return word("class-" + dashed(salinity));
  }

  String advice(SalinityClass salinity) {
    return word("advice-" + dashed(salinity));
  }

  String name(Quantity quantity) {
    return word(quantity.field());
  }

  /** What a camera sees, such as "nước ngập". */
  String name(CameraEventType event) {
    return word(event.word());
  }

  /** A station, and those of its devices that are meant, where not all are. */
  String place(String station, List<DeviceId> devices) {
    return devices.isEmpty()
        ? station
        : say(Sentence.AT_DEVICES, Map.of("station", station, "devices", list(devices)));
  }

  static String list(List<DeviceId> devices) {
    return devices.stream().map(DeviceId::value).collect(Collectors.joining(", "));
  }

  /** Such as ", đang lên"; empty where no trend is known. */
  String trailing(Optional<Trend> trend) {
    return trend.map(known -> say(Sentence.AND_TREND, "trend", word(dashed(known)))).orElse("");
  }

  /** Such as "trên 0,5 g/l". */
  String level(Level level, Quantity quantity) {
    return new ConditionWords(this).amounts(level, quantity);
  }

  /** Such as "4,2 g/l". */
  String amount(double value, Quantity quantity) {
    String unit = unit(quantity);
    return VietnameseNumber.of(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String unit(Quantity quantity) {
    return switch (quantity.unit()) {
      case "vehicles" -> "xe";
      case "s" -> "giây";
      case "1" -> "";
      default -> quantity.unit();
    };
  }

  private String word(String name) {
    return requireNonNull(words.get(name)).fill(Map.of());
  }

  private static List<String> wordSections() {
    return Stream.of(
            names(DossierState.values(), state -> "state-" + dashed(state)),
            names(SalinityClass.values(), salinity -> "class-" + dashed(salinity)),
            names(SalinityClass.values(), salinity -> "advice-" + dashed(salinity)),
            names(Trend.values(), Sentences::dashed),
            names(Quantity.values(), Quantity::field),
            names(CameraEventType.values(), CameraEventType::word))
        .flatMap(Function.identity())
        .toList();
  }

  private static <T> Stream<String> names(T[] values, Function<T, String> name) {
    return Arrays.stream(values).map(name);
  }

  private static String dashed(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
