package vn.vam.sim.fleet;

/**
 * One wave of the tide: amplitude · cos(360° · h / period − phase), h in hours since the epoch of
 * {@link TideModel}.
 *
 * @param periodHours of the astronomical constituent
 * @param amplitudeM metres
 * @param phaseDeg degrees
 */
public record Constituent(double periodHours, double amplitudeM, double phaseDeg) {

  double at(double hours) {
    return amplitudeM * Math.cos(2 * Math.PI * hours / periodHours - Math.toRadians(phaseDeg));
  }

  /** Mean over a window centred on this hour, in closed form. */
  double meanAround(double hours, double windowHours) {
    double half = Math.PI * windowHours / periodHours;
    return at(hours) * Math.sin(half) / half;
  }

  /**
   * The same wave elsewhere on the way to {@code other}. Beyond it (share above 1) the wave keeps
   * its height and goes on being late at the same pace.
   */
  Constituent towards(Constituent other, double share) {
    double turn = Math.IEEEremainder(other.phaseDeg - phaseDeg, 360);
    double height = amplitudeM + Math.min(share, 1) * (other.amplitudeM - amplitudeM);
    return new Constituent(periodHours, height, phaseDeg + share * turn);
  }
}
