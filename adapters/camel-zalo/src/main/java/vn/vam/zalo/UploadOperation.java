package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/** A file for messages to come: {@code POST /v2.0/oa/upload/image|gif|file}, multipart. */
final class UploadOperation implements Operation {
  private static final String PATH = "/v2.0/oa/upload/";

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    Upload upload = message.getMandatoryBody(Upload.class);
    return complaint(upload).map(Call::refused).orElseGet(() -> post(upload));
  }

  private static Optional<String> complaint(Upload upload) {
    int most = upload.kind().mostBytes();
    int size = upload.content().length;
    return TextLimits.complain(
            !upload.fileName().matches("[\\w. -]{1,128}"),
            "file name must be 1 to 128 plain letters, digits, spaces and . _ -")
        .or(
            () ->
                TextLimits.complain(
                    size == 0 || size > most,
                    "the file has %d bytes, 1 to %d are allowed".formatted(size, most)));
  }

  private static Call post(Upload upload) {
    String boundary = "vam-" + UUID.randomUUID();
    return new Call.Post(
        Host.OPEN_API,
        PATH + upload.kind().path(),
        "multipart/form-data; boundary=" + boundary,
        multipart(upload, boundary));
  }

  private static byte[] multipart(Upload upload, String boundary) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(upload.content().length + 512);
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, upload.fileName(), type(upload.fileName()));
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(upload.content());
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static String type(String fileName) {
    return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "gif" -> "image/gif";
      case "pdf" -> "application/pdf";
      case "csv" -> "text/csv";
      default -> "application/octet-stream";
    };
  }

  @Override
  public ZaloResult read(JsonNode data) {
    String handle = data.path("attachment_id").asText(data.path("token").asText(""));
    return handle.isEmpty()
        ? new ZaloResult.Unclear("success without attachment_id or token")
        : new ZaloResult.Answered(new Uploaded(handle));
  }
}
