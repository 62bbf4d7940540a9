package vn.vam.zalo;

import java.util.Map;

/**
 * A message from an approved template to somebody whose user id is known, at any time since they
 * wrote; it is paid for. Holds personal data: prints nothing of it.
 *
 * @param userId the recipient's id for this Official Account
 * @param templateId of a template the platform has approved
 * @param data 1 to 30 parameters by name; values of 1 to 400 characters
 */
public record TemplateMessage(String userId, String templateId, Map<String, String> data) {
  public TemplateMessage {
    data = Map.copyOf(data);
  }

  @Override
  public String toString() {
    return "TemplateMessage[%d parameters]".formatted(data.size());
  }
}
