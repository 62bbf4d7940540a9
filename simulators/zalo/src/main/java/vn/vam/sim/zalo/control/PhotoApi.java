package vn.vam.sim.zalo.control;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import vn.vam.sim.zalo.chat.Photos;
import vn.vam.sim.zalo.fault.FaultKind;
import vn.vam.sim.zalo.fault.Faults;

/** Pictures and files as the platform hosts them; slow or away where a fault names their path. */
public final class PhotoApi {
  private final Photos photos;
  private final Faults faults;

  public PhotoApi(Photos photos, Faults faults) {
    this.photos = photos;
    this.faults = faults;
  }

  public void mount(Router router) {
    router.get("/photos/:name").handler(this::answer);
  }

  private void answer(RoutingContext call) {
    String path = call.request().path();
    if (faults.takeNamed(FaultKind.CUT_BEFORE_ACCEPT, path).isPresent()) {
      call.request().connection().close();
      return;
    }
    Optional<Faults.Fault> slow =
        faults.takeNamed(FaultKind.SLOW, path).filter(fault -> fault.ms() > 0);
    slow.ifPresentOrElse(
        fault -> call.vertx().setTimer(fault.ms(), late -> show(call)), () -> show(call));
  }

  private void show(RoutingContext call) {
    if (call.response().closed()) {
      return;
    }
    String name = call.pathParam("name");
    photos
        .find(name)
        .ifPresentOrElse(
            bytes ->
                call.response()
                    .putHeader("Content-Type", type(name))
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(bytes),
            () -> Problem.answer(call, 404, "no such picture, or it was long ago"));
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "png" -> "image/png";
      case "gif" -> "image/gif";
      case "pdf" -> "application/pdf";
      case "bin" -> "application/octet-stream";
      default -> "image/jpeg";
    };
  }
}
