package vn.vam.runtime.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * What went wrong with a request, as RFC 9457 tells it.
 *
 * @param type a URI that names the kind of problem; {@code about:blank} where the status says it
 *     all
 * @param detail what was expected, for people
 */
record Problem(String type, String title, int status, String detail) {
  private static final String OWN = "urn:vam:problem:";

  static Problem ofStatus(int status, String detail) {
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    return new Problem("about:blank", title, status, detail);
  }

  static Problem badParameter(String detail) {
    return new Problem(OWN + "bad-parameter", "A parameter is not right", 400, detail);
  }

  static Problem badBody(String detail) {
    return new Problem(OWN + "bad-body", "The body is not right", 400, detail);
  }

  static Problem tooManyPoints(String detail) {
    return new Problem(OWN + "too-many-points", "More points than one answer holds", 400, detail);
  }

  static Problem unknown(String what, String detail) {
    return new Problem(OWN + "unknown-" + what, "There is no such " + what, 404, detail);
  }

  static Problem conflict(String type, String title, String detail) {
    return new Problem(OWN + type, title, 409, detail);
  }

  static Problem storeAway() {
    return new Problem(
        OWN + "store-away",
        "The time-series store does not answer",
        503,
        "New readings are kept in the log and will appear once the store is back; try again then.");
  }

  static Problem busy() {
    return new Problem(
        OWN + "busy",
        "Too many requests are waiting",
        503,
        "The hub answers as many as it can at once; try again in a second.");
  }

  /** Answers with it; a 503 says when to come back. */
  void send(HttpServerResponse response) {
    if (response.headWritten()) {
      response.close();
      return;
    }
    if (status == 503) {
      response.putHeader("retry-after", "1");
    }
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .putHeader("cache-control", "no-store")
        .end(json().encode());
  }

  private JsonObject json() {
    return JsonObject.of("type", type, "title", title, "status", status, "detail", detail);
  }
}
