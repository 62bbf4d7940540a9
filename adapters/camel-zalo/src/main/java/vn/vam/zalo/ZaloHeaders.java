package vn.vam.zalo;

import org.apache.camel.spi.Metadata;

/** Message headers the component reads and writes. */
public final class ZaloHeaders {
  @Metadata(
      description = "The recipient's user id, when the body is plain text.",
      javaType = "String")
  public static final String USER_ID = "CamelZaloUserId";

  @Metadata(
      label = "consumer",
      description = "The platform's name of the event, such as user_send_text.",
      javaType = "String")
  public static final String EVENT = "CamelZaloEvent";

  private ZaloHeaders() {}
}
