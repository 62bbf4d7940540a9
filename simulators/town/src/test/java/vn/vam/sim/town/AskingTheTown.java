package vn.vam.sim.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTheTown {
  private final TownSimulator town = TownSimulator.start(TownConfig.standard().withPort(0));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    town.close();
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(town.at(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private int orders(String path, String body) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(town.at(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tin/rss.xml",
        "/tin/atom.xml",
        "/xebuyt/gtfs.zip",
        "/xebuyt/bang-gio.csv",
        "/cong.geojson",
        "/diadiem.geojson",
        "/truonghoc.geojson"
      })
  void what_has_not_changed_is_not_sent_twice(String path) throws Exception {
    HttpResponse<byte[]> first = get(path);
    String etag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isNotEmpty();
    assertThat(get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void an_article_that_is_published_is_there() throws Exception {
    assertThat(orders("/_sim/articles", "{\"title\":\"Tin & mới\",\"category\":\"Hạn mặn\"}"))
        .isEqualTo(200);

    assertThat(new String(get("/tin/rss.xml").body(), UTF_8)).contains("Tin & mới");
    assertThat(new String(get("/tin/atom.xml").body(), UTF_8)).contains("Tin &amp; mới");
  }

  @Test
  void an_article_has_a_picture_in_the_town() throws Exception {
    String rss = new String(get("/tin/rss.xml").body(), UTF_8);
    assertThat(rss).contains("url=\"" + town.at("/tin/anh/1.png") + "\"");

    byte[] picture = get("/tin/anh/1.png").body();

    assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(480);
  }

  @Test
  void a_sluice_that_is_opened_is_open() throws Exception {
    assertThat(orders("/_sim/sluices", "{\"name\":\"Cống Xuân Hòa\",\"state\":\"open\"}"))
        .isEqualTo(200);
    assertThat(orders("/_sim/sluices", "{\"name\":\"Cống Cầu Ván\",\"state\":\"open\"}"))
        .isEqualTo(400);

    assertThat(new String(get("/cong.geojson").body(), UTF_8))
        .contains("\"name\":\"Cống Xuân Hòa\",\"state\":\"open\"");
  }

  @Test
  void faults_concern_the_path_they_are_ordered_for_and_no_other() throws Exception {
    orders("/_sim/faults", "{\"kind\":\"http-500\",\"path\":\"/tin\",\"count\":1}");

    assertThat(get("/diadiem.geojson").statusCode()).isEqualTo(200);
    assertThat(get("/tin/rss.xml").statusCode()).isEqualTo(500);
    assertThat(get("/tin/rss.xml").statusCode()).isEqualTo(200);
  }

  @Test
  void who_is_down_hangs_up() throws Exception {
    orders("/_sim/faults", "{\"kind\":\"down\",\"path\":\"/\",\"count\":5}");

    assertThatThrownBy(() -> get("/tin/rss.xml")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"kind\":\"flood\"}", "{\"kind\":\"down\",\"count\":-1}"})
  void an_order_nobody_understands_is_refused(String order) throws Exception {
    assertThat(orders("/_sim/faults", order)).isEqualTo(400);
  }

  @Test
  void it_counts_who_asks() throws Exception {
    get("/tin/rss.xml");
    get("/tin/rss.xml");

    assertThat(new JsonObject(Buffer.buffer(get("/_sim/asked").body())).getMap())
        .containsEntry("/tin/rss.xml", 2);
  }
}
