package vn.vam.payloads.homie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.json.Limits;

class KeepingDescriptions {
  private static final String PROBE = "homie/5/probe-1";

  private final Shelf shelf = new Shelf();
  private final HomieSession session = new HomieSession(shelf);

  private static final class Shelf implements HomieSession.Keeper {
    private final Map<String, Payload> kept = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private Optional<String> full = Optional.empty();

    @Override
    public Map<String, Payload> kept() {
      return kept;
    }

    @Override
    public void keep(String device, Payload description) {
      writes.add(device);
      kept.put(device, description);
    }

    @Override
    public void forget(String device) {
      kept.remove(device);
    }

    @Override
    public void isFull(String device) {
      full = Optional.of(device);
    }
  }

  private static String inUnit(String unit) {
    return "{\"nodes\":{\"probe\":{\"properties\":{\"ec\":{\"datatype\":\"float\",\"unit\":\"%s\"}}}}}"
        .formatted(unit);
  }

  private static String says(HomieSession session, String topic, String payload) {
    RawMessage message =
        new RawMessage("homie", "c-1", topic, Payload.ofText(payload), false, Instant.EPOCH);
    return session.hear(message).payload().text().orElseThrow();
  }

  private String says(String topic, String payload) {
    return says(session, topic, payload);
  }

  private String measures(String value) {
    return says(PROBE + "/probe/ec", value);
  }

  @Test
  void a_value_is_handed_on_with_the_unit_it_is_in() {
    says(PROBE + "/$description", inUnit("mS/cm"));

    assertThat(measures("9.5"))
        .isEqualTo(
            "{\"$described\":{\"datatype\":\"float\",\"unit\":\"mS/cm\"},\"value\":\"9.5\"}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0:50,true",
    ":50,true",
    "0:,true",
    "-2.5:50:0.1,true",
    "50,false",
    ":,false",
    "::1,false",
    "a:b,false",
    "0:1e9,false",
    "'low,high',false"
  })
  void a_range_is_handed_on_where_it_is_one(String format, boolean isOne) {
    says(
        PROBE + "/$description",
        inUnit("mS/cm").replace("\"unit\"", "\"format\":\"%s\",\"unit\"".formatted(format)));

    assertThat(measures("9.5").contains("\"format\":\"" + format + "\"")).isEqualTo(isOne);
  }

  @Test
  void what_nobody_described_is_handed_on_as_it_came() {
    says(PROBE + "/$description", inUnit("mS/cm"));

    assertThat(says(PROBE + "/probe/other", "9.5")).isEqualTo("9.5");
    assertThat(says("homie/5/probe-2/probe/ec", "9.5")).isEqualTo("9.5");
    assertThat(says(PROBE + "/$state", "ready")).isEqualTo("ready");
    assertThat(says("ec", "9.5")).isEqualTo("9.5");
  }

  @Test
  void a_value_that_is_no_short_text_is_left_alone() {
    says(PROBE + "/$description", inUnit("mS/cm"));
    String long1 = "9".repeat(Described.LONGEST_VALUE + 1);

    assertThat(measures("")).isEmpty();
    assertThat(measures(long1)).isEqualTo(long1);
  }

  @Test
  void a_description_is_handed_on_as_it_came() {
    assertThat(says(PROBE + "/$description", inUnit("mS/cm"))).isEqualTo(inUnit("mS/cm"));
  }

  @Test
  void a_restart_does_not_forget_them() {
    says(PROBE + "/$description", inUnit("mS/cm"));

    assertThat(says(new HomieSession(shelf), PROBE + "/probe/ec", "9.5")).contains("mS/cm");
  }

  @Test
  void one_that_is_taken_back_is_forgotten() {
    says(PROBE + "/$description", inUnit("mS/cm"));
    says(PROBE + "/$description", "");

    assertThat(measures("9.5")).isEqualTo("9.5");
    assertThat(shelf.kept).isEmpty();
  }

  @Test
  void one_that_cannot_be_read_changes_nothing() {
    says(PROBE + "/$description", inUnit("mS/cm"));
    says(PROBE + "/$description", inUnit("µS/cm").substring(0, 30));

    assertThat(measures("9.5")).contains("mS/cm");
    assertThat(shelf.writes).hasSize(1);
  }

  @Test
  void one_that_is_too_large_or_nested_too_deep_changes_nothing() {
    says(PROBE + "/$description", inUnit("mS/cm"));
    says(PROBE + "/$description", " ".repeat(Limits.USUAL.payload()) + inUnit("dS/m"));
    says(PROBE + "/$description", "{\"a\":".repeat(40) + inUnit("dS/m") + "}".repeat(40));

    assertThat(measures("9.5")).contains("mS/cm");
    assertThat(shelf.writes).hasSize(1);
  }

  @Test
  void one_that_comes_again_with_each_connection_is_written_once() {
    for (int i = 0; i < 10; i++) {
      says(PROBE + "/$description", inUnit("mS/cm"));
    }

    assertThat(shelf.writes).containsExactly(PROBE);
  }

  @Test
  void more_devices_than_are_remembered_are_told_of_once() {
    for (int i = 0; i < HomieSession.MOST_DEVICES + 10; i++) {
      says("homie/5/probe-" + i + "/$description", inUnit("mS/cm"));
    }

    assertThat(shelf.kept).hasSize(HomieSession.MOST_DEVICES);
    assertThat(shelf.full).contains("homie/5/probe-" + HomieSession.MOST_DEVICES);
    assertThat(measures("9.5")).contains("mS/cm");
  }

  @Test
  void of_a_device_only_so_many_properties_are_remembered() {
    StringBuilder many = new StringBuilder("{\"nodes\":{\"probe\":{\"properties\":{");
    for (int i = 0; i < 2_000; i++) {
      many.append("\"p%d\":{\"datatype\":\"float\",\"unit\":\"m\"},".formatted(i));
    }
    says(PROBE + "/$description", many.append("\"last\":{\"unit\":\"m\"}}}}}").toString());

    assertThat(says(PROBE + "/probe/p0", "1")).contains("$described");
    assertThat(says(PROBE + "/probe/last", "1")).isEqualTo("1");
  }
}
