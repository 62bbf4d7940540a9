package vn.vam.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vam.core.text.VietnameseTime;

/** Decides from one look after the other when people are told, and in which words. Pure. */
final class Watchman {
  private final Duration after;
  private final Duration again;
  private @Nullable Instant awaySince;
  private @Nullable Instant toldAt;

  /**
   * @param after how long the hub has to be away before anybody is told
   * @param again how long until they are told once more
   */
  Watchman(Duration after, Duration again) {
    this.after = after;
    this.again = again;
  }

  /**
   * @return what to tell now, if anything
   */
  Optional<String> saw(Look look, Instant now) {
    return look instanceof Look.Ready ? ready(now) : away(look, now);
  }

  private Optional<String> ready(Instant now) {
    Instant since = awaySince;
    boolean told = toldAt != null;
    awaySince = null;
    toldAt = null;
    return told && since != null ? Optional.of(back(since, now)) : Optional.empty();
  }

  private Optional<String> away(Look look, Instant now) {
    Instant since = awaySince == null ? now : awaySince;
    awaySince = since;
    Instant due = toldAt == null ? since.plus(after) : toldAt.plus(again);
    if (now.isBefore(due)) {
      return Optional.empty();
    }
    boolean first = toldAt == null;
    toldAt = now;
    return Optional.of(first ? gone(look, since) : stillGone(look, since));
  }

  private static String gone(Look look, Instant since) {
    return "Trạm Vàm "
        + state(look)
        + " từ "
        + VietnameseTime.moment(since)
        + ". Cảnh báo mặn có thể không đến được bà con: người trực xem giúp máy chủ.";
  }

  private static String stillGone(Look look, Instant since) {
    return "Trạm Vàm vẫn " + state(look) + ", từ " + VietnameseTime.moment(since) + ".";
  }

  private static String back(Instant since, Instant now) {
    return "Trạm Vàm đã hoạt động lại lúc "
        + VietnameseTime.moment(now)
        + ", sau "
        + minutes(Duration.between(since, now))
        + ".";
  }

  private static String minutes(Duration span) {
    return VietnameseTime.span(Duration.ofMinutes(Math.max(1, span.toMinutes())));
  }

  private static String state(Look look) {
    return switch (look) {
      case Look.Ready ready -> "hoạt động";
      case Look.Waiting waiting ->
          "chưa sẵn sàng (chờ " + String.join(", ", waiting.waiting()) + ")";
      case Look.Silent silent -> "không trả lời";
    };
  }
}
