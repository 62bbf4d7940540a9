// Two pictures of a series: a spark line for a card, and a chart with its alarm levels.

import uPlot from '/console/uplot.js';
import { svg } from './dom.js';
import { number } from './format.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const WIDTH = 240;
const HEIGHT = 48;
const PAD = 4;

/** A line through points of {time, value}; {limit} is drawn where it falls within sight. */
export function sparkline(points, limit) {
  if (points.length < 2) return svg('svg', { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  const times = points.map((point) => Date.parse(point.time));
  const values = points.map((point) => point.value);
  const x = scale(times[0], times.at(-1), PAD, WIDTH - PAD);
  const y = scale(...around(values), HEIGHT - PAD, PAD);
  const line = times.map((time, i) => `${i ? 'L' : 'M'}${x(time).toFixed(1)} ${y(values[i]).toFixed(1)}`).join('');
  const end = [x(times.at(-1)), y(values.at(-1))];
  return svg('svg', { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    svg('path', { class: 'spark-fill', d: `${line}L${end[0]} ${HEIGHT}L${PAD} ${HEIGHT}Z` }),
    limitLine(limit, y),
    svg('path', { class: 'spark-line', d: line, 'vector-effect': 'non-scaling-stroke' }));
}

function limitLine(limit, y) {
  const at = limit === null || limit === undefined ? NaN : y(limit);
  if (!(at > 0 && at < HEIGHT)) return null;
  return svg('line', { class: 'spark-limit', x1: 0, x2: WIDTH, y1: at, y2: at, 'vector-effect': 'non-scaling-stroke' });
}

/** When something happened, as ticks along the last 24 hours. */
export function ticks(points) {
  const now = Date.now();
  const x = scale(now - 86_400_000, now, PAD, WIDTH - PAD);
  return svg('svg', { class: 'spark ticks', viewBox: `0 0 ${WIDTH} ${HEIGHT / 2}`, 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    svg('line', { class: 'tick-base', x1: PAD, x2: WIDTH - PAD, y1: HEIGHT / 2 - 1, y2: HEIGHT / 2 - 1, 'vector-effect': 'non-scaling-stroke' }),
    points.map((point) => svg('line', { class: 'tick', x1: x(Date.parse(point.time)), x2: x(Date.parse(point.time)), y1: 4, y2: HEIGHT / 2 - 2, 'vector-effect': 'non-scaling-stroke' })));
}

const scale = (from, to, low, high) => (value) =>
  to === from ? (low + high) / 2 : low + ((value - from) / (to - from)) * (high - low);

function around(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max((high - low) * 0.1, Math.abs(high) * 0.02, 0.01);
  return [low - room, high + room];
}

/** {levels}: [{value, kind: 'raise'|'clear'}]; {words}: what the legend says for time and unit. */
export function chart(host, points, levels, words) {
  const plot = new uPlot(options(host, levels, words), columns(points), host);
  const watch = new ResizeObserver(() => plot.setSize(sizeOf(host)));
  watch.observe(host);
  return {
    update: (newer) => plot.setData(columns(newer)),
    destroy: () => {
      watch.disconnect();
      plot.destroy();
    },
  };
}

const columns = (points) =>
  [points.map((point) => Date.parse(point.time) / 1000), points.map((point) => point.value)];

const sizeOf = (host) => ({ width: Math.max(240, host.clientWidth), height: 260 });

function options(host, levels, words) {
  const axis = { stroke: inked(host), grid: { stroke: resolved(host, '--line'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
  return {
    ...sizeOf(host),
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), ZONE),
    cursor: { y: false, points: { size: 8 } },
    legend: { show: true },
    scales: { y: { range: (_, low, high) => withLevels(low, high, levels) } },
    axes: [
      { ...axis, space: 72, values: [
        [86_400, '{DD}/{MM}', null, null, null, null, null, null, 1],
        [3600, '{HH}:{mm}', '\n{DD}/{MM}', null, null, null, null, null, 1],
        [60, '{HH}:{mm}', null, null, null, null, null, null, 1],
        [1, '{HH}:{mm}:{ss}', null, null, null, null, null, null, 1],
      ] },
      { ...axis, size: 52, values: (_, values) => values.map((value) => number(value)) },
    ],
    series: [
      { value: '{HH}:{mm}:{ss} {DD}/{MM}', label: words.time },
      { label: words.unit, stroke: resolved(host, '--accent'), width: 2, fill: resolved(host, '--accent-faint'), spanGaps: true,
        points: { show: false }, value: (_, value) => (value === null ? '–' : number(value)) },
    ],
    hooks: { draw: [(plot) => levels.forEach((level) => drawLevel(plot, level, resolved(host, level.kind === 'raise' ? '--danger' : '--good')))] },
  };
}

/** Canvas knows no light-dark(): ask the browser what a colour came to. */
function resolved(host, property) {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  host.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

const inked = (host) => resolved(host, '--muted');

function withLevels(low, high, levels) {
  const all = [low ?? 0, high ?? 1, ...levels.map((level) => level.value)].filter(Number.isFinite);
  const [least, most] = around(all);
  return [Math.min(...all) >= 0 ? Math.max(0, least) : least, most];
}

function drawLevel(plot, level, colour) {
  const y = plot.valToPos(level.value, 'y', true);
  const { left, width } = plot.bbox;
  plot.ctx.save();
  plot.ctx.strokeStyle = colour;
  plot.ctx.lineWidth = 1.5 * devicePixelRatio;
  plot.ctx.setLineDash([6 * devicePixelRatio, 5 * devicePixelRatio]);
  plot.ctx.beginPath();
  plot.ctx.moveTo(left, y);
  plot.ctx.lineTo(left + width, y);
  plot.ctx.stroke();
  plot.ctx.restore();
}
