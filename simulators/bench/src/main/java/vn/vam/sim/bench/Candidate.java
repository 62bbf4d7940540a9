package vn.vam.sim.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A program that brings messages from a broker into a database. */
interface Candidate {
  String name();

  /** The MQTT sessions it will come back to, each with its filters. */
  Map<String, List<String>> sessions();

  /** What is counted at the end. */
  Target target();

  /**
   * @param measurement and {@code field} every message becomes one value of
   */
  record Target(String database, String measurement, String field) {}

  Child start(Ground ground) throws IOException;

  /** What its garbage collector did until it ended, by its own log in the folder. */
  GcLog.Collected collected(Ground ground) throws IOException;

  /** How often it forced messages to disk so far; 0 for one that never does. */
  default long forced() {
    return 0;
  }
}
