package vn.vam.payloads.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.message.Payload;
import vn.vam.payloads.json.JsonObjects;
import vn.vam.payloads.json.Limits;

/**
 * Takes the fields that hold personal data out of a JSON text, and leaves the others as they are.
 * In what cameras say, texts that hold a plate or a telephone number or are as long as a picture go
 * too, whatever their name, and so do names that are such themselves; in what counters say, those
 * with a plate or a telephone number; in what others say, those that name a plate and hold one.
 * Safe for several threads.
 */
final class PersonalFields {
  private static final String IN_A_LIST = "a text in a list";
  private static final String A_NAME = "a name";
  private static final int LONGEST_TEXT_OF_CAMERAS = 256;

  private static final JsonFactory JSON = JsonObjects.factory(Limits.USUAL);

  private PersonalFields() {}

  /**
   * What is left of a text.
   *
   * @param taken the names of what was taken out, in order
   */
  record Left(String text, List<String> taken) {
    boolean lessThanBefore() {
      return !taken.isEmpty();
    }
  }

  /** What a message comes from. */
  enum Whose {
    CAMERA,
    /** Some read plates. */
    COUNTER,
    OTHER
  }

  /** Nothing where the bytes are no JSON that could be read. */
  static Optional<Left> strip(Payload payload, Whose whose) {
    return payload.size() > Limits.USUAL.payload()
        ? Optional.empty()
        : payload.text().flatMap(text -> strip(JsonObjects.readable(text), whose));
  }

  private static Optional<Left> strip(String json, Whose whose) {
    ByteArrayOutputStream left = new ByteArrayOutputStream(json.length());
    try (JsonParser from = JSON.createParser(json);
        JsonGenerator to = JSON.createGenerator(left)) {
      Copy copy = new Copy(from, to, whose);
      if (!copy.all()) {
        return Optional.empty();
      }
      return Optional.of(new Left(left.toString(UTF_8), copy.taken));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  /** Token by token: numbers keep their digits. */
  private static final class Copy {
    private final JsonParser from;
    private final JsonGenerator to;
    private final Whose whose;
    private List<String> taken = List.of();

    Copy(JsonParser from, JsonGenerator to, Whose whose) {
      this.from = from;
      this.to = to;
      this.whose = whose;
    }

    /** Whether it was one object or list and nothing behind it. */
    boolean all() throws IOException {
      JsonToken first = from.nextToken();
      if (first == null || !first.isStructStart()) {
        return false;
      }
      value();
      to.flush();
      return from.nextToken() == null;
    }

    private void value() throws IOException {
      switch (from.currentToken()) {
        case START_OBJECT -> object();
        case START_ARRAY -> array();
        default -> to.copyCurrentEventExact(from);
      }
    }

    private void object() throws IOException {
      to.writeStartObject();
      while (from.nextToken() != JsonToken.END_OBJECT) {
        String name = from.currentName();
        from.nextToken();
        boolean isPersonalName = whose != Whose.OTHER && PersonalTexts.isPersonal(name);
        if (isPersonalName
            || PersonalKeys.isPersonal(name, whose == Whose.CAMERA)
            || isPersonalText()) {
          from.skipChildren();
          take(isPersonalName ? A_NAME : name);
        } else {
          to.writeFieldName(name);
          value();
        }
      }
      to.writeEndObject();
    }

    private void array() throws IOException {
      to.writeStartArray();
      while (from.nextToken() != JsonToken.END_ARRAY) {
        if (isPersonalText()) {
          take(IN_A_LIST);
        } else {
          value();
        }
      }
      to.writeEndArray();
    }

    /** Nearly always nothing is taken. */
    private void take(String name) {
      taken = taken.isEmpty() ? new ArrayList<>() : taken;
      taken.add(name);
    }

    private boolean isPersonalText() throws IOException {
      return from.currentToken() == JsonToken.VALUE_STRING
          && switch (whose) {
            case CAMERA ->
                from.getTextLength() > LONGEST_TEXT_OF_CAMERAS
                    || PersonalTexts.isPersonal(from.getText());
            case COUNTER -> PersonalTexts.isPersonal(from.getText());
            case OTHER -> Plates.areIn(from.getText()) && PersonalKeys.mayBeNamedIn(from.getText());
          };
    }
  }
}
