package vn.vam.payloads.sparkplug;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code spBv1.0/GROUP/TYPE/NODE} or {@code spBv1.0/GROUP/TYPE/NODE/DEVICE}.
 *
 * @param node {@code GROUP/NODE}, unique among all nodes of a broker
 * @param device its name below the node, absent for the node itself
 */
public record SparkplugTopic(Type type, String node, Optional<String> device) {
  public static final String NAMESPACE = "spBv1.0";
  public static final String SHAPE =
      "expected spBv1.0/GROUP/TYPE/NODE, and /DEVICE behind it where TYPE begins with D";

  private static final Pattern SLASH = Pattern.compile("/");
  private static final String FROM_DEVICE = "D";

  /** What a message is, by the third level of its topic. */
  public enum Type {
    NBIRTH,
    NDEATH,
    NDATA,
    NCMD,
    DBIRTH,
    DDEATH,
    DDATA,
    DCMD;

    /** Of a device behind a node, not of the node itself. */
    public boolean isOfDevice() {
      return name().startsWith(FROM_DEVICE);
    }

    public boolean isBirth() {
      return this == NBIRTH || this == DBIRTH;
    }

    public boolean isDeath() {
      return this == NDEATH || this == DDEATH;
    }

    public boolean isCommand() {
      return this == NCMD || this == DCMD;
    }

    /** As books and metrics write it, such as {@code node-birth}. */
    public String word() {
      return (isOfDevice() ? "device-" : "node-") + name().substring(1).toLowerCase(Locale.ROOT);
    }

    static Optional<Type> of(String level) {
      for (Type type : values()) {
        if (type.name().equals(level)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }

  /** Empty where the topic has another shape. */
  public static Optional<SparkplugTopic> of(String topic) {
    String[] levels = SLASH.split(topic, -1);
    if (levels.length < 4 || !levels[0].equals(NAMESPACE) || hasEmpty(levels)) {
      return Optional.empty();
    }
    return Type.of(levels[2])
        .filter(type -> levels.length == (type.isOfDevice() ? 5 : 4))
        .map(type -> new SparkplugTopic(type, levels[1] + "/" + levels[3], device(levels)));
  }

  private static Optional<String> device(String[] levels) {
    return levels.length == 5 ? Optional.of(levels[4]) : Optional.empty();
  }

  private static boolean hasEmpty(String[] levels) {
    for (String level : levels) {
      if (level.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Where a host application tells whether it is there. */
  public static boolean isState(String topic) {
    return topic.startsWith(NAMESPACE + "/STATE/");
  }

  /** {@code GROUP/NODE} or {@code GROUP/NODE/DEVICE}. */
  public String address() {
    return device.map(name -> node + "/" + name).orElse(node);
  }

  /** Where the node takes commands. */
  public static String commands(String node) {
    int slash = node.indexOf('/');
    return "%s/%s/%s/%s"
        .formatted(NAMESPACE, node.substring(0, slash), Type.NCMD, node.substring(slash + 1));
  }
}
