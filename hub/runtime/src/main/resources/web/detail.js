// One station: its values now, its course with the alarm levels, and the same as a table.

import * as api from './api.js';
import { chart } from './chart.js';
import { $, h } from './dom.js';
import { age, clockWithSeconds, day, number, percent, unit, withUnit } from './format.js';
import { MAIN_QUANTITY } from './levels.js';
import { on, sideOf, state } from './state.js';
import { t } from './words.js';

const RANGES = [
  { id: '30m', seconds: 1_800, every: '5s' },
  { id: '6h', seconds: 21_600, every: '1m' },
  { id: '24h', seconds: 86_400, every: '5m' },
  { id: '7d', seconds: 604_800, every: '30m' },
];
const ROWS = 60;
const REFRESH_MS = 15_000;

let shown = null;
let plot = null;

export function mount() {
  on(['stations'], () => shown && $('detail').querySelector('.newest-slot').replaceChildren(...[newest()].flat()));
  setInterval(() => shown && refresh(), REFRESH_MS);
  window.addEventListener('hashchange', followAddress);
  $('detail').addEventListener('close', () => {
    forgetChart();
    shown = null;
    if (location.hash.startsWith('#station=')) history.replaceState(null, '', location.pathname);
  });
  $('detail').addEventListener('click', (event) => {
    if (event.target === $('detail')) $('detail').close();
  });
}

export function openStation(id) {
  location.hash = `station=${encodeURIComponent(id)}`;
}

