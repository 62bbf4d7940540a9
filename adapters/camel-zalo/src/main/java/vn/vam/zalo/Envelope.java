package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.OptionalInt;
import vn.vam.zalo.PlatformHttp.Outcome;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Unclear;

/**
 * The platform's wrapping: {@code {"data":{…},"error":0,"message":"Success"}}, with HTTP 200 for
 * errors too.
 */
final class Envelope {
  private Envelope() {}

  static ZaloResult open(Operation operation, Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotOpened(String reason) -> new NotSent(reason);
      case Outcome.Lost(String reason) -> new Unclear(reason);
      case Outcome.Answered answer -> read(operation, answer);
    };
  }

  private static ZaloResult read(Operation operation, Outcome.Answered answer) {
    JsonNode json;
    try {
      json = LimitedJson.read(answer.body());
    } catch (IOException unreadable) {
      return unclear(answer);
    }
    OptionalInt error = Numbers.smallIn(json.path("error"));
    if (error.isEmpty() || (error.getAsInt() == 0 && answer.status() / 100 != 2)) {
      return unclear(answer);
    }
    return error.getAsInt() == 0
        ? operation.read(json.path("data"))
        : refused(operation, error.getAsInt(), json.path("message").asText(""));
  }

  private static Refused refused(Operation operation, int code, String message) {
    return new Refused(code, Texts.printable(message), operation.errorCodes().classOf(code));
  }

  private static Unclear unclear(Outcome.Answered answer) {
    return new Unclear("HTTP %d without a readable answer".formatted(answer.status()));
  }
}
