package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.ZaloAccount;
import vn.vam.core.secret.Secret;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.sqlite.state.StateDatabase;
import vn.vam.sqlite.state.TokenTable;
import vn.vam.testing.Http;
import vn.vam.zalo.ImageMessage;
import vn.vam.zalo.RequestRate;
import vn.vam.zalo.TextMessage;
import vn.vam.zalo.Upload;
import vn.vam.zalo.Uploaded;
import vn.vam.zalo.ZaloObserver;
import vn.vam.zalo.ZaloResult;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;

/** Before a platform that counts every request: a picture is two, and none is one too many. */
class KeepingTheRate {
  private static final int PICTURES = 60;

  /** Its minute is a second long here, and that second takes so many. */
  private static final int TAKEN = 60;

  /** Two seconds' share fits into one of the platform's, for what is late on its way. */
  private static final int SENT_A_SECOND = TAKEN / 2;

  @TempDir Path folder;
  @AutoClose private final ZaloSimulator zalo = ZaloSimulator.start(platform());
  @AutoClose private final CamelContext camel = new DefaultCamelContext();
  @AutoClose private @Nullable StateDatabase state;

  @BeforeEach
  void somebody_may_be_written_to() {
    post("/_sim/users/u1/text", "{\"text\":\"xin chào\"}");
  }

  @Test
  void pictures_go_as_fast_as_the_platform_takes_requests_and_no_faster() throws Exception {
    ProducerTemplate routes = account(new RequestRate(SENT_A_SECOND * 60, Duration.ofSeconds(30)));
    byte[] png = png();

    List<Future<ZaloResult>> shown = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < PICTURES; i++) {
        shown.add(senders.submit(() -> show(routes, png)));
      }
    }

    for (Future<ZaloResult> each : shown) {
      assertThat(each.get()).isInstanceOf(Sent.class);
    }
  }

  @Test
  void who_asks_for_too_much_hears_it_once_and_then_nothing_leaves() {
    ProducerTemplate routes = account(RequestRate.OF_THE_PLATFORM);
    post("/_sim/faults", "{\"kind\":\"rate-limit\",\"count\":1}");

    assertThat(say(routes))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(-32));

    assertThat(say(routes)).isInstanceOf(NotSent.class);
    assertThat(routes.requestBody("zalo:conversation", "u1", ZaloResult.class))
        .isInstanceOf(NotSent.class);
    assertThat(Http.get(zalo.baseUri().resolve("/_sim/messages?user=u1")).body())
        .contains("\"messages\":[]");
  }

  private ProducerTemplate account(RequestRate rate) {
    state = StateDatabase.open(folder.resolve("state.db"));
    camel.addComponent(
        "zalo",
        ZaloAccounts.component(
            new ZaloAccount(
                zalo.baseUri(),
                zalo.baseUri(),
                zalo.baseUri(),
                "1001",
                new Secret("app-secret"),
                Optional.of(new Secret("refresh-0"))),
            rate,
            new TokenTable(state),
            ZaloObserver.NONE,
            Clock.systemUTC()));
    camel.start();
    return camel.createProducerTemplate();
  }

  private static ZaloResult show(ProducerTemplate routes, byte[] png) {
    Object uploaded =
        routes.requestBody("zalo:upload", new Upload(Upload.Kind.IMAGE, "bieu-do.png", png));
    return uploaded instanceof ZaloResult.Answered(Uploaded picture)
        ? routes.requestBody(
            "zalo:image",
            new ImageMessage("u1", "", new ImageMessage.Attachment(picture.handle())),
            ZaloResult.class)
        : (ZaloResult) uploaded;
  }

  private static ZaloResult say(ProducerTemplate routes) {
    return routes.requestBody("zalo:text", TextMessage.of("u1", "nước mặn"), ZaloResult.class);
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private void post(String path, String json) {
    assertThat(Http.post(zalo.baseUri().resolve(path), "application/json", json).statusCode())
        .isLessThan(300);
  }

  private static ZaloSimulatorConfig platform() {
    ZaloSimulatorConfig usual =
        ZaloSimulatorConfig.of(
            URI.create("http://127.0.0.1:9/"),
            "1001",
            new vn.vam.sim.zalo.Secret("app-secret"),
            "2002",
            new vn.vam.sim.zalo.Secret("unused"));
    return new ZaloSimulatorConfig(
        usual.host(),
        0,
        usual.webhook(),
        usual.appId(),
        usual.appSecret(),
        usual.oaId(),
        usual.oaSecretKey(),
        Duration.ofDays(30),
        Optional.empty(),
        Optional.of(new vn.vam.sim.zalo.Secret("refresh-0")),
        usual.retryLadder(),
        TAKEN,
        new Hurried(Instant.now()),
        Optional.empty());
  }

  /** A minute of it is a second. */
  private static final class Hurried extends Clock {
    private final Instant start;

    Hurried(Instant start) {
      this.start = start;
    }

    @Override
    public Instant instant() {
      return start.plus(Duration.between(start, Instant.now()).multipliedBy(60));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
