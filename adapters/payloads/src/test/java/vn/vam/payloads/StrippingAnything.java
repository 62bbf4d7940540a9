package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.payloads.personal.PersonalData;

/** However a message is broken: nothing is thrown, and no plate is left in what is kept. */
class StrippingAnything {
  private static final int MUTANTS = 20_000;
  private static final String PLATE = "63A-123.45";
  private static final List<String> HIDING =
      List.of(
          "\"plate\":\"63A-123.45\",",
          "\"a\":{\"face\":[{\"x\":\"63A-123.45\"}]},",
          "\"LICENSE_PLATE\":[\"63A-123.45\",0.9],",
          "\"p\\u006Cate\":\"63A-123.45\",",
          "\"plate\":{\"plate\":{\"text\":\"63A-123.45\"}},",
          "\"bks\":\"63A-123.45\",",
          "\"raw\":\"{\\\"plate\\\":\\\"63A-123.45\\\"}\",");
  private static final List<String> TOPICS =
      List.of("any/topic", "parking/anpr/63A-123.45", "gate/bien-so/63a12345/events");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Outcome ANY =
      new Outcome.Rejected(
          Optional.empty(), RejectReason.MALFORMED_JSON, Optional.empty(), "expected JSON");

  @Test
  void leaves_no_plate_of_a_camera() throws IOException {
    stripsAll(new PersonalData((message, outcome) -> true, Optional.empty()));
  }

  @Test
  void leaves_no_plate_of_any_other_device() throws IOException {
    stripsAll(new PersonalData((message, outcome) -> false, Optional.empty()));
  }

  private static void stripsAll(PersonalData data) throws IOException {
    Random random = new Random(20260312);
    List<String> seeds = seeds();
    for (int i = 0; i < MUTANTS; i++) {
      String message = hidden(seeds.get(random.nextInt(seeds.size())), random);
      String topic = TOPICS.get(random.nextInt(TOPICS.size()));
      Envelope kept = data.redact(message(message).withTopic(topic), ANY);
      assertThat(kept.message().topic()).doesNotContain("123");
      String left = kept.message().payload().text().orElseThrow();
      assertThat(left).as("round %d: %s", i, message).doesNotContain(PLATE);
      boolean isPayloadStripped = !left.equals(message);
      if (kept.kept() == Envelope.Kept.STRIPPED && isPayloadStripped) {
        assertThat(JSON.readTree(left).isContainerNode()).isTrue();
      }
    }
  }

  /** Behind any opening bracket; every third message is cut as well. */
  private static String hidden(String seed, Random random) {
    int bracket = seed.indexOf('{', random.nextInt(seed.length()));
    int at = bracket < 0 ? seed.indexOf('{') : bracket;
    String whole =
        seed.substring(0, at + 1)
            + HIDING.get(random.nextInt(HIDING.size()))
            + seed.substring(at + 1);
    return random.nextInt(3) == 0 ? whole.substring(0, random.nextInt(whole.length())) : whole;
  }

  private static RawMessage message(String text) {
    return new RawMessage("any", "any", "any/topic", Payload.ofText(text), false, Instant.EPOCH);
  }

  private static List<String> seeds() throws IOException {
    List<String> seeds = new ArrayList<>();
    for (MessageCase each : MessageCase.all()) {
      String text = Payload.of(each.bytes()).text().orElse("");
      if (text.contains("{") && !text.contains(PLATE) && text.length() < 4_000) {
        seeds.add(text);
      }
    }
    return seeds;
  }
}
