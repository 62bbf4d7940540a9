package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.vam.testing.InfluxProcess;

/**
 * The numbers of {@link NumberedProbes} that lie in the store, one for each point.
 *
 * @param points in no order
 */
record StoredNumbers(List<Integer> points) {
  static StoredNumbers in(InfluxProcess influx) {
    JsonArray series =
        new JsonObject(influx.query("vam", "select ec25_us_cm from salinity"))
            .getJsonArray("results")
            .getJsonObject(0)
            .getJsonArray("series", new JsonArray());
    List<Integer> numbers = new ArrayList<>();
    series.stream()
        .map(JsonObject.class::cast)
        .flatMap(one -> one.getJsonArray("values").stream())
        .forEach(row -> numbers.add(((JsonArray) row).getInteger(1)));
    return new StoredNumbers(List.copyOf(numbers));
  }

  Set<Integer> numbers() {
    return new TreeSet<>(points);
  }

  void areExactly(Set<Integer> published) {
    assertThat(numbers()).isEqualTo(published);
    noneIsThereTwice();
  }

  void noneIsThereTwice() {
    assertThat(points).as("points").hasSize(numbers().size());
  }
}
