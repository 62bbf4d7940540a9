package vn.vam.payloads.cbor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.step.Step;

/**
 * Payloads that hold one CBOR array. Integer keys of a map become texts when read. Safe for several
 * threads.
 */
public final class CborArrays {
  private static final String PAYLOAD = "payload";

  private final Limits limits;
  private final CBORFactory factory;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  public CborArrays(Limits limits) {
    this.limits = limits;
    this.factory =
        CBORFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxNumberLength(limits.number())
                    .maxStringLength(limits.text())
                    .maxNameLength(limits.name())
                    .maxTokenCount(limits.tokens())
                    .build())
            .build();
    CBORMapper mapper =
        CBORMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    this.reader = mapper.reader();
    this.writer = mapper.writer();
  }

  /**
   * Half a character, as broken UTF-8 is read, becomes a question mark.
   *
   * @param maps an array of objects
   * @param keys the integer to write in the place of a name, where there is one
   */
  public Payload write(ArrayNode maps, Function<String, OptionalLong> keys) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CBORGenerator generator = factory.createGenerator(bytes)) {
      generator.writeStartArray(maps, maps.size());
      for (JsonNode map : maps) {
        write(generator, map, keys);
      }
      generator.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Payload.of(bytes.toByteArray());
  }

  private void write(CBORGenerator generator, JsonNode map, Function<String, OptionalLong> keys)
      throws IOException {
    generator.writeStartObject(map, map.size());
    for (Map.Entry<String, JsonNode> field : map.properties()) {
      OptionalLong key = keys.apply(field.getKey());
      if (key.isPresent()) {
        generator.writeFieldId(key.getAsLong());
      } else {
        generator.writeFieldName(field.getKey());
      }
      writer.writeValue(generator, field.getValue());
    }
    generator.writeEndObject();
  }

  /**
   * @param device that sent it, where known
   */
  public Step<JsonNode> read(Payload payload, Optional<DeviceId> device) {
    if (payload.size() > limits.payload()) {
      return tooLarge(
          device, "%d bytes, at most %d are taken".formatted(payload.size(), limits.payload()));
    }
    try (JsonParser parser = factory.createParser(payload.bytes())) {
      return read(parser, device);
    } catch (StreamConstraintsException beyond) {
      return tooLarge(
          device,
          "expected at most %d levels, %d items".formatted(limits.depth(), limits.tokens()));
    } catch (IOException broken) {
      return malformed(device, "expected one whole CBOR array, with each key once in a map");
    }
  }

  private Step<JsonNode> read(JsonParser parser, Optional<DeviceId> device) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return malformed(device, "expected one CBOR array");
    }
    JsonNode array = reader.readTree(parser);
    return parser.nextToken() == null
        ? new Step.Go<>(array)
        : malformed(device, "expected the end of the message behind the array");
  }

  private static <T> Step<T> malformed(Optional<DeviceId> device, String detail) {
    return Step.reject(device, RejectReason.MALFORMED_BINARY, PAYLOAD, detail);
  }

  private static <T> Step<T> tooLarge(Optional<DeviceId> device, String detail) {
    return Step.reject(device, RejectReason.TOO_LARGE, PAYLOAD, detail);
  }
}
