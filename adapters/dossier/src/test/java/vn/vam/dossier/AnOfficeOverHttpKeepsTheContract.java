package vn.vam.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class AnOfficeOverHttpKeepsTheContract extends DossiersContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Optional<HttpServer> server = Optional.empty();

  @AfterEach
  void stop() {
    server.ifPresent(running -> running.stop(0));
  }

  @Override
  OfficeConfig.Office open(ProofFields proof, List<Map<String, String>> dossiers) throws Exception {
    HttpServer office =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server = Optional.of(office);
    for (Map<String, String> dossier : dossiers) {
      byte[] body = JSON.writeValueAsBytes(dossier);
      office.createContext(
          "/api/hoso/" + dossier.get("MaHoSo"),
          exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
    }
    office.start();
    return new DossierConfig(
            URI.create("http://127.0.0.1:" + office.getAddress().getPort()),
            Duration.ofSeconds(10),
            8,
            DossierFields.STANDARD,
            proof)
        .open(Clock.systemUTC());
  }
}
