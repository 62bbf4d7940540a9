package vn.vam.sim.zalo.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults still to come; each is used up call by call, the oldest first. */
public final class Faults {
  public static final int MOST_WAITING = 100;
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * @param count how many matching calls or events, at least 1
   * @param ms delay, where the kind has one; 0 for its default
   * @param code what a refusal says, 0 for other kinds
   * @param only the beginning of the path or the name of the event it is for; empty for all
   */
  public record Fault(FaultKind kind, int count, int ms, int code, String only) {}

  /** False when {@value #MOST_WAITING} already wait. */
  public boolean add(Fault fault) {
    return waiting.size() < MOST_WAITING && waiting.add(new Waiting(fault));
  }

  /** Uses one up, whether it is for all subjects or for this one. */
  public Optional<Fault> take(FaultKind kind, String subject) {
    return use(kind, subject, fault -> true);
  }

  /** Uses one up that was ordered for this subject by name. */
  public Optional<Fault> takeNamed(FaultKind kind, String subject) {
    return use(kind, subject, fault -> !fault.only().isEmpty());
  }

  private Optional<Fault> use(FaultKind kind, String subject, Predicate<Fault> wanted) {
    Optional<Waiting> first =
        waiting.stream()
            .filter(w -> w.fault.kind() == kind && subject.startsWith(w.fault.only()))
            .filter(w -> wanted.test(w.fault))
            .findFirst();
    first.ifPresent(this::use);
    return first.map(w -> w.fault);
  }

  /** With the counts that are left. */
  public List<Fault> left() {
    return waiting.stream().map(Waiting::asFault).toList();
  }

  public void clear() {
    waiting.clear();
  }

  private void use(Waiting used) {
    if (--used.left == 0) waiting.remove(used);
  }

  private static final class Waiting {
    private final Fault fault;
    private int left;

    Waiting(Fault fault) {
      this.fault = fault;
      this.left = fault.count();
    }

    Fault asFault() {
      return new Fault(fault.kind(), left, fault.ms(), fault.code(), fault.only());
    }
  }
}
