package vn.vam.sim.zalo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts of an office, for a phone without a camera. */
class PickingReceipts {
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer office;
  private ZaloSimulator simulator;

  @BeforeEach
  void open() throws IOException {
    office = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    office.createContext(
        "/_sim/dossiers",
        call ->
            answer(
                call,
                200,
                """
                {"dossiers":[
                 {"MaHoSo":"H58.12-261120-0007","TenTTHC":"Cấp phép","TenTrangThai":"Đang xử lý","NgayTiepNhan":"2026-11-20"},
                 {"MaHoSo":"H58.12-261120-0008","TenTTHC":"Cấp phép","TenTrangThai":"Mới","NgayTiepNhan":null}]}
                """));
    office.createContext(
        "/phieu/",
        call -> {
          String path = call.getRequestURI().getPath();
          boolean isPdf = path.endsWith("7.pdf");
          answer(call, isPdf || path.endsWith("7") ? 200 : 404, isPdf ? "PDF" : "PNG");
        });
    office.start();
    URI address = URI.create("http://127.0.0.1:" + office.getAddress().getPort());
    simulator = ZaloSimulator.start(config().withOffice(address));
  }

  private static ZaloSimulatorConfig config() {
    return ZaloSimulatorConfig.of(
            URI.create("http://127.0.0.1:1/webhook"),
            "4242",
            new Secret("app"),
            "9797",
            new Secret("oa"))
        .withAddress("127.0.0.1", 0);
  }

  @AfterEach
  void close() {
    simulator.close();
    office.stop(0);
    client.close();
  }

  private static void answer(HttpExchange call, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create(simulator.baseUri() + path);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void those_that_were_printed_can_be_chosen() throws Exception {
    var receipts = new ObjectMapper().readTree(get("/_sim/receipts").body()).path("receipts");

    assertThat(receipts).hasSize(1);
    assertThat(receipts.at("/0/code").asText()).isEqualTo("H58.12-261120-0007");
    assertThat(receipts.at("/0/title").asText()).isEqualTo("Cấp phép");
  }

  @Test
  void the_picture_and_the_pdf_are_the_offices_own() throws Exception {
    assertThat(get("/_sim/receipts/H58.12-261120-0007.pdf").body()).isEqualTo("PDF");
    assertThat(get("/_sim/receipts/H58.12-261120-0007").body()).isEqualTo("PNG");
    assertThat(get("/_sim/receipts/H58.12-261120-0009").statusCode()).isEqualTo(404);
    assertThat(get("/_sim/receipts/..%2Fapi").statusCode()).isEqualTo(404);
  }

  @Test
  void an_office_that_is_away_is_told_and_none_at_all_has_none() throws Exception {
    office.stop(0);
    assertThat(get("/_sim/receipts").statusCode()).isEqualTo(502);

    simulator.close();
    simulator = ZaloSimulator.start(config());
    assertThat(get("/_sim/receipts").body()).isEqualTo("{\"receipts\":[]}");
  }
}
