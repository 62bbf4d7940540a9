package vn.vam.sim.zalo.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. */
public enum FaultKind {
  EXPIRE_TOKEN,
  RATE_LIMIT,
  HTTP_500,
  SLOW,
  REFUSE,
  CUT_AFTER_ACCEPT,
  CUT_BEFORE_ACCEPT,
  DROP_WEBHOOK,
  DUPLICATE_WEBHOOK,
  REORDER_WEBHOOK;

  /** As people write it, such as {@code http-500}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(FaultKind::word).toList();
  }
}
