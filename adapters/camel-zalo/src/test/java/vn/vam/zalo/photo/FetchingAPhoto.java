package vn.vam.zalo.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.zalo.photo.PhotoHosts.Place;

class FetchingAPhoto {
  private static final byte[] PHOTO = {1, 2, 3};

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private PhotoClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/photo",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, PHOTO.length);
          exchange.getResponseBody().write(PHOTO);
          exchange.close();
        });
    server.start();
    client = client(Duration.ofSeconds(20), here());
  }

  @AfterEach
  void stop() {
    over.countDown();
    client.close();
    server.stop(0);
  }

  private String here() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static PhotoClient client(Duration deadline, String... hosts) {
    return new PhotoClient(
        new PhotoHosts(List.of(hosts)),
        deadline,
        name -> List.of(InetAddress.getLoopbackAddress()));
  }

  private PhotoFetch fetch(String path) {
    return client.fetch(URI.create("http://" + here() + path));
  }

  @Test
  void brings_its_bytes() {
    assertThat(fetch("/photo"))
        .isInstanceOfSatisfying(
            PhotoFetch.Fetched.class, photo -> assertThat(photo.bytes()).isEqualTo(PHOTO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/photo",
        "http://localhost:{port}/photo",
        "http://someone@127.0.0.1:{port}/photo",
        "http://[::1]:{port}/photo",
        "http://2130706433:{port}/photo",
        "ftp://127.0.0.1:{port}/photo",
        "file:///etc/hostname",
        "data:image/png;base64,AA",
        "photo"
      })
  void asks_nobody_but_the_named_hosts(String address) {
    String there = address.replace("{port}", Integer.toString(server.getAddress().getPort()));

    assertThat(client.fetch(URI.create(there))).isEqualTo(new PhotoFetch.Refused());
    assertThat(asked).hasValue(0);
  }

  @Test
  void follows_no_redirect() {
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/photo");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });

    assertThat(fetch("/elsewhere")).isEqualTo(new PhotoFetch.Failed("status 302"));
    assertThat(asked).hasValue(0);
  }

  @Test
  void goes_to_no_private_address_behind_a_name() {
    try (PhotoClient named = client(Duration.ofSeconds(20), "zdn.vn")) {
      assertThat(named.fetch(URI.create("http://f5.zdn.vn/photo")))
          .isEqualTo(new PhotoFetch.Failed("no whole answer, UnknownHostException"));
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void hangs_up_on_one_that_is_too_long() {
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] much = new byte[1 << 16];
          try (OutputStream out = exchange.getResponseBody()) {
            while (over.getCount() > 0) {
              out.write(much);
            }
          }
        });

    assertThat(fetch("/endless")).isEqualTo(new PhotoFetch.TooLong());
  }

  @Test
  void waits_no_longer_than_its_deadline_for_one_that_drips() {
    server.createContext(
        "/silent",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          await();
          exchange.close();
        });
    try (PhotoClient hasty = client(Duration.ofMillis(200), here())) {
      assertThat(hasty.fetch(URI.create("http://" + here() + "/silent")))
          .isInstanceOf(PhotoFetch.Failed.class);
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.7",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fc00::1",
        "fe80::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1"
      })
  void knows_addresses_that_are_not_public(String address) throws UnknownHostException {
    InetAddress found = InetAddress.getByName(address);
    Dns guarded = new PublicAddresses(name -> List.of(InetAddress.getByName("1.1.1.1"), found));

    assertThatThrownBy(() -> guarded.lookup("zdn.vn")).isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "49.213.114.1", "100.128.0.1", "172.32.0.1", "2405:4800::1"})
  void knows_those_that_are(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://zdn.vn/a", "http://f5-photo.zdn.vn/a?b", "https://ZDN.VN:443/"})
  void takes_a_domain_with_all_below_it(String address) {
    assertThat(PhotoHosts.OF_THE_PLATFORM.of(HttpUrl.get(address))).isEqualTo(Place.DOMAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://zdn.vn.example.com/a",
        "https://evilzdn.vn/a",
        "https://zdn.vn:8443/a",
        "https://zdn.vn@example.com/a",
        "https://example.com/zdn.vn",
        "https://zdn.vn./a"
      })
  void takes_none_that_only_looks_like_it(String address) {
    assertThat(PhotoHosts.OF_THE_PLATFORM.of(HttpUrl.get(address))).isEqualTo(Place.ELSEWHERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "vn", "localhost", "127.0.0.1", "127.0.0.1:0", "http://zdn.vn", "*"})
  void says_what_an_entry_should_be(String entry) {
    assertThatThrownBy(() -> new PhotoHosts(List.of(entry)))
        .hasMessageContaining("such as zdn.vn or an address with its port such as 127.0.0.1:8090")
        .hasMessageContaining("'" + entry + "'");
  }
}
