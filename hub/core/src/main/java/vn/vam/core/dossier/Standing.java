package vn.vam.core.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * Of a dossier, what somebody who follows it is told when it changes.
 *
 * @param stateText the office's own words where the state is none of the ten; empty otherwise
 * @param late whether the promised time has passed while the dossier lies with the office
 */
public record Standing(
    Optional<DossierState> state, String stateText, Optional<Instant> dueAt, boolean late) {
  /** What is new; where several are, the first of them. */
  public enum News {
    STATE,
    /** The result is promised for another time. */
    DUE,
    /** The promised time has passed. */
    LATE
  }

  /**
   * @param told what was told last
   */
  public Optional<News> since(Standing told) {
    if (!state.equals(told.state) || !stateText.equals(told.stateText)) {
      return Optional.of(News.STATE);
    }
    if (dueAt.isPresent() && !dueAt.equals(told.dueAt)) {
      return Optional.of(News.DUE);
    }
    return late && !told.late ? Optional.of(News.LATE) : Optional.empty();
  }

  /** Whether nothing can come any more. */
  public boolean isEnd() {
    return state.filter(DossierState::isEnd).isPresent();
  }
}
