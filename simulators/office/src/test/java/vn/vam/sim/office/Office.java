package vn.vam.sim.office;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** An office on a free port and someone who asks it. */
final class Office implements AutoCloseable {

  final SteppedClock clock = new SteppedClock();
  private final OfficeSimulator simulator =
      OfficeSimulator.start(OfficeConfig.standard().withPort(0).withClock(clock));
  private final HttpClient client = HttpClient.newHttpClient();

  List<String> codes() {
    return simulator.codes();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> receipt(String code) throws IOException, InterruptedException {
    return client.send(request("/phieu/" + code).GET().build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return client.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> ask(String code) throws IOException, InterruptedException {
    return get("/api/hoso/" + code);
  }

  List<JsonObject> dossiers() throws IOException, InterruptedException {
    return new JsonObject(get("/_sim/dossiers").body())
        .getJsonArray("dossiers").stream().map(JsonObject.class::cast).toList();
  }

  String codeInState(DossierState state) throws IOException, InterruptedException {
    return dossiers().stream()
        .filter(each -> each.getInteger("MaTrangThai") == state.number())
        .findFirst()
        .orElseThrow()
        .getString("MaHoSo");
  }

  @Override
  public void close() {
    client.close();
    simulator.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
        .timeout(Duration.ofSeconds(10));
  }
}
