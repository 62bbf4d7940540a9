package vn.vam.zalo;

import static vn.vam.zalo.ErrorClass.AFTER_NIGHT;
import static vn.vam.zalo.ErrorClass.BACK_OFF;
import static vn.vam.zalo.ErrorClass.HUMAN;
import static vn.vam.zalo.ErrorClass.LATER;
import static vn.vam.zalo.ErrorClass.PERMANENT;
import static vn.vam.zalo.ErrorClass.RECIPIENT;
import static vn.vam.zalo.ErrorClass.REFRESH_ONCE;
import static vn.vam.zalo.ErrorClass.RETRY_ONCE;
import static vn.vam.zalo.ErrorClass.REUPLOAD;

import java.util.Map;

/**
 * Error codes and their consequence, one table per family of endpoints, since the families reuse
 * each other's numbers.
 *
 * <p>Codes: developers.zalo.me, appendix "mã lỗi" of the Official Account API. The consequences are
 * ours.
 */
final class ErrorCodes {
  /** The Official Account API: messages, users, uploads, articles. */
  static final ErrorCodes OFFICIAL_ACCOUNT =
      new ErrorCodes(
          Map.ofEntries(
              Map.entry(-32, BACK_OFF),
              Map.entry(-100, REUPLOAD),
              Map.entry(-200, RETRY_ONCE),
              Map.entry(-201, PERMANENT),
              Map.entry(-204, HUMAN),
              Map.entry(-205, HUMAN),
              Map.entry(-209, HUMAN),
              Map.entry(-210, PERMANENT),
              Map.entry(-211, LATER),
              Map.entry(-212, HUMAN),
              Map.entry(-213, RECIPIENT),
              Map.entry(-214, LATER),
              Map.entry(-216, REFRESH_ONCE),
              Map.entry(-217, RECIPIENT),
              Map.entry(-218, RECIPIENT),
              Map.entry(-219, HUMAN),
              Map.entry(-220, REFRESH_ONCE),
              Map.entry(-221, HUMAN),
              Map.entry(-223, HUMAN),
              Map.entry(-224, HUMAN),
              Map.entry(-227, RECIPIENT),
              Map.entry(-230, RECIPIENT),
              Map.entry(-231, RECIPIENT),
              Map.entry(-232, RECIPIENT),
              Map.entry(-233, PERMANENT),
              Map.entry(-234, AFTER_NIGHT),
              Map.entry(-235, PERMANENT),
              Map.entry(-237, PERMANENT),
              Map.entry(-238, PERMANENT),
              Map.entry(-240, PERMANENT),
              Map.entry(-241, PERMANENT),
              Map.entry(-242, HUMAN),
              Map.entry(-244, RECIPIENT),
              Map.entry(-248, HUMAN),
              Map.entry(-249, PERMANENT),
              Map.entry(-320, HUMAN),
              Map.entry(-321, HUMAN),
              Map.entry(-403, PERMANENT)));

  /** Template messages by phone number, and their wallet. */
  static final ErrorCodes BUSINESS =
      new ErrorCodes(
          Map.ofEntries(
              Map.entry(-32, BACK_OFF),
              Map.entry(-100, RETRY_ONCE),
              Map.entry(-101, HUMAN),
              Map.entry(-102, HUMAN),
              Map.entry(-103, HUMAN),
              Map.entry(-104, HUMAN),
              Map.entry(-105, HUMAN),
              Map.entry(-108, RECIPIENT),
              Map.entry(-109, HUMAN),
              Map.entry(-110, RECIPIENT),
              Map.entry(-111, PERMANENT),
              Map.entry(-113, PERMANENT),
              Map.entry(-114, RECIPIENT),
              Map.entry(-115, HUMAN),
              Map.entry(-117, HUMAN),
              Map.entry(-118, RECIPIENT),
              Map.entry(-119, RECIPIENT),
              Map.entry(-120, HUMAN),
              Map.entry(-121, PERMANENT),
              Map.entry(-122, PERMANENT),
              Map.entry(-124, REFRESH_ONCE),
              Map.entry(-125, HUMAN),
              Map.entry(-126, HUMAN),
              Map.entry(-127, HUMAN),
              Map.entry(-131, HUMAN),
              Map.entry(-132, PERMANENT),
              Map.entry(-133, AFTER_NIGHT),
              Map.entry(-135, HUMAN),
              Map.entry(-136, HUMAN),
              Map.entry(-137, HUMAN),
              Map.entry(-138, HUMAN),
              Map.entry(-139, RECIPIENT),
              Map.entry(-140, RECIPIENT),
              Map.entry(-141, RECIPIENT),
              Map.entry(-144, LATER),
              Map.entry(-145, PERMANENT),
              Map.entry(-146, HUMAN),
              Map.entry(-147, LATER),
              Map.entry(-1121, PERMANENT),
              Map.entry(-1122, PERMANENT),
              Map.entry(-1124, PERMANENT)));

  private final Map<Integer, ErrorClass> classes;

  private ErrorCodes(Map<Integer, ErrorClass> classes) {
    this.classes = classes;
  }

  ErrorClass classOf(int code) {
    return classes.getOrDefault(code, ErrorClass.UNKNOWN);
  }

  int size() {
    return classes.size();
  }
}
