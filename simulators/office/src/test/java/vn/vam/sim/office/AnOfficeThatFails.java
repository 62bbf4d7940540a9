package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnOfficeThatFails {

  private final Office office = new Office();

  @AfterEach
  void close_the_office() {
    office.close();
  }

  @Test
  void says_500_as_often_as_it_was_told_and_then_recovers() throws Exception {
    order("{\"kind\":\"http-500\",\"count\":2}");

    assertThat(ask().statusCode()).isEqualTo(500);
    assertThat(ask().statusCode()).isEqualTo(500);
    assertThat(ask().statusCode()).isEqualTo(200);
  }

  @Test
  void can_be_down() throws Exception {
    order("{\"kind\":\"down\",\"count\":5}");

    assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
  }

  @Test
  void can_be_slow_and_right() throws Exception {
    order("{\"kind\":\"slow\",\"count\":1,\"ms\":400}");

    long before = System.nanoTime();
    HttpResponse<String> answer = ask();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(390));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void can_answer_with_a_page_for_people() throws Exception {
    order("{\"kind\":\"html\"}");

    HttpResponse<String> answer = ask();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("<!doctype html>").contains("bảo trì");
  }

  @ParameterizedTest(name = "order: {0}")
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"kind\":\"flood\"}",
        "{\"kind\":5}",
        "{\"kind\":\"down\",\"count\":0}",
        "{\"kind\":\"down\",\"count\":10001}",
        "{\"kind\":\"down\",\"count\":\"many\"}",
        "{\"kind\":\"slow\",\"ms\":60001}",
        "{\"kind\":"
      })
  void refuses_an_order_it_does_not_understand(String order) throws Exception {
    assertThat(office.post("/_sim/faults", order).statusCode()).isEqualTo(400);
  }

  @Test
  void refuses_a_long_order() throws Exception {
    String order = "{\"kind\":\"down\",\"note\":\"" + "x".repeat(10_000) + "\"}";

    assertThat(office.post("/_sim/faults", order).statusCode()).isEqualTo(413);
  }

  @Test
  void still_shows_its_page() throws Exception {
    order("{\"kind\":\"down\",\"count\":5}");

    assertThat(office.get("/").statusCode()).isEqualTo(200);
  }

  private void order(String fault) throws IOException, InterruptedException {
    assertThat(office.post("/_sim/faults", fault).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> ask() throws IOException, InterruptedException {
    return office.ask(office.codes().getFirst());
  }
}
