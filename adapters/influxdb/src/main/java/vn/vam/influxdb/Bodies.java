package vn.vam.influxdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;

/** Bodies of answers, read up to a limit: a server, or what stands in its place, may never end. */
final class Bodies {
  private static final long MOST_OF_AN_ERROR = 64 << 10;
  private static final int MOST_OF_A_REASON = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bodies() {}

  /**
   * @throws IOException where it is longer than {@code most} bytes, or no JSON
   */
  static JsonNode json(Response response, long most) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(most + 1)) {
      throw new IOException("the answer is longer than " + most + " bytes");
    }
    return JSON.readTree(source.readByteArray());
  }

  /** In the server's words, on one line; empty where the body is not an InfluxDB's. */
  static String reason(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(MOST_OF_AN_ERROR + 1)) {
      return "";
    }
    try {
      return reason(JSON.readTree(source.readByteArray()));
    } catch (JsonProcessingException someoneElse) {
      return "";
    }
  }

  /** 1.x says {@code error}, 2.x {@code message}. */
  static String reason(JsonNode body) {
    String said = body.path("error").asText(body.path("message").asText(""));
    String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= MOST_OF_A_REASON ? line : line.substring(0, MOST_OF_A_REASON) + "…";
  }
}
