package vn.vam.payloads.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value stands in a message: {@code DS18B20.Temperature}, or as a JSON pointer (RFC 6901)
 * {@code /DS18B20/Temperature} where names have dots in them. Numbers count from 0 in arrays.
 */
public record FieldPath(JsonPointer pointer) {
  private static final int LONGEST = 256;
  private static final Pattern DOTTED = Pattern.compile("[^./]+(\\.[^./]+)*");
  private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])+)+");

  /**
   * @throws IllegalArgumentException for what is no path; the message says what was expected
   */
  public static FieldPath of(String path) {
    if (path.length() <= LONGEST && DOTTED.matcher(path).matches()) {
      return new FieldPath(JsonPointer.compile("/" + path.replace("~", "~0").replace('.', '/')));
    }
    if (path.length() <= LONGEST && POINTER.matcher(path).matches()) {
      return new FieldPath(JsonPointer.compile(path));
    }
    throw new IllegalArgumentException(
        "a path looks like DS18B20.Temperature or /a/0/b and has at most %d characters"
            .formatted(LONGEST));
  }

  /** What stands there, where anything does. */
  public Optional<JsonNode> in(JsonNode message) {
    return Optional.of(message.at(pointer))
        .filter(value -> !value.isMissingNode() && !value.isNull());
  }

  /** The last name of the path. */
  public String last() {
    return pointer.last().getMatchingProperty();
  }

  @Override
  public String toString() {
    return pointer.toString();
  }
}
