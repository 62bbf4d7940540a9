package vn.vam.payloads.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Set;

/** What a payload must be as a whole. */
public enum Root {
  OBJECT("one JSON object", "the object", JsonToken.START_OBJECT),
  ARRAY("one JSON array", "the array", JsonToken.START_ARRAY),
  OBJECT_OR_ARRAY("one JSON object or array", "it", JsonToken.START_OBJECT, JsonToken.START_ARRAY);

  private final String words;
  private final String whole;
  private final Set<JsonToken> begin;

  Root(String words, String whole, JsonToken... begin) {
    this.words = words;
    this.whole = whole;
    this.begin = Set.of(begin);
  }

  String words() {
    return words;
  }

  String whole() {
    return whole;
  }

  Set<JsonToken> begin() {
    return begin;
  }
}
