package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vam.zalo.Platform.SENT;
import static vn.vam.zalo.Platform.TEXT;
import static vn.vam.zalo.Platform.TOKEN;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.vam.zalo.FakePlatform.Reply;

class KeepingSecrets {
  private static final List<String> SECRETS =
      List.of("access-1", "access-2", "refresh-1", "refresh-2", "app-secret-value");

  @Test
  void a_secret_prints_as_dots_and_never_complains_with_its_value() {
    assertThat(Secret.of("access-1")).hasToString("••••••");
    assertThatThrownBy(() -> Secret.of("access 1")).hasMessageNotContaining("access");
  }

  @Test
  void records_print_neither_tokens_nor_people() {
    var printed =
        List.of(
                Platform.pair("access-1", "refresh-1"),
                new TokenState.Usable(Platform.pair("access-1", "refresh-1")),
                new Grant.Granted(Platform.pair("access-1", "refresh-1")),
                ZaloConfiguration.of("1", Secret.of("app-secret-value")),
                TextMessage.of("user-77", "bí mật"),
                new UserDetail(
                    "user-77", "bí mật", Optional.empty(), Optional.empty(), List.of("bí mật")))
            .toString();

    assertThat(printed).doesNotContain(SECRETS).doesNotContain("user-77").doesNotContain("bí mật");
  }

  @Test
  void an_address_has_no_place_for_a_secret() {
    try (Hub hub = new Hub()) {
      assertThatThrownBy(() -> hub.context.getEndpoint("zalo:text?accessToken=access-1"))
          .hasMessageContaining("zalo");
      assertThat(hub.context.getEndpoint("zalo:text"))
          .extracting(Endpoint::getEndpointUri)
          .isEqualTo("zalo://text");
    }
  }

  @Test
  void logs_at_their_most_talkative_hold_neither_tokens_nor_people() {
    ListAppender<ILoggingEvent> heard = listen(Level.TRACE);
    try (Hub hub = new Hub()) {
      hub.platform
          .on(TEXT, Platform.error(-216, "x"), SENT, Reply.cut(), Platform.error(-201, "y"))
          .on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      hub.send(TextMessage.of("user-77", "bí mật"));
      hub.send(TextMessage.of("user-77", "bí mật"));
      hub.send(TextMessage.of("user-77", "bí mật"));
    } finally {
      listen(Level.WARN).stop();
    }

    assertThat(heard.list.stream().map(KeepingSecrets::line).collect(Collectors.joining("\n")))
        .isNotEmpty()
        .doesNotContain(SECRETS)
        .doesNotContain("user-77")
        .doesNotContain("bí mật");
  }

  @Test
  void a_store_in_trouble_is_logged_without_tokens() {
    ListAppender<ILoggingEvent> heard = listen(Level.WARN);
    MemoryStore store =
        MemoryStore.with(
            Platform.pair("access-1", "refresh-1", Instant.now().minus(Duration.ofDays(2))));
    store.full = true;
    try (Hub hub = new Hub(store, false)) {
      hub.send("xin chào");
    }

    assertThat(heard.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("zalo tokens not saved")
        .noneMatch(line -> SECRETS.stream().anyMatch(line::contains));
  }

  private static ListAppender<ILoggingEvent> listen(Level level) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    root.detachAppender("console");
    root.addAppender(appender);
    root.setLevel(level);
    return appender;
  }

  private static String line(ILoggingEvent event) {
    return event.getFormattedMessage() + " " + event.getThrowableProxy();
  }
}
