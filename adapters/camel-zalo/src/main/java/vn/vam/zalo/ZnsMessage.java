package vn.vam.zalo;

import java.util.Map;
import java.util.Optional;

/**
 * A message from an approved template to a phone number (ZNS, called ZBS template message since
 * 2026); it is paid for. Holds personal data: prints nothing of it.
 *
 * @param phone Vietnamese, {@code 84…}, {@code +84…} or {@code 0…}
 * @param templateId of a template the platform has approved
 * @param data 1 to 30 parameters by name; values of 1 to 400 characters
 * @param trackingId 1 to 48 characters, comes back with the receipt; no personal data
 * @param development delivered to administrators only, and free
 */
public record ZnsMessage(
    String phone,
    String templateId,
    Map<String, String> data,
    Optional<String> trackingId,
    boolean development) {
  public ZnsMessage {
    data = Map.copyOf(data);
  }

  @Override
  public String toString() {
    return "ZnsMessage[%d parameters]".formatted(data.size());
  }
}
