package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vam.payloads.senml.SenmlPack;
import vn.vam.payloads.senml.SenmlRecord;
import vn.vam.payloads.step.Step;

class ResolvingSensorPacks {
  private static final int ROUNDS = 5_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random = new Random(20260312);

  /** A record without base values means by itself what it meant among the others. */
  @Test
  void what_is_resolved_resolves_to_itself() {
    for (int i = 0; i < ROUNDS; i++) {
      ArrayNode pack = pack();
      List<SenmlRecord> resolved = resolved(pack);

      assertThat(resolved(written(resolved)))
          .as("round %d: %s", i, pack)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("baseName")
          .isEqualTo(resolved);
    }
  }

  @Test
  void each_base_value_counts_until_it_is_given_anew_whatever_the_others_do() {
    for (int i = 0; i < ROUNDS; i++) {
      ArrayNode pack = pack();
      List<SenmlRecord> resolved = resolved(pack);

      for (int n = 0; n < pack.size(); n++) {
        SenmlRecord record = resolved.get(n);
        assertThat(record.name()).isEqualTo(last(pack, n, "bn").asText() + own(pack, n, "n"));
        assertThat(record.seconds())
            .isEqualTo(last(pack, n, "bt").asDouble() + pack.get(n).path("t").asDouble());
        assertThat(record.unit().orElse(""))
            .isEqualTo(pack.get(n).path("u").asText(last(pack, n, "bu").asText()));
      }
    }
  }

  private static String own(JsonNode pack, int record, String label) {
    return pack.get(record).path(label).asText();
  }

  /** The label's value in the record, or in the nearest one before it that has it. */
  private static JsonNode last(JsonNode pack, int record, String label) {
    int at = record;
    while (at > 0 && !pack.get(at).has(label)) {
      at--;
    }
    return pack.get(at).path(label);
  }

  private static List<SenmlRecord> resolved(JsonNode pack) {
    Step<List<SenmlRecord>> resolved = SenmlPack.resolved(pack, Optional.empty());
    assertThat(resolved).as("%s", pack).isInstanceOf(Step.Go.class);
    return resolved.value();
  }

  private static ArrayNode written(List<SenmlRecord> records) {
    ArrayNode pack = JSON.arrayNode();
    for (SenmlRecord record : records) {
      ObjectNode written = pack.addObject().put("n", record.name()).put("t", record.seconds());
      record.unit().ifPresent(unit -> written.put("u", unit));
      record.value().ifPresent(value -> written.set(label(value), value));
      record.sum().ifPresent(sum -> written.put("s", sum));
    }
    return pack;
  }

  private static String label(JsonNode value) {
    return value.isNumber() ? "v" : value.isBoolean() ? "vb" : "vs";
  }

  private ArrayNode pack() {
    ArrayNode pack = JSON.arrayNode();
    for (int records = random.nextInt(6); records >= 0; records--) {
      ObjectNode record = pack.addObject().put("n", "n" + random.nextInt(9));
      maybe(() -> record.put("bn", "b" + random.nextInt(9) + ":"));
      maybe(() -> record.put("bt", random.nextInt()));
      maybe(() -> record.put("bu", "Cel"));
      maybe(() -> record.put("bv", random.nextInt(100) / 10.0));
      maybe(() -> record.put("bs", random.nextInt(100)));
      maybe(() -> record.put("t", random.nextInt(100_000) - 50_000));
      maybe(() -> record.put("u", "m"));
      maybe(() -> record.put("s", random.nextInt(100)));
      value(record);
    }
    return pack;
  }

  private void value(ObjectNode record) {
    switch (random.nextInt(3)) {
      case 0 -> record.put("v", random.nextInt(100) / 10.0);
      case 1 -> record.put("vs", "text");
      default -> record.put("vb", random.nextBoolean());
    }
  }

  private void maybe(Runnable does) {
    if (random.nextInt(3) == 0) {
      does.run();
    }
  }
}
