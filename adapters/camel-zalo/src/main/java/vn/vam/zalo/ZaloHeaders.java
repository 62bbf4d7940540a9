package vn.vam.zalo;

import org.apache.camel.spi.Metadata;

/** Message headers the component reads. */
public final class ZaloHeaders {
  @Metadata(
      description = "The recipient's user id, when the body is plain text.",
      javaType = "String")
  public static final String USER_ID = "CamelZaloUserId";

  private ZaloHeaders() {}
}
