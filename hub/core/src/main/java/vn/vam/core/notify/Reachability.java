package vn.vam.core.notify;

/** Knows by which ways citizens can be reached. Every call blocks. */
@FunctionalInterface
public interface Reachability {
  Reach of(OutboxMessage message);
}
