package vn.vam.sim.zalo.platform;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.vam.sim.zalo.chat.Content;
import vn.vam.sim.zalo.chat.Photos;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/** What was uploaded for messages to come; it lives for seven days. */
public final class Uploads {
  private static final Duration LIFE = Duration.ofDays(7);
  private static final int KEPT = 1_000;

  /** The platform's three doors. */
  public enum Door {
    IMAGE(1024 * 1024),
    GIF(5 * 1024 * 1024),
    FILE(5 * 1024 * 1024);

    private final int mostBytes;

    Door(int mostBytes) {
      this.mostBytes = mostBytes;
    }

    int mostBytes() {
      return mostBytes;
    }
  }

  private record Asset(Content content, Instant until) {}

  private final Clock clock;
  private final Photos photos;
  private final Map<Door, Allowance> allowances = new EnumMap<>(Door.class);
  private final Map<String, Asset> assets = new LinkedHashMap<>();

  public Uploads(Clock clock, Photos photos, Switches switches) {
    this.clock = clock;
    this.photos = photos;
    for (Door door : Door.values()) {
      allowances.put(door, Allowance.monthly(clock, () -> switches.value(Switch.UPLOADS_MONTHLY)));
    }
  }

  public Allowance allowance(Door door) {
    Allowance allowance = allowances.get(door);
    if (allowance == null) throw new IllegalStateException("every door has an allowance");
    return allowance;
  }

  /** The id to send it by; empty when it is not what the door takes. */
  Optional<String> keep(Door door, String fileName, Buffer content) {
    return taken(door, fileName, content).map(this::keep);
  }

  private Optional<Content> taken(Door door, String fileName, Buffer content) {
    return switch (door) {
      case IMAGE -> photos.keep(content).map(Uploads::pictureNamed);
      case GIF ->
          content.length() > 4 && content.getString(0, 4, "ISO-8859-1").equals("GIF8")
              ? Optional.of(pictureNamed(photos.keep(UUID.randomUUID() + ".gif", content)))
              : Optional.empty();
      case FILE ->
          fileName.toLowerCase(Locale.ROOT).matches(".+\\.(pdf|doc|docx|csv)")
              ? Optional.of(photos.keepDocument(fileName, content))
              : Optional.empty();
    };
  }

  private static Content pictureNamed(String name) {
    return new Content.Picture("", "/photos/" + name);
  }

  private String keep(Content content) {
    if (assets.size() == KEPT) assets.remove(assets.keySet().iterator().next());
    String id = UUID.randomUUID().toString().replace("-", "");
    assets.put(id, new Asset(content, clock.instant().plus(LIFE)));
    return id;
  }

  /** Where a picture lies that is not older than its life. */
  Optional<String> picture(String id) {
    return alive(id, Content.Picture.class).map(Content.Picture::url);
  }

  /** The file that was uploaded under that token, when it is not older than its life. */
  Optional<Content.Document> document(String token) {
    return alive(token, Content.Document.class);
  }

  private <C extends Content> Optional<C> alive(String id, Class<C> kind) {
    return Optional.ofNullable(assets.get(id))
        .filter(asset -> clock.instant().isBefore(asset.until()))
        .map(Asset::content)
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
