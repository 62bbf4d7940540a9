package vn.vam.zalo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.zalo.webhook.WebhookEvent;
import vn.vam.zalo.webhook.WebhookEvents;
import vn.vam.zalo.webhook.WebhookReading;
import vn.vam.zalo.webhook.WebhookSignature;

/**
 * Receives what the platform posts: only signed events reach the route, as {@link WebhookEvent}.
 * The platform hears 200 when the route has ended well, within two seconds it hopes, and repeats
 * the event after anything else.
 */
final class ZaloConsumer extends DefaultConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(ZaloConsumer.class);
  private static final int THREADS = 8;
  private static final int WAITING = 50;

  private final ZaloEndpoint endpoint;
  private final WebhookSignature signature;
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  ZaloConsumer(ZaloEndpoint endpoint, Processor processor, WebhookSignature signature) {
    super(endpoint, processor);
    this.endpoint = endpoint;
    this.signature = signature;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), WAITING);
    ExecutorService pool =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("zalo-events-", 0).factory());
    opened.setExecutor(pool);
    opened.createContext(endpoint.getPath(), this::receive);
    opened.start();
    server = opened;
    threads = pool;
  }

  /** Where it listens, once started. */
  int port() {
    return server == null ? endpoint.getPort() : server.getAddress().getPort();
  }

  @Override
  protected void doStop() throws Exception {
    if (server != null) {
      server.stop(1);
    }
    if (threads != null) {
      threads.shutdown();
    }
    super.doStop();
  }

  private void receive(HttpExchange call) throws IOException {
    try (call) {
      call.sendResponseHeaders(status(call), -1);
    }
  }

  private int status(HttpExchange call) throws IOException {
    if (!call.getRequestMethod().equals("POST")) {
      return 405;
    }
    byte[] body = call.getRequestBody().readNBytes(WebhookSignature.MAX_SIGNED + 1);
    if (body.length > WebhookSignature.MAX_SIGNED) {
      return 413;
    }
    if (!signature.verify(body, call.getRequestHeaders().getFirst(WebhookSignature.HEADER))) {
      return 401;
    }
    return switch (WebhookEvents.read(body)) {
      case WebhookReading.Malformed malformed -> {
        LOG.warn("event not understood field={} reason={}", malformed.field(), malformed.reason());
        yield 200;
      }
      case WebhookReading.Understood understood -> handled(understood.event()) ? 200 : 500;
    };
  }

  private boolean handled(WebhookEvent event) {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(event);
      exchange.getMessage().setHeader(ZaloHeaders.EVENT, event.origin().eventName());
      exchange.getMessage().setHeader(ZaloHeaders.USER_ID, event.userId());
      getProcessor().process(exchange);
    } catch (Exception failure) {
      exchange.setException(failure);
    }
    Exception failure = exchange.getException();
    if (failure != null) {
      getExceptionHandler().handleException("a Zalo event was not handled", exchange, failure);
    }
    releaseExchange(exchange, false);
    return failure == null;
  }
}
