package vn.vam.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vam.core.text.VietnameseTime;

/** Decides from one look after the other when people are told, and in which words. Pure. */
final class Watchman {
  private final Spell away;
  private final Spell mute;

  /**
   * @param after how long the hub has to be away, or reach nobody, before anybody is told
   * @param again how long until they are told once more
   */
  Watchman(Duration after, Duration again) {
    away = new Spell(after, again);
    mute = new Spell(after, again);
  }

  /** What to tell now; a hub that does not say whether it reaches people changes nothing there. */
  List<String> saw(Look look, Instant now) {
    List<String> told = new ArrayList<>();
    away.saw(!(look instanceof Look.Ready), now)
        .ifPresent(step -> told.add(ofAbsence(step, look, now)));
    if (look instanceof Look.Ready(List<String> troubles)) {
      mute.saw(!troubles.isEmpty(), now)
          .ifPresent(step -> told.add(ofMuteness(step, troubles, now)));
    }
    return told;
  }

  private static String ofAbsence(Spell.Step step, Look look, Instant now) {
    return switch (step) {
      case Spell.Step.Begun(Instant since) ->
          "Trạm Vàm %s từ %s. Cảnh báo mặn có thể không đến được bà con: người trực xem giúp máy chủ."
              .formatted(state(look), VietnameseTime.moment(since));
      case Spell.Step.Lasting(Instant since) ->
          "Trạm Vàm vẫn %s, từ %s.".formatted(state(look), VietnameseTime.moment(since));
      case Spell.Step.Over(Instant since) ->
          "Trạm Vàm đã hoạt động lại lúc %s, sau %s."
              .formatted(VietnameseTime.moment(now), minutes(since, now));
    };
  }

  private static String ofMuteness(Spell.Step step, List<String> troubles, Instant now) {
    return switch (step) {
      case Spell.Step.Begun(Instant since) ->
          "Trạm Vàm vẫn chạy nhưng không gửi được tin Zalo từ %s: %s. Bà con không nhận được cảnh báo."
              .formatted(VietnameseTime.moment(since), why(troubles));
      case Spell.Step.Lasting(Instant since) ->
          "Trạm Vàm vẫn không gửi được tin Zalo, từ %s: %s."
              .formatted(VietnameseTime.moment(since), why(troubles));
      case Spell.Step.Over(Instant since) ->
          "Trạm Vàm đã gửi được tin Zalo trở lại lúc %s, sau %s."
              .formatted(VietnameseTime.moment(now), minutes(since, now));
    };
  }

  private static String why(List<String> troubles) {
    return String.join("; ", troubles.stream().map(Watchman::why).toList());
  }

  private static String why(String trouble) {
    return switch (trouble) {
      case "token" ->
          "Zalo không cho trạm đăng nhập nữa, quản trị viên cần cho phép lại (vam zalo login)";
      case "account" ->
          "Zalo không nhận tin của tài khoản OA, quản trị viên cần xem tài khoản có bị khóa,"
              + " hết gói hay hết tiền không";
      default -> "trạm báo " + trouble;
    };
  }

  private static String minutes(Instant since, Instant now) {
    long minutes = Duration.between(since, now).toMinutes();
    return VietnameseTime.span(Duration.ofMinutes(Math.max(1, minutes)));
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
