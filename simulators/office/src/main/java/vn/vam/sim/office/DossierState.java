package vn.vam.sim.office;

import java.util.Set;

/** The ten states of the national portal, with its numbers and words, and where each may lead. */
public enum DossierState {
  REGISTERED(1, "Mới đăng ký"),
  ACCEPTED(2, "Được tiếp nhận"),
  REFUSED(3, "Không được tiếp nhận"),
  IN_PROCESS(4, "Đang xử lý"),
  SUPPLEMENT_NEEDED(5, "Yêu cầu bổ sung giấy tờ"),
  PAYMENT_NEEDED(6, "Yêu cầu thực hiện nghĩa vụ tài chính"),
  WITHDRAWN(7, "Công dân yêu cầu rút hồ sơ"),
  STOPPED(8, "Dừng xử lý"),
  FINISHED(9, "Đã xử lý xong"),
  HANDED_OVER(10, "Đã trả kết quả");

  private final int number;
  private final String words;

  DossierState(int number, String words) {
    this.number = number;
    this.words = words;
  }

  public int number() {
    return number;
  }

  /** What citizens read, in Vietnamese. */
  public String words() {
    return words;
  }

  /** States the office may put the dossier in from here. */
  public Set<DossierState> next() {
    return switch (this) {
      case REGISTERED -> Set.of(ACCEPTED, REFUSED, WITHDRAWN);
      case ACCEPTED -> Set.of(IN_PROCESS, WITHDRAWN);
      case IN_PROCESS -> Set.of(SUPPLEMENT_NEEDED, PAYMENT_NEEDED, WITHDRAWN, STOPPED, FINISHED);
      case SUPPLEMENT_NEEDED -> Set.of(IN_PROCESS, WITHDRAWN, STOPPED);
      case PAYMENT_NEEDED -> Set.of(IN_PROCESS, WITHDRAWN, STOPPED);
      case FINISHED -> Set.of(HANDED_OVER);
      case REFUSED, WITHDRAWN, STOPPED, HANDED_OVER -> Set.of();
    };
  }

  /** Whether the office is done with it. */
  public boolean last() {
    return next().isEmpty();
  }
}
