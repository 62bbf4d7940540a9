package vn.vam.runtime.web;

import java.util.List;

/** Tells whether the hub can do its work. Called on the event loop: never blocks. */
@FunctionalInterface
public interface Readiness {
  /** What the hub still waits for, such as {@code broker}; empty when it is ready. */
  List<String> waiting();
}
