package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.feed.Copy;

class KeepingTheLastGoodCopy {
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration DEADLINE = Duration.ofMillis(500);
  private static final int LARGEST = 1_000;

  @TempDir private Path folder = Path.of("");
  private final List<String> outcomes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Fetcher fetcher = new Fetcher(DEADLINE);
  private HttpServer server;
  private Source source;
  private volatile Instant now = Instant.parse("2026-11-26T05:00:00Z");
  private volatile String body = "một";

  /** How the source answers. */
  private interface Manner {
    void answer(HttpExchange exchange) throws IOException;
  }

  private volatile Manner manner = this::answerWell;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setExecutor(people);
    server.createContext("/", exchange -> manner.answer(exchange));
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
    source = new Source("any", url, EVERY);
  }

  @AfterEach
  void close() {
    end.countDown();
    fetcher.close();
    server.stop(0);
    people.shutdownNow();
  }

  private void answerWell(HttpExchange exchange) throws IOException {
    String had = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
    conditions.add(had);
    String etag = "\"" + body.length() + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (had.equals(etag)) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private Kept<String> kept() {
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneOffset.UTC);
    return new Kept<>(
        source,
        LARGEST,
        KeepingTheLastGoodCopy::read,
        fetcher,
        Optional.of(new Shelf(folder)),
        clock,
        new Random(1),
        (feed, outcome) -> outcomes.add(outcome));
  }

  private static String read(byte[] bytes) throws Reader.Unreadable {
    String text = new String(bytes, UTF_8);
    if (text.contains("\u0000")) {
      throw new StackOverflowError("a reader that was not prepared for this");
    }
    if (text.contains("<")) {
      throw new Reader.Unreadable("a page for people");
    }
    return text;
  }

  @Test
  void what_a_source_says_is_of_now() {
    Kept<String> kept = kept();
    assertThat(kept.now()).isEqualTo(new Copy.NoneYet<>());

    assertThat(kept.ask()).isEqualTo(EVERY);

    assertThat(kept.now()).isEqualTo(new Copy.Current<>("một", now));
    assertThat(outcomes).containsExactly("fresh");
  }

  @Test
  void what_has_not_changed_is_not_sent_again_and_is_of_now_all_the_same() {
    Kept<String> kept = kept();
    kept.ask();
    now = now.plus(EVERY);

    kept.ask();

    assertThat(conditions).containsExactly("null", "\"3\"");
    assertThat(kept.now()).isEqualTo(new Copy.Current<>("một", now));
    assertThat(outcomes).containsExactly("fresh", "unchanged");
  }

  @Test
  void a_source_that_is_away_leaves_its_last_good_copy_with_its_time() {
    Kept<String> kept = kept();
    kept.ask();
    Instant taken = now;
    now = now.plus(EVERY);
    server.stop(0);

    assertThat(kept.ask()).isLessThan(EVERY);

    assertThat(kept.now()).isEqualTo(new Copy.LastGood<>("một", taken));
    assertThat(outcomes).containsExactly("fresh", "failed");
  }

  @Test
  void a_source_that_sends_something_else_leaves_it_too() {
    Kept<String> kept = kept();
    kept.ask();
    body = "<html>Bảo trì</html>";

    kept.ask();

    assertThat(kept.now()).isInstanceOf(Copy.LastGood.class);
    assertThat(outcomes).containsExactly("fresh", "unreadable");
  }

  @Test
  void what_a_reader_is_not_prepared_for_leaves_it_too() {
    Kept<String> kept = kept();
    kept.ask();
    body = "\u0000";

    assertThat(kept.ask()).isLessThan(EVERY);

    assertThat(kept.now()).isInstanceOf(Copy.LastGood.class);
    assertThat(outcomes).containsExactly("fresh", "unreadable");
  }

  @Test
  void nothing_is_known_of_a_source_that_says_at_once_that_nothing_has_changed() {
    manner =
        exchange -> {
          exchange.sendResponseHeaders(304, -1);
          exchange.close();
        };
    Kept<String> kept = kept();

    assertThat(kept.ask()).isLessThan(EVERY);

    assertThat(kept.now()).isEqualTo(new Copy.NoneYet<>());
    assertThat(outcomes).containsExactly("failed");
  }

  @Test
  void one_that_sends_byte_after_byte_without_end_is_hung_up_on_at_the_deadline() {
    manner =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (end.getCount() > 0) {
            exchange.getResponseBody().write('m');
            exchange.getResponseBody().flush();
          }
        };
    long start = System.nanoTime();

    kept().ask();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(outcomes).containsExactly("failed");
  }

  @Test
  void the_copy_outlives_a_restart_and_counts_as_old_until_the_source_has_spoken() {
    kept().ask();
    Instant taken = now;
    now = now.plus(EVERY);

    Kept<String> after = kept();

    assertThat(after.now()).isEqualTo(new Copy.LastGood<>("một", taken));
    after.ask();
    assertThat(after.now()).isEqualTo(new Copy.Current<>("một", now));
  }

  @Test
  void a_source_that_drips_is_hung_up_on_at_the_deadline() {
    manner =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('m');
          exchange.getResponseBody().flush();
          awaitEnd();
        };
    long start = System.nanoTime();

    Kept<String> kept = kept();
    kept.ask();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(outcomes).containsExactly("failed");
    assertThat(kept.now()).isEqualTo(new Copy.NoneYet<>());
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_source_that_sends_too_much_is_hung_up_on() {
    body = "x".repeat(LARGEST + 1);

    kept().ask();

    assertThat(outcomes).containsExactly("failed");
  }

  @Test
  void a_source_that_sends_us_elsewhere_is_not_followed() {
    manner =
        exchange -> {
          conditions.add(exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        };

    kept().ask();

    assertThat(conditions).containsExactly("/feed");
    assertThat(outcomes).containsExactly("failed");
  }
}
