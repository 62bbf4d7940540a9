package vn.vam.sim.fleet;

/**
 * How salinity at a place follows the tide.
 *
 * @param perMetre relative change for each metre above the mean level
 * @param lagHours salt comes after the water
 * @param noise relative standard deviation of what the tide does not explain
 * @param season daily mean, g/l
 */
record SaltResponse(double perMetre, double lagHours, double noise, Season season) {

  SaltResponse towards(SaltResponse other, double share) {
    return new SaltResponse(
        perMetre + share * (other.perMetre - perMetre),
        lagHours + share * (other.lagHours - lagHours),
        noise + share * (other.noise - noise),
        season.towards(other.season, share));
  }

  SaltResponse thinned(double factor) {
    return new SaltResponse(perMetre, lagHours, noise, season.times(factor));
  }
}
