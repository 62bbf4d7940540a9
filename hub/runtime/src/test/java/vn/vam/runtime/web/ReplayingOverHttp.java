package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.MessageId;
import vn.vam.core.message.Envelope.Kept;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.runtime.flow.Replays;

class ReplayingOverHttp {
  private static final MessageId ID = new MessageId(12, 3);

  private final FakeHub hub = new FakeHub();
  private final List<MessageId> asked = new ArrayList<>();

  @BeforeEach
  void shelve() {
    shelve(1, "native", "vam/v1/salinity/found-1", RejectReason.UNKNOWN_DEVICE, Kept.WHOLE);
    shelve(2, "native", "vam/v1/salinity/found-2", RejectReason.UNKNOWN_DEVICE, Kept.WHOLE);
    shelve(3, "cameras", "cam/found-1", RejectReason.MALFORMED_JSON, Kept.HEAD);
    shelve(4, "native", "vam/v1/salinity/found-1", RejectReason.BAD_FIELD, Kept.STRIPPED);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void tells_what_became_of_it() {
    answers(new Replays.Logged(ID, new MessageId(40, 0), new Outcome.Duplicate(Optional.empty())));

    Door.Answer answer = hub.open().post("/api/v1/rejected/12-3/replay", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"id\":\"12-3\",\"replayed_as\":\"40-0\",\"outcome\":\"duplicate\"}");
  }

  @Test
  void one_that_is_rejected_again_says_why() {
    Outcome again =
        new Outcome.Rejected(
            Optional.empty(), RejectReason.BAD_FIELD, Optional.of("salinity_gl"), "a number");
    answers(new Replays.Logged(ID, new MessageId(40, 0), again));

    assertThat(hub.open().post("/api/v1/rejected/12-3/replay", "").body())
        .contains("\"outcome\":\"rejected\"")
        .contains("\"reason\":\"bad-field\"")
        .contains("\"field\":\"salinity_gl\"");
  }

  @Test
  void a_second_time_is_a_conflict() {
    answers(new Replays.Already(ID));

    isProblem(hub.open().post("/api/v1/rejected/12-3/replay", ""), 409, "already-replayed");
  }

  @Test
  void what_was_not_kept_is_a_conflict_that_says_why() {
    answers(new Replays.Closed(ID, "its time is over"));

    Door.Answer answer = hub.open().post("/api/v1/rejected/12-3/replay", "");

    isProblem(answer, 409, "not-replayable");
    assertThat(answer.body()).contains("its time is over");
  }

  @Test
  void an_unknown_one_is_not_found() {
    answers(new Replays.Unknown(ID));

    isProblem(hub.open().post("/api/v1/rejected/12-3/replay", ""), 404, "unknown-message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0-0", "1-", "-1-1", "1-99999999999", "99999999999999999999-1"})
  void an_id_that_is_none_is_not_found_either(String id) {
    isProblem(hub.open().post("/api/v1/rejected/" + id + "/replay", ""), 404, "unknown-message");
  }

  @Test
  void one_the_disk_does_not_take_yet_is_accepted() {
    answers(new Replays.Waiting(ID));

    assertThat(hub.open().post("/api/v1/rejected/12-3/replay", "").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|1-0 2-0 4-0",
        "reason=unknown-device|1-0 2-0",
        "source=cameras|''",
        "device=found-1|1-0 4-0",
        "device=found-1&reason=bad-field|4-0",
        "limit=2|1-0 2-0"
      })
  void all_that_match_and_can_be_are_replayed_the_oldest_first(String query, String ids) {
    hub.replays = answering();

    Door.Answer answer = hub.open().post("/api/v1/rejected/replay?" + query, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(asked.stream().map(MessageId::toString).toList())
        .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    assertThat(new JsonObject(answer.body()).getInteger("duplicate")).isEqualTo(asked.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "reason=bad-luck"})
  void a_filter_that_is_none_is_complained_of(String query) {
    isProblem(hub.open().post("/api/v1/rejected/replay?" + query, ""), 400, "bad-parameter");
  }

  @Test
  void the_list_is_asked_for_a_device() {
    assertThat(hub.open().get("/api/v1/rejected?device=found-2").json().getJsonArray("rejected"))
        .singleElement()
        .extracting(message -> ((JsonObject) message).getString("topic"))
        .isEqualTo("vam/v1/salinity/found-2");
  }

  @Test
  void the_list_tells_of_whom_there_was_too_much() {
    for (int i = 5; i <= RejectedShelf.KEPT + RejectedShelf.KEPT / 2; i++) {
      shelve(i, "native", "vam/v1/salinity/noisy", RejectReason.BAD_FIELD, Kept.WHOLE);
    }

    JsonObject answer = hub.open().get("/api/v1/rejected").json();

    JsonObject forgotten = answer.getJsonArray("forgotten").getJsonObject(0);
    assertThat(forgotten.getString("source")).isEqualTo("native");
    assertThat(forgotten.getString("device")).isNull();
    assertThat(forgotten.getLong("messages")).isPositive();
    assertThat(answer.getJsonArray("rejected"))
        .hasSize(1_000)
        .extracting(message -> ((JsonObject) message).getString("topic"))
        .contains("cam/found-1", "vam/v1/salinity/found-2");
  }

  @Test
  void the_list_tells_which_can_be_replayed() {
    assertThat(hub.open().get("/api/v1/rejected?source=cameras").body())
        .contains("\"replayable\":false");
    assertThat(hub.open().get("/api/v1/rejected?source=native").body())
        .contains("\"replayable\":true")
        .doesNotContain("\"replayable\":false");
  }

  private Replays answering() {
    return ids -> {
      asked.addAll(ids);
      return ids.stream()
          .<Replays.Answer>map(
              id -> new Replays.Logged(id, id, new Outcome.Duplicate(Optional.empty())))
          .toList();
    };
  }

  private void answers(Replays.Answer answer) {
    hub.replays = ids -> List.of(answer);
  }

  private static void isProblem(Door.Answer answer, int status, String type) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(new JsonObject(answer.body()).getString("type"))
        .isEqualTo("urn:vam:problem:" + type);
  }

  private void shelve(int batch, String source, String topic, RejectReason reason, Kept kept) {
    hub.rejected.put(
        new RejectedMessage(
            new MessageId(batch, 0),
            Instant.EPOCH,
            source,
            topic,
            Optional.empty(),
            kept,
            reason,
            Optional.empty(),
            "detail"));
  }
}
