package vn.vam.runtime.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.LimitDesk;
import vn.vam.core.rule.RuleId;

/** A desk at which changes of citizens' own limits wait. */
final class OwnLimitsWait implements LimitDesk {
  private record Waiting(AlertNotice notice, Instant since) {}

  /** Whose limit a rule is. */
  final Map<RuleId, String> owners = new LinkedHashMap<>();

  final List<Draft> drafts = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  @Override
  public void hold(AlertNotice notice, Instant now) {
    waiting.add(new Waiting(notice, now));
  }

  @Override
  public List<List<AlertNotice>> waiting(Instant since, Instant now, int most) {
    List<String> due =
        waiting.stream()
            .filter(one -> !one.since().isAfter(since) || one.since().isAfter(now))
            .map(this::owner)
            .distinct()
            .limit(most)
            .toList();
    return due.stream()
        .map(
            owner ->
                waiting.stream()
                    .filter(one -> owner(one).equals(owner))
                    .map(Waiting::notice)
                    .toList())
        .toList();
  }

  private String owner(Waiting one) {
    return owners.getOrDefault(one.notice().change().rule(), "nobody");
  }

  @Override
  public void tell(List<AlertNotice> notices, List<Draft> more, Instant now) {
    waiting.removeIf(one -> notices.contains(one.notice()));
    drafts.addAll(more);
  }
}
