package vn.vam.sim.fleet;

import java.util.SplittableRandom;

/** Randomness of one device: adding or removing a neighbour changes nothing for it. */
final class Seeds {

  private Seeds() {}

  static SplittableRandom randomOf(FleetConfig config, String owner) {
    return new SplittableRandom(seedOf(config, owner));
  }

  static long seedOf(FleetConfig config, String owner) {
    long mixed = config.seed() * 0x9E3779B97F4A7C15L;
    return owner.chars().asLongStream().reduce(mixed, (seed, c) -> seed * 0x100000001B3L ^ c);
  }
}
