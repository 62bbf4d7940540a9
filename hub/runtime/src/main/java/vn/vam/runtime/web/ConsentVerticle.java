package vn.vam.runtime.web;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/** The door for the messenger's consent alone, where no hub is running that could receive it. */
public final class ConsentVerticle extends AbstractVerticle {
  private static final int THREADS = 2;
  private static final int MOST = 20;

  private final String host;
  private final int port;
  private final ConsentDesk desk;

  public ConsentVerticle(String host, int port, ConsentDesk desk) {
    this.host = host;
    this.port = port;
    this.desk = desk;
  }

  @Override
  public void start(Promise<Void> started) {
    Router router = Router.router(vertx);
    Problems.mount(router);
    Guards.mount(router);
    new ConsentApi(desk, new BoundedWorkers(vertx, "web-consent", THREADS, MOST)).mount(router);
    vertx
        .createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
        .invalidRequestHandler(Problems::refuse)
        .requestHandler(router)
        .listen()
        .<Void>mapEmpty()
        .onComplete(started);
  }
}
