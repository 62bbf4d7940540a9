package vn.vam.runtime.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.vam.core.alert.AlertDesk.AlertCounts;
import vn.vam.core.books.BooksPage;
import vn.vam.core.notify.Outbox.OutboxCounts;

/** The books, as JSON; as the three lines of a run's end for who asks for plain text. */
final class BooksApi {
  private record Opened(BooksPage page, AlertCounts alerts, OutboxCounts deliveries) {}

  private final WebParts parts;
  private final BoundedWorkers workers;

  BooksApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get("/api/v1/books").handler(this::open);
  }

  private void open(RoutingContext context) {
    workers
        .run(
            () ->
                new Opened(parts.books().get(), parts.alerts().counts(), parts.deliveries().get()))
        .onSuccess(books -> answer(context, books))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, Opened books) {
    if ("text/plain".equals(context.request().getHeader("accept"))) {
      Answers.text(
          context,
          "text/plain; charset=utf-8",
          ApiJson.summary(books.page(), books.alerts(), books.deliveries()) + "\n");
      return;
    }
    Answers.json(context, ApiJson.books(books.page(), books.alerts(), books.deliveries()));
  }
}
