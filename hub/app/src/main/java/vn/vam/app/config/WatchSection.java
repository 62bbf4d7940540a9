package vn.vam.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code watch}. */
final class WatchSection {
  private static final Pattern USER_ID = Pattern.compile("[!-~]{1,128}");
  private static final String PEOPLE = "tell: ['2512523625412515']";
  private static final int MOST_PEOPLE = 50;
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration A_DAY = Duration.ofDays(1);

  private WatchSection() {}

  static WatchConfig read(ConfigNode watch, HubConfig.ConsoleConfig console) {
    watch.only("hub", "every", "after", "again", "tell", "directory", "zalo");
    return new WatchConfig(
        watch
            .maybe("hub")
            .map(hub -> hub.uri(ConfigNode.HTTP, "hub: http://127.0.0.1:8080"))
            .orElseGet(() -> URI.create("http://" + console.host() + ":" + console.port())),
        span(watch, "every", Duration.ofSeconds(10)),
        span(watch, "after", Duration.ofMinutes(2)),
        span(watch, "again", Duration.ofHours(1)),
        people(watch.at("tell")),
        Path.of(watch.at("directory").text("directory: /var/lib/vam-watch")),
        ZaloSection.sender(watch.at("zalo")));
  }

  /** A token that is renewed ends the one before it: two programs must not share an account. */
  static void check(ConfigNode watch, HubConfig.ConsoleConfig console, Optional<ZaloSettings> hub) {
    String appId = read(watch, console).account().appId();
    if (hub.filter(zalo -> zalo.account().appId().equals(appId)).isPresent()) {
      watch
          .at("zalo")
          .at("app_id")
          .complain(
              "expected another application than zalo.app_id", "app_id: '417200000000000001'");
    }
  }

  private static Duration span(ConfigNode watch, String key, Duration usual) {
    return watch.at(key).duration(usual, A_SECOND, A_DAY, key + ": " + Durations.written(usual));
  }

  private static List<String> people(ConfigNode tell) {
    List<ConfigNode> items = tell.items(PEOPLE);
    if (items.isEmpty() || items.size() > MOST_PEOPLE) {
      tell.complain("expected 1 to " + MOST_PEOPLE + " user ids of people on duty", PEOPLE);
    }
    return items.stream().map(WatchSection::person).toList();
  }

  private static String person(ConfigNode item) {
    String id = item.text(PEOPLE);
    if (!USER_ID.matcher(id).matches()) {
      item.complain("expected a user id of 1 to 128 printable characters", PEOPLE);
    }
    return id;
  }
}
