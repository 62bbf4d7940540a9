package vn.vam.payloads.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.Optional;
import vn.vam.core.message.RejectReason;
import vn.vam.payloads.field.FieldNames;

/**
 * Says where a text stops being JSON and what was expected there. The parser's own messages quote
 * the text, which may hold personal data; these never do.
 */
final class Complaint {
  private Complaint() {}

  static Parsed.Broken about(
      JsonProcessingException broken, JsonParser parser, FieldNames names, Limits limits, Root root)
      throws IOException {
    if (parser.currentToken() == null) {
      return noRoot(parser, root);
    }
    Optional<String> field =
        Optional.ofNullable(parser.currentName()).filter(name -> names.find(name).isPresent());
    return broken instanceof StreamConstraintsException
        ? new Parsed.Broken(RejectReason.TOO_LARGE, field, where(parser) + beyond(limits))
        : new Parsed.Broken(
            RejectReason.MALFORMED_JSON, field, where(broken, parser) + expected(broken, parser));
  }

  static Parsed.Broken noRoot(JsonParser parser, Root root) {
    JsonLocation start = parser.currentTokenLocation();
    return malformed(
        where(start.getColumnNr() > 0 ? start : parser.currentLocation())
            + "expected "
            + root.words());
  }

  static Parsed.Broken moreText(JsonLocation end, Root root) {
    return malformed(where(end) + "expected the end of the message behind " + root.whole());
  }

  private static Parsed.Broken malformed(String detail) {
    return new Parsed.Broken(RejectReason.MALFORMED_JSON, Optional.empty(), detail);
  }

  private static String beyond(Limits limits) {
    return "expected at most %d levels, numbers of %d, names of %d, texts of %d characters, %d tokens"
        .formatted(limits.depth(), limits.number(), limits.name(), limits.text(), limits.tokens());
  }

  private static String expected(JsonProcessingException broken, JsonParser parser) {
    return switch (broken) {
      case JsonEOFException early -> "the message ends too early";
      case MismatchedInputException twice -> "expected each name once in an object";
      default -> expectedInText(broken).orElseGet(() -> "expected " + next(parser));
    };
  }

  private static Optional<String> expectedInText(JsonProcessingException broken) {
    String message = broken.getOriginalMessage();
    if (message.contains("unquoted character")) {
      return Optional.of("expected line breaks and control characters written as \\n, \\u0001 …");
    }
    return message.contains("escape")
        ? Optional.of("expected an escape such as \\n or \\u1ea1")
        : Optional.empty();
  }

  private static String next(JsonParser parser) {
    JsonToken last = parser.currentToken();
    if (last == JsonToken.FIELD_NAME) {
      return "a value such as 4.2 or \"text\"";
    }
    if (last == JsonToken.START_OBJECT) {
      return "a name in double quotes, or }";
    }
    return parser.getParsingContext().inObject()
        ? "a comma and a name in double quotes, or }"
        : "values with commas between, or ]";
  }

  private static String where(JsonProcessingException broken, JsonParser parser) {
    JsonLocation location = broken.getLocation();
    return location == null ? where(parser) : where(location);
  }

  private static String where(JsonParser parser) {
    return where(parser.currentLocation());
  }

  private static String where(JsonLocation location) {
    return "line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
  }
}
