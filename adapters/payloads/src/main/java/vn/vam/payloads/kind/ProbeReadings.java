package vn.vam.payloads.kind;

import java.util.List;
import java.util.Map;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.step.Step;

/** A probe in the water: a reading for each quantity it measured, each with its own quality. */
final class ProbeReadings {
  private ProbeReadings() {}

  static Step<Understood> of(Origin origin, Fields fields) {
    Map<Quantity, Double> numbers = fields.numbers(Kinds.OF_PROBE);
    if (numbers.isEmpty()) {
      return Kinds.nothingMeasured(origin.device(), fields, Kinds.OF_PROBE);
    }
    List<Reading> readings =
        numbers.entrySet().stream()
            .map(number -> reading(origin, number.getKey(), number.getValue()))
            .toList();
    return new Step.Go<>(new Understood(readings, fields.unreadable(Kinds.OF_PROBE)));
  }

  private static Reading reading(Origin origin, Quantity quantity, double value) {
    Quality range = quantity.isPossible(value) ? Quality.PASS : Quality.FAIL;
    return new Reading.Measured(
        origin.device(),
        origin.station(),
        quantity,
        value,
        origin.quality().worseOf(range),
        origin.taken().at());
  }
}
