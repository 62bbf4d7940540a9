// The past of a card: means of equal spans, and behind them the values that came in since.

const MOST_POINTS = 400;

export class Series {
  points = [];
  #span = 1_000;

  /** Puts the past before what came in while it was read; {span} of its means in seconds. */
  begin(past, span) {
    const end = past.length ? Date.parse(past.at(-1).time) : 0;
    const since = this.points.filter((point) => Date.parse(point.time) > end);
    this.#span = span * 1000;
    this.points = [...past];
    since.forEach((point) => this.add(point));
  }

  /** Within one span only the newest value stays, so that a day does not drown in its last minutes. */
  add({ time, value }) {
    const last = this.points.at(-1);
    if (last && this.#spanOf(last.time) === this.#spanOf(time)) this.points.pop();
    this.points.push({ time, value });
    if (this.points.length > MOST_POINTS) this.points.shift();
  }

  #spanOf(time) {
    return Math.floor(Date.parse(time) / this.#span);
  }
}
