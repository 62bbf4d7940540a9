package vn.vam.payloads.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.step.Step;

/**
 * Reads payloads that hold one JSON object, or an array, in UTF-8. A byte order mark is skipped and
 * a bare NaN taken, since such messages are whole otherwise; all else follows RFC 8259. Safe for
 * several threads.
 */
public final class JsonObjects {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Limits limits;
  private final FieldNames names;
  private final JsonFactory factory;
  private final ObjectReader reader;

  /**
   * @param names of fields that may be named in an answer; others might hold personal data
   */
  public JsonObjects(Limits limits, FieldNames names) {
    this.limits = limits;
    this.names = names;
    this.factory = factory(limits);
    this.reader =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .reader();
  }

  /** A parser as lenient as this reader, and as limited. It remembers no name that was sent. */
  public static JsonFactory factory(Limits limits) {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxNumberLength(limits.number())
                .maxStringLength(limits.text())
                .maxNameLength(limits.name())
                .maxTokenCount(limits.tokens())
                .build())
        .build();
  }

  /**
   * @param device that sent it, where known
   */
  public Step<JsonNode> read(Payload payload, Optional<DeviceId> device) {
    return read(payload, device, Root.OBJECT);
  }

  public Step<JsonNode> read(Payload payload, Optional<DeviceId> device, Root root) {
    if (payload.size() > limits.payload()) {
      return rejected(
          device,
          RejectReason.TOO_LARGE,
          "%d bytes, at most %d are taken".formatted(payload.size(), limits.payload()));
    }
    return payload
        .text()
        .map(text -> parse(withoutMark(text), device, root))
        .orElseGet(() -> rejected(device, RejectReason.MALFORMED_TEXT, "expected text in UTF-8"));
  }

  private Step<JsonNode> parse(String text, Optional<DeviceId> device, Root root) {
    return switch (attempt(text, root)) {
      case Parsed.Object object -> new Step.Go<>(object.node());
      case Parsed.Broken broken when broken.reason() == RejectReason.MALFORMED_JSON ->
          parseRewritten(text, broken, device, root);
      case Parsed.Broken broken -> stop(broken, device);
    };
  }

  private Step<JsonNode> parseRewritten(
      String text, Parsed.Broken broken, Optional<DeviceId> device, Root root) {
    String rewritten = BareNumbers.rewritten(text);
    return !rewritten.equals(text) && attempt(rewritten, root) instanceof Parsed.Object object
        ? new Step.Go<>(object.node())
        : stop(broken, device);
  }

  private Parsed attempt(String text, Root root) {
    try (JsonParser parser = factory.createParser(text)) {
      return attempt(parser, root);
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  private Parsed attempt(JsonParser parser, Root root) throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null || !root.begin().contains(first)) {
        return Complaint.noRoot(parser, root);
      }
      JsonNode node = reader.readTree(parser);
      JsonLocation end = parser.currentLocation();
      return endsThere(parser) ? new Parsed.Object(node) : Complaint.moreText(end, root);
    } catch (JsonProcessingException broken) {
      return Complaint.about(broken, parser, names, limits, root);
    }
  }

  private static boolean endsThere(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() == null;
    } catch (JsonProcessingException somethingElse) {
      return false;
    }
  }

  private static Step<JsonNode> stop(Parsed.Broken broken, Optional<DeviceId> device) {
    return new Step.Stop<>(
        new Outcome.Rejected(device, broken.reason(), broken.field(), broken.detail()));
  }

  private static Step<JsonNode> rejected(
      Optional<DeviceId> device, RejectReason reason, String detail) {
    return new Step.Stop<>(new Outcome.Rejected(device, reason, Optional.empty(), detail));
  }

  /** The text as the lenient parser takes it. */
  public static String readable(String text) {
    return BareNumbers.rewritten(withoutMark(text));
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
