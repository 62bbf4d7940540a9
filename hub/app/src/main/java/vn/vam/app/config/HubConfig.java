package vn.vam.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.citizen.ChatSettings;
import vn.vam.core.dossier.FollowRules;
import vn.vam.core.operator.Operators;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Registry;
import vn.vam.dossier.OfficeConfig;
import vn.vam.feeds.FeedsConfig;
import vn.vam.sqlite.log.LogConfig;

/**
 * Everything the hub is told, in the order of the flow.
 *
 * @param brokerPort where the embedded broker listens, when a source uses it
 * @param data where the hub keeps what it must not lose
 * @param sealing absent where no key was given: then nothing is sealed
 * @param citizens what the province decides about the chat
 * @param operators who looks after alerts
 * @param zalo absent while no official account is set up: then alerts stay on the console
 * @param dossier absent where no office can be asked: then citizens are told so
 * @param follow how dossiers are followed, where there is an office
 * @param feeds what else citizens can ask for; nothing of it where nobody is to be asked
 */
public record HubConfig(
    List<SourceConfig> sources,
    Registry registry,
    Path data,
    int brokerPort,
    LogConfig log,
    Optional<SealingConfig> sealing,
    StoreConfig store,
    List<Rule> rules,
    ChatSettings citizens,
    Operators operators,
    Optional<ZaloSettings> zalo,
    Optional<OfficeConfig> dossier,
    FollowRules follow,
    FeedsConfig feeds,
    ConsoleConfig console) {
  public HubConfig {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }

  /** The sections of another configuration that differ from these and cannot be taken over. */
  public List<String> needingRestart(HubConfig other) {
    List<String> sections = new ArrayList<>();
    differs(sections, "sources", sources, other.sources);
    differs(sections, "log", List.of(log, sealing), List.of(other.log, other.sealing));
    differs(sections, "store", store, other.store);
    differs(sections, "state", List.of(data, brokerPort), List.of(other.data, other.brokerPort));
    differs(sections, "rules", rules, other.rules);
    differs(sections, "citizens", citizens, other.citizens);
    differs(sections, "operators", operators, other.operators);
    differs(sections, "zalo", zalo, other.zalo);
    differs(sections, "dossier", List.of(dossier, follow), List.of(other.dossier, other.follow));
    differs(sections, "feeds", feeds, other.feeds);
    differs(sections, "console", console, other.console);
    return sections;
  }

  private static void differs(List<String> sections, String name, Object here, Object there) {
    if (!here.equals(there)) {
      sections.add(name);
    }
  }

  /**
   * @param host where the hub's web listens
   * @param port 0 for any free one
   * @param staleAfter an older value is shown as stale and said to be old
   * @param eventIdle a camera's event of which nothing is heard for so long has ended
   * @param sender who warns, in the export for other warning systems
   */
  public record ConsoleConfig(
      String host, int port, Duration staleAfter, Duration eventIdle, String sender) {
    static final String NAMELESS = "vam";

    public ConsoleConfig(String host, int port, Duration staleAfter, Duration eventIdle) {
      this(host, port, staleAfter, eventIdle, NAMELESS);
    }
  }
}
