// The river as a picture: stations by distance from the sea, and how far the salt has come.

import { $, keyed, setText, svg } from './dom.js';
import { openStation } from './detail.js';
import { number } from './format.js';
import { classHeight, CLASS_ENDS, salinityClass } from './levels.js';
import { isQuiet, on, stationsOf } from './state.js';
import { t } from './words.js';

const MARGIN = { left: 64, right: 46, top: 22, bottom: 62 };
const HEIGHT = 330;
const ISOLINES = [4, 1];
const ROW = 17;
const LEAST_WIDTH = 200;

let width = 0;

/** What lies behind the stations is drawn anew each time; each station stays, and the focus with it. */
const behind = svg('g', { 'aria-hidden': 'true' });
const spots = svg('g', {});
const picture = svg('svg', { role: 'group' }, behind, spots);

export function mount() {
  on(['stations'], draw);
  // Not a click alone: what is in a spot may be drawn anew between pressing and letting go.
  picture.addEventListener('pointerup', open);
  picture.addEventListener('click', open);
  picture.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open(event);
  });
  new ResizeObserver(([entry]) => {
    if (Math.round(entry.contentRect.width) === width) return;
    width = Math.round(entry.contentRect.width);
    draw();
  }).observe($('river-picture'));
}

function open({ target }) {
  const spot = target.closest('[data-spot]');
  if (spot) openStation(spot.dataset.spot);
}

function measured() {
  return stationsOf('salinity')
    .filter((station) => station.river_km !== null && station.latest.salinity_gl)
    .map((station) => ({ station, km: station.river_km, value: station.latest.salinity_gl.value, quiet: isQuiet(station) }))
    .sort((one, other) => one.km - other.km);
}

function draw() {
  const points = measured();
  $('river').hidden = stationsOf('salinity').length === 0;
  drawLines(points.filter((point) => !point.quiet));
  if (points.length < 2) {
    $('river-picture').textContent = t('river.none');
    return;
  }
  if (width < LEAST_WIDTH) return;
  show(points);
  if (!picture.isConnected) $('river-picture').replaceChildren(picture);
}

/**
 * Where the profile last crosses a limit; between two stations salt falls exponentially. Nothing
 * where even the farthest station is above it, or none is.
 */
export function crossing(points, limit) {
  if (points.length === 0 || points.at(-1).value >= limit) return null;
  for (let i = points.length - 1; i > 0; i--) {
    const [near, far] = [points[i - 1], points[i]];
    if (near.value >= limit && far.value < limit) {
      const share = Math.log(near.value / limit) / Math.log(near.value / Math.max(far.value, 0.01));
      return near.km + (far.km - near.km) * Math.min(1, Math.max(0, share));
    }
  }
  return null;
}

/** Past the farthest station nobody measures: there the line is only known to be farther. */
function drawLines(points) {
  const texts = ISOLINES.map((limit) => {
    const km = crossing(points, limit);
    if (km !== null) return t('river.line', { limit: number(limit), km: number(km, 0) });
    const past = points.length > 0 && points.at(-1).value >= limit;
    return past ? t('river.past', { limit: number(limit), km: number(points.at(-1).km, 0) }) : null;
  });
  setText($('river-lines'), texts.filter(Boolean).join('\n'));
}

function show(points) {
  const room = { ...MARGIN, left: width < 560 ? 14 : MARGIN.left, right: width < 560 ? 30 : MARGIN.right };
  const farthest = Math.max(...points.map((point) => point.km)) + 4;
  const x = (km) => width - room.right - (km / farthest) * (width - room.left - room.right);
  const y = (value) => HEIGHT - room.bottom - classHeight(value) * (HEIGHT - room.top - room.bottom);
  for (const [name, value] of Object.entries({ width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, 'aria-label': t('river.label') })) {
    picture.setAttribute(name, value);
  }
  const fresh = points.filter((point) => !point.quiet);
  behind.replaceChildren(...[bands(room, y), water(fresh, x, y, room), isolines(fresh, x, room), axis(room, x, farthest)].flat().filter(Boolean));
  // As the eye goes: from the left, which is upstream.
  keyed(spots, placed(points, x, y).reverse(), (spot) => spot.point.station.id, create, update);
}

function bands(room, y) {
  const ends = [0, ...CLASS_ENDS, 32];
  const narrow = width < 560;
  return ends.slice(1).map((end, index) => {
    const top = y(end);
    const bottom = y(ends[index]);
    return svg('g', {},
      svg('rect', { class: `band band-${index}`, x: room.left, width: width - room.left - room.right, y: top, height: bottom - top }),
      narrow ? null : svg('text', { class: 'band-word', x: room.left - 8, y: (top + bottom) / 2 + 4, 'text-anchor': 'end' }, shortWord(index)),
      index < 4 ? svg('text', { class: 'band-end', x: width - room.right + 6, y: top + 4 }, number(end)) : null);
  });
}

