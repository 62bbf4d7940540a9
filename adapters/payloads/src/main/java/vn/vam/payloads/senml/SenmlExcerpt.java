package vn.vam.payloads.senml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some records of a pack as a pack of their own: each is given the base values that count for it,
 * unless those before it in the new pack have.
 */
public final class SenmlExcerpt {
  private static final Set<String> BASES =
      Set.of(
          SenmlLabels.VERSION,
          SenmlLabels.BASE_NAME,
          SenmlLabels.BASE_TIME,
          SenmlLabels.BASE_UNIT,
          SenmlLabels.BASE_VALUE,
          SenmlLabels.BASE_SUM);

  /**
   * A record, and all base values that count for it.
   *
   * @param own the rest of its fields
   */
  public record Piece(Map<String, JsonNode> bases, ObjectNode own) {}

  private SenmlExcerpt() {}

  /**
   * A piece for each record.
   *
   * @param pack of objects, with the labels they have in JSON
   */
  public static List<Piece> pieces(JsonNode pack) {
    List<Piece> pieces = new ArrayList<>(pack.size());
    Map<String, JsonNode> bases = Map.of();
    for (JsonNode record : pack) {
      bases = with(bases, record);
      ObjectNode own = record.deepCopy();
      pieces.add(new Piece(bases, own.remove(BASES)));
    }
    return pieces;
  }

  private static Map<String, JsonNode> with(Map<String, JsonNode> bases, JsonNode record) {
    if (BASES.stream().noneMatch(record::has)) {
      return bases;
    }
    Map<String, JsonNode> more = new HashMap<>(bases);
    BASES.stream().filter(record::has).forEach(base -> more.put(base, record.path(base)));
    return more;
  }

  public static ArrayNode pack(List<Piece> pieces) {
    ArrayNode pack = JsonNodeFactory.instance.arrayNode(pieces.size());
    Map<String, JsonNode> given = Map.of();
    for (Piece piece : pieces) {
      ObjectNode record = pack.addObject();
      for (Map.Entry<String, JsonNode> base : piece.bases().entrySet()) {
        if (!base.getValue().equals(given.get(base.getKey()))) {
          record.set(base.getKey(), base.getValue());
        }
      }
      record.setAll(piece.own());
      given = piece.bases();
    }
    return pack;
  }
}
