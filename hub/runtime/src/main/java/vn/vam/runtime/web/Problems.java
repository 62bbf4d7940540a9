package vn.vam.runtime.web;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.point.PointStore.StoreUnavailable;

/** Turns every failure into a problem: nobody outside ever reads a stack trace. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void mount(Router router) {
    router.route().failureHandler(Problems::answer);
    router.errorHandler(404, Problems::answer);
    router.errorHandler(405, Problems::answer);
    router.errorHandler(400, Problems::answer);
    router.errorHandler(500, Problems::answer);
  }

  private static void answer(RoutingContext context) {
    of(context).send(context.response());
  }

  private static Problem of(RoutingContext context) {
    Throwable failure = context.failure();
    return switch (failure) {
      case StoreUnavailable away -> {
        LOG.warn("The store did not answer a query; reason={}", away.getMessage());
        yield Problem.storeAway();
      }
      case BoundedWorkers.Busy busy -> Problem.busy();
      case null -> ofStatus(context);
      default -> ofFailure(context, failure);
    };
  }

  private static Problem ofFailure(RoutingContext context, Throwable failure) {
    if (context.statusCode() >= 400 && context.statusCode() < 500) {
      return ofStatus(context);
    }
    LOG.error("A request failed; path={}", context.normalizedPath(), failure);
    return Problem.ofStatus(500, "The hub made a mistake; its log tells more.");
  }

  private static Problem ofStatus(RoutingContext context) {
    int status = context.statusCode() < 400 ? 404 : context.statusCode();
    return switch (status) {
      case 404 ->
          Problem.ofStatus(404, "Nothing lives here; /api/v1/openapi.yaml lists what does.");
      case 405 ->
          Problem.ofStatus(405, "This address does not answer " + context.request().method());
      case 413 -> Problem.ofStatus(413, "The body is too long.");
      default -> Problem.ofStatus(status, "The request could not be answered.");
    };
  }

  /** For requests that never reach the router: broken or oversized heads. */
  static void refuse(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    problemOf(cause).send(request.response().putHeader("connection", "close"));
    request.connection().close();
  }

  private static Problem problemOf(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException line -> Problem.ofStatus(414, "An address holds at most 4 KB.");
      case TooLongHttpHeaderException head -> Problem.ofStatus(431, "Headers hold at most 8 KB.");
      case TooLongFrameException frame -> Problem.ofStatus(413, "The body is too long.");
      default -> Problem.ofStatus(400, "This is not HTTP as we know it.");
    };
  }
}
