package vn.vam.payloads.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Ids;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.personal.PersonalTexts;
import vn.vam.payloads.step.Step;

/** A traffic counter: one interval of one lane. */
final class CounterReadings {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.-]{1,64}");
  private static final String ANY_LANE = "1";
  private static final String ANY_DIRECTION = "both";

  /** Counters say so when a lane's detector is broken (RSMP S0205 to S0208). */
  static final double FAULT = -1;

  private static final Set<Quantity> MEASURED =
      Collections.unmodifiableSet(EnumSet.range(Quantity.COUNT, Quantity.CLASS_BICYCLE));

  private record Lane(String name, String direction) {}

  private CounterReadings() {}

  static Step<Understood> of(Origin origin, Fields fields) {
    Step<String> lane = tag(origin, fields, Label.LANE, ANY_LANE);
    Step<String> direction = tag(origin, fields, Label.DIRECTION, ANY_DIRECTION);
    return Step.join(() -> new Lane(lane.value(), direction.value()), lane, direction)
        .then(counted -> counted(origin, fields, counted));
  }

  private static Step<Understood> counted(Origin origin, Fields fields, Lane lane) {
    Map<Quantity, Double> values = fields.numbers(Kinds.OF_COUNTER);
    int sent = values.size();
    values.values().removeIf(value -> value == FAULT);
    int dropped = fields.unreadable(Kinds.OF_COUNTER) + sent - values.size();
    if (Collections.disjoint(values.keySet(), MEASURED)) {
      return Kinds.nothingMeasured(origin.device(), fields, MEASURED);
    }
    Quality scale = fields.isOccupancyUnsure() ? Quality.SUSPECT : Quality.PASS;
    return new Step.Go<>(new Understood(List.of(reading(origin, lane, values, scale)), dropped));
  }

  private static Reading reading(
      Origin origin, Lane lane, Map<Quantity, Double> values, Quality scale) {
    Quality range = Kinds.allPossible(values) ? Quality.PASS : Quality.FAIL;
    return new Reading.Counted(
        origin.device(),
        origin.station(),
        lane.name(),
        lane.direction(),
        values,
        origin.quality().worseOf(range).worseOf(scale),
        origin.taken().at());
  }

  /** A label left empty is none. */
  private static Step<String> tag(Origin origin, Fields fields, Label label, String unless) {
    Optional<JsonNode> said = fields.label(label).filter(value -> !isBlank(value));
    Optional<String> tag =
        said.isEmpty() ? Optional.of(unless) : said.flatMap(CounterReadings::written);
    return tag.<Step<String>>map(Step.Go::new)
        .orElseGet(
            () ->
                Step.reject(
                    Optional.of(origin.device()),
                    RejectReason.BAD_FIELD,
                    label.word(),
                    "expected a number or a name of at most 64 letters, such as ve-my-tho"));
  }

  private static boolean isBlank(JsonNode value) {
    return value.isTextual() && value.textValue().isBlank();
  }

  /**
   * A name as an id, but no number plate and no telephone number, since tags are read by everybody;
   * 2.0 is lane 2: some encoders know no whole numbers.
   */
  private static Optional<String> written(JsonNode value) {
    boolean whole = value.isNumber() && value.doubleValue() == value.longValue();
    String text =
        whole ? Long.toString(value.longValue()) : value.isTextual() ? value.textValue() : "";
    if (PersonalTexts.isPersonal(text)) {
      return Optional.empty();
    }
    if (Ids.isId(text)) {
      return Optional.of(text);
    }
    return NAME.matcher(text).matches() ? Ids.closest(text) : Optional.empty();
  }
}
