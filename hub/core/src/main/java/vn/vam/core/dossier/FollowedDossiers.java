package vn.vam.core.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.vam.core.notify.Draft;

/** All dossiers that citizens follow. Every call blocks. */
public interface FollowedDossiers {
  /** How many there are. */
  int count();

  /**
   * The one for which the office was not asked the longest.
   *
   * @return nothing where each was asked for within {@code every}
   */
  Optional<Followed> next(Duration every, Instant now);

  /** Nothing is to be told. */
  void asked(Followed followed, Instant now);

  /**
   * One transaction: the citizen's message, and what it tells is known to them. It takes the place
   * of those that have not left yet. Does nothing where following has ended meanwhile or this
   * change was told.
   */
  void tell(Followed followed, Standing standing, Draft draft, Instant now);

  /** The same with a last message, after which nothing is followed any more. */
  void end(Followed followed, Draft draft, Instant now);
}
