package vn.vam.core.limit;

import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.RuleId;

/** All citizens' own limits. Every call blocks. */
public interface Limits {
  /** Every one of them; {@link #news} tells of what comes and goes from then on. */
  List<Kept> all();

  /** Which came and went since the last look. */
  News news();

  /** Whose it is, or nothing once it was taken back. */
  Optional<Owner> ownerOf(RuleId rule);

  /**
   * @param number under which the rules know it; never used twice
   */
  record Kept(long number, Limit limit) {}

  record News(List<Kept> come, List<Long> gone) {
    public News {
      come = List.copyOf(come);
      gone = List.copyOf(gone);
    }
  }

  /** Personal: prints the limit alone. */
  record Owner(String citizen, Limit limit) {
    @Override
    public String toString() {
      return "Owner[limit=" + limit + "]";
    }
  }
}
