package vn.vam.core.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import vn.vam.core.dossier.Dossiers.LookUp;

/**
 * Look-ups for citizens: codes can be guessed, so that the receipt has to prove itself, and whoever
 * is wrong too often has to wait, and whoever looks at very many dossiers. Who guesses at a code
 * locks out others who guess, and not whoever comes to it for the first time. Every one leaves a
 * trace that tells of nobody. Safe for several threads; blocks as long as {@link Dossiers} does.
 */
public final class LookUps {
  /** How a look-up ended. */
  public enum Outcome {
    SHOWN,
    /** No such dossier, or the wrong proof: nobody is told which. */
    NOT_SHOWN,
    TOO_MANY_TRIES,
    UNAVAILABLE
  }

  /** Where traces go. */
  public interface Trail {
    /**
     * @param agency the code of the receiving agency, such as {@code H58.20}
     */
    void looked(Outcome outcome, String agency);
  }

  /**
   * That dossiers can be followed.
   *
   * @param followed how many are, by all citizens; may block
   */
  public record Following(FollowRules rules, IntSupplier followed) {
    public boolean isFull() {
      return followed.getAsInt() >= rules.most();
    }
  }

  private final Dossiers dossiers;
  private final Tries tries;
  private final TryLimits limits;
  private final Trail trail;
  private final Optional<Following> following;

  /** None can be followed. */
  public LookUps(Dossiers dossiers, Tries tries, TryLimits limits, Trail trail) {
    this(dossiers, tries, limits, trail, Optional.empty());
  }

  public LookUps(
      Dossiers dossiers,
      Tries tries,
      TryLimits limits,
      Trail trail,
      Optional<Following> following) {
    this.dossiers = dossiers;
    this.tries = tries;
    this.limits = limits;
    this.trail = trail;
    this.following = following;
  }

  public boolean needProof() {
    return dossiers.needProof();
  }

  /** Whether and how dossiers can be followed. */
  public Optional<Following> following() {
    return following;
  }

  /** For somebody who has proven the receipt just now. */
  public LookUp again(DossierCode code) {
    LookUp found = dossiers.again(code);
    trail.looked(outcome(found), code.agency());
    return found;
  }

  /**
   * @param proof absent only where none is needed
   */
  public LookUp find(String citizen, DossierCode code, Optional<Proof> proof, Instant now) {
    LookUp found =
        mayTry(citizen, code, now) ? dossiers.find(code, proof) : new LookUp.TooManyTries();
    switch (found) {
      case LookUp.NotFound missing -> tries.wrong(citizen, code, now, limits.within());
      case LookUp.Found shown -> tries.right(citizen, now, limits.within());
      case LookUp.TooManyTries tooMany -> {}
      case LookUp.Unavailable away -> {}
    }
    trail.looked(outcome(found), code.agency());
    return found;
  }

  private boolean mayTry(String citizen, DossierCode code, Instant now) {
    Instant after = now.minus(limits.within());
    return tries.byCitizen(citizen, after) < limits.citizen()
        && tries.shown(citizen, after) < limits.shown()
        && tries.atCode(code, after) < mostAt(citizen, code, after);
  }

  private int mostAt(String citizen, DossierCode code, Instant after) {
    return tries.wasWrong(citizen, code, after) ? limits.code() : limits.codeForAll();
  }

  private static Outcome outcome(LookUp found) {
    return switch (found) {
      case LookUp.Found shown -> Outcome.SHOWN;
      case LookUp.NotFound missing -> Outcome.NOT_SHOWN;
      case LookUp.TooManyTries tooMany -> Outcome.TOO_MANY_TRIES;
      case LookUp.Unavailable away -> Outcome.UNAVAILABLE;
    };
  }
}
