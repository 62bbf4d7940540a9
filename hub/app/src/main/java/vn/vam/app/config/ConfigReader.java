package vn.vam.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.operator.Operators;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Registry;
import vn.vam.feeds.FeedsConfig;

/** Reads the whole configuration; nothing is connected to while it does. */
public final class ConfigReader {
  private static final Duration SHORTEST_IDLE = Duration.ofSeconds(1);
  private static final Duration LONGEST_IDLE = Duration.ofDays(7);
  private static final long LARGEST_FILE = 8L << 20;
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final Set<String> formats;
  private final Set<String> texts;
  private final Map<String, String> environment;

  /**
   * @param formats names of the message formats that are understood
   * @param texts keys of the texts citizens can read
   */
  public ConfigReader(Set<String> formats, Set<String> texts, Map<String, String> environment) {
    this.formats = formats;
    this.texts = texts;
    this.environment = Map.copyOf(environment);
  }

  /** What {@code vam rules test} needs: stations and rules alone. */
  public record RulesOnly(Registry registry, List<Rule> rules) {}

  /**
   * @throws BadConfig with every mistake in the file
   */
  public HubConfig read(Path file) throws BadConfig {
    List<Complaint> complaints = new ArrayList<>();
    HubConfig config = hub(root(file, complaints), file);
    return sound(file, config, complaints);
  }

  /**
   * @throws BadConfig with every mistake in {@code stations} and {@code rules}
   */
  public RulesOnly readRules(Path file) throws BadConfig {
    List<Complaint> complaints = new ArrayList<>();
    ConfigNode root = root(file, complaints);
    Registry registry = StationsSection.read(root);
    Duration eventIdle = eventIdle(root.at("console"));
    List<Rule> rules = new RulesSection(registry, texts, eventIdle).read(root.at("rules"));
    return sound(file, new RulesOnly(registry, rules), complaints);
  }

  /**
   * @throws BadConfig with every mistake in {@code watch} and {@code console}, or when there is no
   *     {@code watch}
   */
  public WatchConfig readWatch(Path file) throws BadConfig {
    List<Complaint> complaints = new ArrayList<>();
    ConfigNode root = root(file, complaints);
    if (!root.at("watch").isPresent()) {
      root.at("watch")
          .complain("expected whom to tell, and how, found nothing", "watch: { tell: […], … }");
      throw new BadConfig(file, complaints);
    }
    return sound(
        file, WatchSection.read(root.at("watch"), console(root.at("console"))), complaints);
  }

  /**
   * Tests of those rules.
   *
   * @throws BadConfig with every mistake in the file
   */
  public List<RuleCase> readCases(Path file, RulesOnly rules) throws BadConfig {
    List<Complaint> complaints = new ArrayList<>();
    List<RuleCase> cases =
        new CasesFile(rules.registry(), rules.rules()).read(root(file, complaints));
    return sound(file, cases, complaints);
  }

  private static <T> T sound(Path file, T config, List<Complaint> complaints) throws BadConfig {
    if (!complaints.isEmpty()) {
      throw new BadConfig(file, complaints);
    }
    return config;
  }

  private ConfigNode root(Path file, List<Complaint> complaints) throws BadConfig {
    return ConfigNode.root(tree(file), complaints, new Placeholders(environment));
  }

  private static JsonNode tree(Path file) throws BadConfig {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw unreadable(file, "expected a file of at most 8 MB");
      }
      JsonNode tree = YAML.readTree(Files.readString(file));
      if (!tree.isObject()) {
        throw unreadable(file, "expected a YAML file with settings");
      }
      return tree;
    } catch (JsonProcessingException malformed) {
      throw unreadable(file, "expected YAML, but " + where(malformed));
    } catch (IOException missing) {
      throw unreadable(file, "expected a readable UTF-8 file");
    }
  }

  private static String where(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? malformed.getOriginalMessage()
        : "line "
            + malformed.getLocation().getLineNr()
            + " is not: "
            + malformed.getOriginalMessage().lines().findFirst().orElse("");
  }

  private static BadConfig unreadable(Path file, String expected) {
    return new BadConfig(file, List.of(new Complaint("(file)", expected, "deploy/vam.yaml")));
  }

  private HubConfig hub(ConfigNode root, Path file) {
    root.only(
        "sources",
        "stations",
        "devices",
        "log",
        "store",
        "state",
        "rules",
        "citizens",
        "operators",
        "zalo",
        "dossier",
        "feeds",
        "console",
        "watch");
    if (!root.at("sources").isPresent()) {
      root.at("sources")
          .complain(
              "expected where messages come from, found nothing", "sources: [ { id: native, … } ]");
    }
    List<SourceConfig> sources = new SourcesSection(formats).read(root.at("sources"));
    Registry registry = StationsSection.read(root);
    ConfigNode state = root.at("state").only("directory", "broker_port");
    Path data =
        Path.of(state.at("directory").optionalText("directory: /var/lib/vam").orElse("data"));
    HubConfig.ConsoleConfig console = console(root.at("console"));
    List<Rule> rules =
        new RulesSection(registry, texts, console.eventIdle()).read(root.at("rules"));
    Optional<ZaloSettings> zalo = root.maybe("zalo").map(ZaloSection::read);
    root.maybe("watch").ifPresent(watch -> WatchSection.check(watch, console, zalo));
    return new HubConfig(
        sources,
        registry,
        data,
        state.at("broker_port").integer(0, 65_535, 1883, "broker_port: 1883"),
        LogSection.read(root.at("log"), data, rules),
        LogSection.sealing(root.at("log")),
        StoreSection.read(root.at("store"), data),
        rules,
        CitizensSection.read(root.at("citizens"), file, registry),
        root.maybe("operators").map(OperatorsSection::read).orElse(Operators.NONE),
        zalo,
        root.maybe("dossier").map(DossierSection::read),
        DossierSection.follow(root.at("dossier").at("follow")),
        root.maybe("feeds").map(FeedsSection::read).orElse(FeedsConfig.NONE),
        console);
  }

  private static HubConfig.ConsoleConfig console(ConfigNode node) {
    node.only("host", "port", "stale_after", "event_idle", "sender");
    return new HubConfig.ConsoleConfig(
        node.at("host").optionalText("host: 127.0.0.1").orElse("127.0.0.1"),
        node.at("port").integer(0, 65_535, 8080, "port: 8080"),
        node.at("stale_after").duration(Duration.ofHours(1), "stale_after: 1h"),
        eventIdle(node),
        sender(node.at("sender")));
  }

  private static Duration eventIdle(ConfigNode console) {
    return console
        .at("event_idle")
        .duration(LatestReadings.EVENT_IDLE, SHORTEST_IDLE, LONGEST_IDLE, "event_idle: 5m");
  }

  /** The protocol it travels in allows no blank, comma, {@code <} or {@code &} there. */
  private static String sender(ConfigNode node) {
    String example = "sender: phongchongthientai.dongthap.gov.vn";
    String sender = node.optionalText(example).orElse(HubConfig.ConsoleConfig.NAMELESS);
    if (!sender.matches("[^\\s,<&]{1,100}")) {
      node.complain("expected up to 100 characters without blanks, commas, < and &", example);
    }
    return sender;
  }
}
