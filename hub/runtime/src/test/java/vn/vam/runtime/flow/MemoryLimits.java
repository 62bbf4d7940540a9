package vn.vam.runtime.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limits;
import vn.vam.core.rule.RuleId;

/** Limits that come and go in a test. */
final class MemoryLimits implements Limits {
  private final List<Kept> come = new ArrayList<>();
  private final List<Long> gone = new ArrayList<>();

  void come(long number, Limit limit) {
    come.add(new Kept(number, limit));
  }

  void goes(long number) {
    gone.add(number);
  }

  @Override
  public List<Kept> all() {
    return List.of();
  }

  @Override
  public News news() {
    News news = new News(come, gone);
    come.clear();
    gone.clear();
    return news;
  }

  @Override
  public Optional<Owner> ownerOf(RuleId rule) {
    return Optional.empty();
  }
}
