package vn.vam.core.citizen;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Template;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/** The words for these services, from {@code vi/town.txt}; complete or not at all. */
final class TownSentences {
  private static final double METRES_BELOW_KM = 1;

  private final Map<TownSentence, Template> sentences = new EnumMap<>(TownSentence.class);

  TownSentences(Sections sections) {
    for (TownSentence sentence : TownSentence.values()) {
      sentences.put(sentence, sections.template(sentence.section(), sentence.gaps()));
    }
  }

  static TownSentences vietnamese() {
    return new TownSentences(Sections.read("vi/town"));
  }

  String say(TownSentence sentence) {
    return say(sentence, Map.of());
  }

  String say(TownSentence sentence, String gap, String value) {
    return say(sentence, Map.of(gap, value));
  }

  /** Every sentence is there, and every gap filled: checked at construction and by the callers. */
  String say(TownSentence sentence, Map<String, String> values) {
    return requireNonNull(sentences.get(sentence)).fill(values);
  }

  /** Such as "350 m", "1,2 km". */
  String distance(double km) {
    return km < METRES_BELOW_KM
        ? say(TownSentence.METRES, "metres", VietnameseNumber.of(Math.round(km * 100) * 10L))
        : say(TownSentence.KILOMETRES, "km", VietnameseNumber.of(Math.round(km * 10) / 10.0));
  }

  /** When an old copy was taken. */
  String takenAt(Instant taken, Instant now) {
    return say(TownSentence.LAST_GOOD, "time", VietnameseTime.moment(taken, now));
  }
}
