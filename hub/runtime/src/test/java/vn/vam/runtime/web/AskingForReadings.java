package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.point.Sample;
import vn.vam.core.station.DeviceId;

class AskingForReadings {
  private static final String XUAN_HOA = "/api/v1/stations/xuan-hoa/readings";
  private final FakeHub hub = new FakeHub();

  @AfterEach
  void close() {
    hub.close();
  }

  private static Sample sample() {
    return new Sample(FakeHub.NOON, 4.2, Optional.of(new DeviceId("xuan-hoa-1")), Optional.of(1));
  }

  @Test
  void answers_exactly_as_promised() {
    hub.store.answer(query -> List.of(sample()));

    Door.Answer answer = hub.open().get(XUAN_HOA + "?quantity=salinity_gl");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("application/json");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"station":"xuan-hoa","quantity":"salinity_gl","unit":"g/l","points":[{"time":"2026-03-12T12:00:00+07:00","value":4.2,"device":"xuan-hoa-1","quality":1}]}""");
  }

  @Test
  void means_the_last_day_of_the_main_quantity_when_nothing_is_said() {
    hub.open().get(XUAN_HOA);

    assertThat(hub.store.lastAsked().field()).isEqualTo("salinity_gl");
    assertThat(hub.store.lastAsked().from()).isEqualTo(FakeHub.NOON.minus(Duration.ofHours(24)));
    assertThat(hub.store.lastAsked().to()).isAfter(FakeHub.NOON);
    assertThat(hub.store.lastAsked().every()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10m, PT10M", "1h, PT1H", "10s, PT10S", "1d, PT24H", "PT15M, PT15M"})
  void understands_spans(String every, Duration meant) {
    hub.open().get(XUAN_HOA + "?every=" + every);

    assertThat(hub.store.lastAsked().every()).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-11T12:00:00%2B07:00",
        "2026-03-11T12:00:00+07:00",
        "2026-03-11T05:00:00Z"
      })
  void understands_times_even_when_the_plus_sign_was_lost(String from) {
    hub.open().get(XUAN_HOA + "?from=" + from);

    assertThat(hub.store.lastAsked().from()).isEqualTo(Instant.parse("2026-03-11T05:00:00Z"));
  }

  @Test
  void names_every_mistake_at_once() {
    Door.Answer answer =
        hub.open().get(XUAN_HOA + "?quantity=sugar&from=yesterday&every=often&to=9");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.json().getString("detail"))
        .contains("quantity must be one of: salinity_gl, ec25_us_cm")
        .contains("from must be a time")
        .contains("to must be a time")
        .contains("every must be a span");
  }

  @Test
  void refuses_a_window_that_ends_before_it_begins() {
    Door.Answer answer =
        hub.open().get(XUAN_HOA + "?from=2026-03-12T05:00:00Z&to=2026-03-11T05:00:00Z");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).isEqualTo("from must be before to");
  }

  @Test
  void tells_to_use_every_when_there_are_too_many_raw_points() {
    hub.store.answer(query -> Collections.nCopies(query.most(), sample()));

    Door.Answer answer = hub.open().get(XUAN_HOA);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("10000 points").contains("every=10m");
  }

  @Test
  void holds_ten_thousand_points() {
    hub.store.answer(query -> Collections.nCopies(10_000, sample()));

    JsonObject answer = hub.open().get(XUAN_HOA).json();

    assertThat(answer.getJsonArray("points")).hasSize(10_000);
  }

  @Test
  void refuses_windows_of_means_that_are_too_many_without_asking_the_store() {
    hub.store.goAway();

    Door.Answer answer = hub.open().get(XUAN_HOA + "?every=1s&from=2026-01-01T00:00:00Z");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("type")).isEqualTo("urn:vam:problem:too-many-points");
  }

  @Test
  void counts_means_not_the_empty_windows_between_them() {
    hub.store.answer(query -> Collections.nCopies(288, sample()));

    JsonObject answer = hub.open().get(XUAN_HOA + "?every=5s").json();

    assertThat(answer.getJsonArray("points")).hasSize(288);
  }

  @Test
  void tells_to_use_longer_spans_when_there_are_too_many_means() {
    hub.store.answer(query -> Collections.nCopies(query.most(), sample()));

    Door.Answer answer = hub.open().get(XUAN_HOA + "?every=5s");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("a longer span");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcu", "count_total"})
  void knows_all_that_a_counter_tells_of(String quantity) {
    hub.open().get("/api/v1/stations/cau-my-loi/readings?quantity=" + quantity);

    assertThat(hub.store.lastAsked().field()).isEqualTo(quantity);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "Xu%C3%A2n%20H%C3%B2a", "..%2F..%2Fetc"})
  void knows_no_other_stations(String id) {
    Door.Answer answer = hub.open().get("/api/v1/stations/" + id + "/readings");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().getString("type")).isEqualTo("urn:vam:problem:unknown-station");
  }

  @Test
  void says_so_when_the_store_is_away() {
    hub.store.goAway();

    Door.Answer answer = hub.open().get(XUAN_HOA);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.whole().headers().firstValue("retry-after")).contains("1");
    assertThat(answer.json().getString("title")).contains("store");
    assertThat(answer.body()).doesNotContain("8086");
  }
}
