package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;

/**
 * One thing the platform can be asked to do. A new one is a class of its own and a line in {@link
 * Operations}.
 */
interface Operation {
  /** As it stands in the endpoint's address. */
  String name();

  /**
   * @throws InvalidPayloadException when the body is of a kind this operation cannot use: a mistake
   *     in the route
   */
  Call prepare(Message message) throws InvalidPayloadException;

  /**
   * @param data of an answer with {@code error} 0; may be missing
   */
  ZaloResult read(JsonNode data);

  default ErrorCodes errorCodes() {
    return ErrorCodes.OFFICIAL_ACCOUNT;
  }
}
