package vn.vam.sim.fleet;

/** A value that must not be printed: records print every component they have. */
public record Secret(String value) {

  @Override
  public String toString() {
    return "••••••";
  }
}