/** The address names the station, so that people can send each other what they see. */
export function followAddress() {
  const [, id] = location.hash.match(/^#station=(.+)$/) ?? [];
  const station = id && state.stations.get(decodeURIComponent(id));
  if (station) open(station);
  else if ($('detail').open) $('detail').close();
}

export function redraw() {
  if (shown) draw();
}

function open(station) {
  shown = { station, quantity: MAIN_QUANTITY[station.kind], range: RANGES[2], points: null, first: true };
  draw();
  if (!$('detail').open) $('detail').showModal();
  read();
}

async function read() {
  const asked = shown;
  try {
    let points = await api.readings(asked.station, asked.quantity, asked.range);
    if (asked.first && points.length < 8) {
      const short = await api.readings(asked.station, asked.quantity, RANGES[0]);
      if (short.length > points.length) {
        asked.range = RANGES[0];
        points = short;
      }
    }
    asked.points = points;
  } catch {
    // Shown as "nothing in this range"; the header tells when the hub is away.
    asked.points = [];
  }
  asked.first = false;
  if (shown === asked) draw();
}

/** Lets an open chart grow without touching what the reader has unfolded. */
async function refresh() {
  const asked = shown;
  try {
    const points = await api.readings(asked.station, asked.quantity, asked.range);
    if (shown === asked && plot && points.length > 1) plot.update(points);
  } catch {
    // The chart stays as it is; the header tells when the hub is away.
  }
}

function forgetChart() {
  plot?.destroy();
  plot = null;
}

function choose(change) {
  shown = { ...shown, ...change, points: null, first: false };
  draw();
  read();
}

function draw() {
  const focused = document.activeElement?.dataset?.choice;
  forgetChart();
  const host = h('div', { class: 'chart', 'data-testid': 'chart' });
  const levels = levelsOf(shown.station.id, shown.quantity);
  $('detail').replaceChildren(
    head(), facts(), h('div', { class: 'newest-slot' }, newest()),
    h('div', { class: 'chart-head' }, h('h3', {}, t('detail.chart')), quantities(), ranges()),
    legend(levels), host, note(), ...[table()].filter(Boolean));
  $('detail').querySelector(`[data-choice="${focused}"]`)?.focus();
  const points = shown.points ?? [];
  plot = points.length > 1 ? chart(host, points, levels, { time: t('detail.time'), unit: unitOf() }) : null;
  host.hidden = points.length <= 1;
}

const head = () =>
  h('header', { class: 'detail-head' },
    h('div', {}, h('p', { class: 'note' }, t(`stations.${shown.station.kind}`)), h('h2', { id: 'detail-title' }, shown.station.name)),
    h('button', { type: 'button', class: 'quiet', 'data-choice': 'close', autofocus: true, onclick: () => $('detail').close() }, t('detail.close')));

function facts() {
  const { station } = shown;
  const place = [
    station.lat === null ? null : `${number(station.lat, 5)}; ${number(station.lon, 5)}`,
    station.river_km === null ? null : t('station.from-mouth', { km: number(station.river_km) }),
  ].filter(Boolean).join(' · ');
  return h('dl', { class: 'facts' },
    h('dt', {}, t('detail.devices')), h('dd', {}, station.devices.join(', ') || '—'),
    place ? [h('dt', {}, t('detail.place')), h('dd', {}, place)] : []);
}

function newest() {
  shown.station = state.stations.get(shown.station.id) ?? shown.station;
  if (shown.station.kind === 'camera') return cameraNow();
  const rows = Object.entries(shown.station.latest);
  if (rows.length === 0) return h('p', { class: 'note' }, t('station.none'));
  return h('table', { class: 'newest' },
    h('caption', {}, t('detail.now')),
    h('thead', {}, h('tr', {}, ['detail.quantity', 'detail.value', 'detail.quality', 'detail.time'].map((key) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {}, rows.map(([quantity, latest]) =>
      h('tr', {},
        h('th', { scope: 'row' }, t(`quantity.${quantity}`)),
        h('td', { class: 'number' }, withUnit(latest.value, latest.unit)),
        h('td', {}, t(`quality.${latest.quality}`)),
        h('td', {}, h('time', { 'data-age': '', datetime: latest.time }, age(latest.time)))))));
}

function cameraNow() {
  const { hazard, last_event: last } = shown.station;
  return [
    presence(),
    hazard && hazard.id !== last?.id ? seen('station.hazard', hazard) : null,
    last ? seen('station.last-event', last) : h('p', { class: 'note' }, t('station.no-event')),
  ].filter(Boolean);
}

/** What a gateway says of the camera, and how much it sees at once. */
function presence() {
  const { online, open_events: open } = shown.station;
  const told = [
    online === false ? t('station.gone') : '',
    open > 1 ? t('station.open-events', { n: open }) : '',
  ].filter(Boolean);
  return told.length > 0 ? h('p', {}, told.join(' · ')) : null;
}

/** An event nobody said to have ended is told apart from one that was. */
export const phaseWord = (event) => (event.ended_by === 'idle' ? 'phase.idle' : `phase.${event.phase}`);

function seen(label, event) {
  const told = [t(`event.${event.type}`), t(phaseWord(event)), event.score ? percent(event.score) : '', event.zone,
    event.plate ? t('station.plate', { plate: event.plate }) : ''];
  return h('p', {}, h('strong', {}, t(label)), ': ', told.filter(Boolean).join(' · '), ' · ',
    h('time', { 'data-age': '', datetime: event.time }, age(event.time)));
}

function quantities() {
  const names = [...new Set([MAIN_QUANTITY[shown.station.kind], ...Object.keys(shown.station.latest)])];
  return h('label', { class: 'inline' }, h('span', { class: 'unseen' }, t('detail.quantity')),
    h('select', { 'data-choice': 'quantity', onchange: (event) => choose({ quantity: event.target.value }) },
      names.map((name) => h('option', { value: name, selected: name === shown.quantity }, t(`quantity.${name}`)))));
}

const ranges = () =>
  h('div', { class: 'segmented', role: 'group', 'aria-label': t('detail.range') },
    RANGES.map((range) => h('button', {
      type: 'button', 'data-choice': range.id, 'aria-pressed': String(range.id === shown.range.id), onclick: () => choose({ range }),
    }, t(`range.${range.id}`))));

function levelsOf(station, quantity) {
  return [...state.rules.values()]
    .filter((rule) => rule.quantity === quantity && rule.stations.includes(station))
    .flatMap((rule) => ['raise', 'clear'].map((kind) => {
      const side = sideOf(rule[kind]);
      return side && { kind, side, value: rule[kind][side], unit: rule[kind].unit, severity: rule.severity };
    })).filter(Boolean);
}

const legend = (levels) =>
  h('p', { class: 'legend' }, levels.map((level) =>
    h('span', { class: `key key-${level.kind}` }, t(`detail.${level.kind}`, { side: t(`detail.${level.side}`), limit: withUnit(level.value, level.unit) }))));

function note() {
  const text = shown.points === null ? t('detail.loading')
    : shown.points.length === 0 ? t('detail.nothing') : means();
  return h('p', { class: 'note', role: 'status' }, text);
}

function means() {
  const { station, quantity, range } = shown;
  const text = t('detail.means', { span: t(`span.${range.every}`) });
  const counts = station.lanes > 1 && station.latest[quantity]?.unit === 'vehicles';
  return counts ? `${text} ${t('detail.lanes', { n: station.lanes })}` : text;
}

function table() {
  const points = (shown.points ?? []).slice(-ROWS).reverse();
  if (points.length === 0) return null;
  return h('details', { class: 'more' },
    h('summary', {}, t('detail.points', { n: points.length })),
    h('table', { class: 'points', 'data-testid': 'points' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('detail.time')), h('th', { scope: 'col' }, `${t(`quantity.${shown.quantity}`)} (${unitOf()})`))),
      h('tbody', {}, points.map((point) => h('tr', {}, h('td', {}, `${clockWithSeconds(point.time)} ${day(point.time)}`), h('td', { class: 'number' }, number(point.value)))))));
}

const unitOf = () => unit(shown.station.latest[shown.quantity]?.unit ?? '');
