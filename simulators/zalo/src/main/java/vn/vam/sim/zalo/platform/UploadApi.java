package vn.vam.sim.zalo.platform;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.platform.Uploads.Door;

/** {@code POST /v2.0/oa/upload/image|gif|file}: multipart, the field is called file. */
final class UploadApi {
  private final Uploads uploads;

  UploadApi(Uploads uploads) {
    this.uploads = uploads;
  }

  void take(RoutingContext call) {
    Door door = Door.valueOf(call.pathParam("door").toUpperCase(Locale.ROOT));
    Part part = new Part(door.mostBytes());
    call.request().setExpectMultipart(true).uploadHandler(part::begin);
    call.request().endHandler(end -> answer(call, door, part));
  }

  private void answer(RoutingContext call, Door door, Part part) {
    if (part.name.isEmpty()) Answers.refuse(call, Refusal.invalid("file"));
    else if (part.tooLong) Answers.refuse(call, Refusal.overLimit("file", door.mostBytes()));
    else if (!uploads.allowance(door).use()) Answers.refuse(call, Refusal.OUT_OF_QUOTA);
    else answer(call, door, uploads.keep(door, part.name, part.content));
  }

  private static void answer(RoutingContext call, Door door, Optional<String> id) {
    String field = door == Door.FILE ? "token" : "attachment_id";
    id.ifPresentOrElse(
        kept -> Answers.success(call, Json.object().put(field, kept)),
        () -> Answers.refuse(call, Refusal.invalid("file")));
  }

  /** The file of one call, read up to its limit. */
  private static final class Part {
    private final int most;
    private final Buffer content = Buffer.buffer();
    private String name = "";
    private boolean tooLong;

    Part(int most) {
      this.most = most;
    }

    void begin(HttpServerFileUpload upload) {
      if (!upload.name().equals("file")) return;
      name = upload.filename();
      upload.handler(this::add);
    }

    private void add(Buffer more) {
      tooLong |= content.length() + more.length() > most;
      if (!tooLong) content.appendBuffer(more);
    }
  }
}
