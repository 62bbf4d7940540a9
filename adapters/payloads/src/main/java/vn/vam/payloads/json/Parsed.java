package vn.vam.payloads.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.vam.core.message.RejectReason;

/** What the parser made of a text. */
sealed interface Parsed {
  record Object(JsonNode node) implements Parsed {}

  /**
   * @param field the last one begun, where it is one of ours
   * @param detail line, column and what was expected there
   */
  record Broken(RejectReason reason, Optional<String> field, String detail) implements Parsed {}
}
