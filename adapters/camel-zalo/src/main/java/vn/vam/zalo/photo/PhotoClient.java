package vn.vam.zalo.photo;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Fetches photos and documents from addresses that strangers' messages hold: from the given hosts
 * alone, over public addresses, without following a redirect, within a time and a size. Never
 * throws for what the outside world does. Safe for several threads.
 */
public final class PhotoClient implements AutoCloseable {
  public static final int MOST_BYTES = 10 << 20;

  /** For everything, from the look-up of the name to the last byte. */
  public static final Duration DEADLINE = Duration.ofSeconds(5);

  private final PhotoHosts hosts;
  private final OkHttpClient client;

  public PhotoClient(PhotoHosts hosts) {
    this(hosts, DEADLINE, Dns.SYSTEM);
  }

  PhotoClient(PhotoHosts hosts, Duration deadline, Dns names) {
    this.hosts = hosts;
    this.client =
        new OkHttpClient.Builder()
            .callTimeout(deadline)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .proxy(Proxy.NO_PROXY)
            .dns(new PublicAddresses(names))
            .build();
  }

  public PhotoFetch fetch(URI address) {
    HttpUrl url = HttpUrl.get(address);
    if (url == null) {
      return new PhotoFetch.Refused();
    }
    return switch (hosts.of(url)) {
      case DOMAIN, ADDRESS -> fetch(url);
      case ELSEWHERE -> new PhotoFetch.Refused();
    };
  }

  private PhotoFetch fetch(HttpUrl url) {
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      return response.code() == 200
          ? whole(response.body().source())
          : new PhotoFetch.Failed("status " + response.code());
    } catch (IOException broken) {
      return new PhotoFetch.Failed("no whole answer, " + broken.getClass().getSimpleName());
    }
  }

  private static PhotoFetch whole(BufferedSource body) throws IOException {
    return body.request(MOST_BYTES + 1L)
        ? new PhotoFetch.TooLong()
        : new PhotoFetch.Fetched(body.readByteArray());
  }

  /** Hangs up on what is under way. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
