// Words and colours for values: five classes of salinity as growers use them, three of traffic.

/** Upper ends of the first four classes, g/l. */
export const CLASS_ENDS = [0.5, 1, 2, 4];
export const TOP = 32;

export function salinityClass(value) {
  const index = CLASS_ENDS.findIndex((end) => value <= end);
  return index < 0 ? 4 : index;
}

/** Share of road time a detector is covered: above 25 % slow, above 35 % jammed. */
export function trafficClass(occupancy) {
  return occupancy > 35 ? 2 : occupancy > 25 ? 1 : 0;
}

/**
 * Height from 0 to 1 where each of the five classes takes the same room: what matters at 0.4 g/l
 * stays visible beside a sea of 30.
 */
export function classHeight(value) {
  const ends = [0, ...CLASS_ENDS, TOP];
  const index = salinityClass(value);
  const low = ends[index];
  const high = ends[index + 1];
  const within = index === 4
    ? Math.log(Math.min(value, TOP) / low) / Math.log(high / low)
    : (Math.max(value, 0) - low) / (high - low);
  return (index + within) / 5;
}

export const MAIN_QUANTITY = { salinity: 'salinity_gl', traffic: 'count', camera: 'score' };