const shortWord = (index) => t(`class.${index}`).replace('Faintly brackish', 'Faint');

function water(points, x, y, room) {
  const floor = HEIGHT - room.bottom;
  const spots = points.map((point) => [x(point.km), y(point.value)]);
  if (spots.length < 2) return null;
  const curve = smooth([[x(0), spots[0][1]], ...spots]);
  const left = spots.at(-1)[0];
  return svg('g', {},
    svg('defs', {}, svg('linearGradient', { id: 'water', gradientUnits: 'userSpaceOnUse', x1: 0, x2: 0, y1: floor, y2: room.top },
      [0, 1, 2, 3, 4].map((index) => svg('stop', { offset: `${10 + index * 20}%`, class: `stop-${index}` })))),
    svg('path', { class: 'water', d: `${curve}L${left} ${floor}L${x(0)} ${floor}Z` }),
    svg('path', { class: 'shore', d: curve }));
}

/** A curve through all points that never overshoots between two of them. */
function smooth(spots) {
  return spots.reduce((path, [px, py], i) => {
    if (i === 0) return `M${px} ${py}`;
    const [qx, qy] = spots[i - 1];
    const middle = (px + qx) / 2;
    return `${path}C${middle} ${qy} ${middle} ${py} ${px} ${py}`;
  }, '');
}

function isolines(points, x, room) {
  return ISOLINES.map((limit) => [limit, crossing(points, limit)])
    .filter(([, km]) => km !== null)
    .map(([limit, km]) => svg('g', { class: 'isoline' },
      svg('line', { x1: x(km), x2: x(km), y1: room.top - 6, y2: HEIGHT - room.bottom }),
      svg('text', { x: x(km), y: room.top - 10, 'text-anchor': 'middle' }, `${number(limit)} g/l`)));
}

function axis(room, x, farthest) {
  const y = HEIGHT - room.bottom;
  const step = width < 560 ? 20 : 10;
  const marks = Array.from({ length: Math.floor(farthest / step) + 1 }, (_, i) => i * step);
  return svg('g', { class: 'axis' },
    svg('line', { x1: room.left, x2: width - room.right, y1: y, y2: y }),
    marks.map((km) => svg('line', { x1: x(km), x2: x(km), y1: y, y2: y + 4 })),
    svg('text', { x: width - room.right, y: HEIGHT - 4, 'text-anchor': 'end' }, `${t('river.sea')} · km 0`),
    svg('text', { x: room.left, y: HEIGHT - 4 }, `← ${t('river.up')} · km ${number(farthest, 0)}`));
}

/** Where each station stands, in which row its name, where there is room for it, and on which side its value. */
function placed(points, x, y) {
  const rows = [];
  let valueAbove = Infinity;
  return points.map((point) => {
    const [px, py] = [x(point.km), y(point.value)];
    const label = shortName(point.station.name);
    const half = label.length * 3.4 + 6;
    let row = rows.findIndex((left) => px + half < left);
    if (row < 0) row = rows.push(Infinity) - 1;
    rows[row] = px - half;
    const halfValue = number(point.value).length * 4 + 2;
    const isUnder = px + halfValue > valueAbove;
    if (!isUnder) valueAbove = px - halfValue;
    return { point, px, py, label, half, row, isUnder };
  });
}

const create = ({ point }) => svg('g', { role: 'button', tabindex: '0', 'data-spot': point.station.id });

function update(spot, { point, px, py, label, half, row, isUnder }) {
  const name = HEIGHT - MARGIN.bottom + 16 + Math.min(row, 1) * ROW;
  spot.setAttribute('class', `spot spot-${salinityClass(point.value)}${point.quiet ? ' is-quiet' : ''}`);
  spot.setAttribute('aria-label', `${point.station.name}, km ${number(point.km)}: ${number(point.value)} g/l${point.quiet ? `, ${t('station.old')}` : ''}`);
  spot.replaceChildren(
    svg('line', { class: 'stem', x1: px, x2: px, y1: py, y2: name - 11 }),
    svg('circle', { cx: px, cy: py, r: 6.5 }),
    svg('text', { class: 'spot-value', x: px, y: isUnder ? py + 24 : py - 13, 'text-anchor': 'middle' }, number(point.value)),
    ...(row < 2 ? [svg('text', { class: 'spot-name', x: clamp(px, half), y: name, 'text-anchor': 'middle' }, label)] : []));
}

const clamp = (px, half) => Math.min(width - half, Math.max(half, px));
const shortName = (name) => name.replace(/^(Cống|Trạm|Cầu)\s+/u, '').replace(/\s*\(.*\)$/u, '');
