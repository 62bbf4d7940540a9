package vn.vam.runtime.flow;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.limit.Limits;
import vn.vam.core.limit.Limits.Kept;
import vn.vam.core.limit.Limits.News;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;

/**
 * Citizens' own limits on their way to the engine, between two turns of its reader. Only {@link
 * #mayHaveChanged} is for other threads.
 */
public final class OwnLimits implements Consumer<RuleEngine> {
  private final Limits limits;
  private final LimitRules rules;
  private final Clock clock;
  private final AtomicBoolean changed = new AtomicBoolean();

  public OwnLimits(Limits limits, LimitRules rules, Clock clock) {
    this.limits = limits;
    this.rules = rules;
    this.clock = clock;
  }

  /** Those that an engine begins with. Blocks. */
  public List<Rule> all() {
    changed.set(true);
    return limits.all().stream().map(this::rule).toList();
  }

  public void mayHaveChanged() {
    changed.set(true);
  }

  @Override
  public void accept(RuleEngine engine) {
    if (!changed.compareAndSet(true, false)) {
      return;
    }
    try {
      bring(limits.news(), engine);
    } catch (RuntimeException failure) {
      changed.set(true);
      throw failure;
    }
  }

  private void bring(News news, RuleEngine engine) {
    news.gone().forEach(number -> engine.remove(LimitRules.id(number)));
    news.come().forEach(kept -> engine.add(rule(kept), List.of(), clock.instant()));
  }

  private Rule rule(Kept kept) {
    return rules.rule(kept.number(), kept.limit());
  }
}
