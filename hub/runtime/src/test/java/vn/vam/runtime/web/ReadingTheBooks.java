package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class ReadingTheBooks {
  private final FakeHub hub = new FakeHub();

  @BeforeEach
  void three_messages_one_of_them_broken_and_one_in_hand() {
    LogEntry good = entry(accepted());
    LogEntry broken =
        entry(
            new Outcome.Rejected(
                Optional.empty(),
                RejectReason.MALFORMED_JSON,
                Optional.of("salinity_gl"),
                "unexpected end of text"));
    hub.books.receive("native");
    hub.books.receive("native");
    hub.books.receive("native");
    LogBatch batch = new LogBatch(1, List.of(good, broken));
    hub.books.log(batch);
    hub.books.store(List.of(good), 1, 0);
    hub.rejected.take(batch);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private static Outcome accepted() {
    DeviceId device = new DeviceId("xuan-hoa-1");
    Reading reading =
        new Reading.Measured(
            device, new StationId("xuan-hoa"), Quantity.SALINITY, 4.2, Quality.PASS, FakeHub.NOON);
    return new Outcome.Accepted(device, List.of(reading), new Identity.DeviceTime(), 0);
  }

  private static LogEntry entry(Outcome outcome) {
    RawMessage message =
        new RawMessage(
            "native",
            "native-1",
            "vam/v1/salinity/x",
            Payload.ofText("{\"salinity_gl\":\"NaN\""),
            false,
            FakeHub.NOON);
    return new LogEntry(message, outcome, IdentityKey.of(message, new Identity.None()));
  }

  @Test
  void they_balance() {
    JsonObject books = hub.open().get("/api/v1/books").json();

    assertThat(books.getBoolean("balanced")).isTrue();
    assertThat(books.getJsonObject("messages").encode())
        .isEqualTo(
            "{\"received\":3,\"in_hand\":1,\"queued\":0,\"stored\":1,\"rejected\":1,\"ignored\":0,\"duplicate\":0}");
    assertThat(books.getJsonObject("points").encode())
        .isEqualTo("{\"total\":1,\"written\":1,\"merged\":0}");
    assertThat(books.getJsonObject("deliveries").getLong("delivered")).isEqualTo(7);
  }

  @Test
  void they_have_a_line_per_source_and_device() {
    JsonObject books = hub.open().get("/api/v1/books").json();

    assertThat(books.getJsonArray("sources").getJsonObject(0).getBoolean("balanced")).isTrue();
    JsonObject unknown = books.getJsonArray("devices").getJsonObject(0);
    JsonObject known = books.getJsonArray("devices").getJsonObject(1);
    assertThat(unknown.getString("device")).isEqualTo("-");
    assertThat(unknown.getJsonArray("reasons").encode())
        .isEqualTo("[{\"heading\":\"rejected\",\"reason\":\"malformed-json\",\"count\":1}]");
    assertThat(known.getString("device")).isEqualTo("xuan-hoa-1");
    assertThat(known.getLong("stored")).isEqualTo(1);
  }

  @Test
  void they_are_three_lines_for_who_wants_text() {
    Door.Answer answer = hub.open().get("/api/v1/books", "Accept", "text/plain");

    assertThat(answer.body())
        .isEqualTo(
            """
            messages  received 3 = in hand 1 + queued 0 + stored 1 + rejected 1 + ignored 0 + duplicate 0
            points    1 = written 1 + merged 0
            alerts    raised 0, cleared 0; messages to citizens: delivered 7, unclear 0, undeliverable 0
            """);
  }

  @Test
  void a_rejected_message_is_shown_with_its_reason_and_without_its_content() {
    Door.Answer answer = hub.open().get("/api/v1/rejected?source=native&reason=malformed-json");

    assertThat(answer.body())
        .isEqualTo(
            """
            {"rejected":[{"id":"1-1","time":"2026-03-12T12:00:00+07:00","source":"native","topic":"vam/v1/salinity/x","reason":"malformed-json","field":"salinity_gl","detail":"unexpected end of text","replayable":true}]}""");
  }

  @Test
  void rejected_messages_of_other_sources_are_not_shown() {
    assertThat(hub.open().get("/api/v1/rejected?source=chirpstack").body())
        .isEqualTo("{\"rejected\":[]}");
  }

  @Test
  void a_reason_nobody_knows_is_a_problem() {
    Door.Answer answer = hub.open().get("/api/v1/rejected?reason=bad-luck");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("malformed-json, malformed-text");
  }
}
