// Stations by kind, each a card that opens its details.

import * as api from './api.js';
import { sparkline, ticks } from './chart.js';
import { Series } from './series.js';
import { $, h, find, keyed, setText } from './dom.js';
import { openStation, phaseWord } from './detail.js';
import { age, number, percent, seconds, unit } from './format.js';
import { CLASS_ENDS, MAIN_QUANTITY, salinityClass, trafficClass } from './levels.js';
import { alertsOf, changed, isQuiet, on, sideOf, state, stationsOf } from './state.js';
import { t } from './words.js';

const DAY = { seconds: 86_400, every: '10m', span: 600 };
const HALF_HOUR = { seconds: 1_800, every: '5s', span: 5 };
const FEW = 8;
const AGAIN_MS = 600_000;
const RETRY_MS = 60_000;
const due = new Map();
const TREND_SIGNS = { rising: '↗', steady: '→', falling: '↘' };

export function mount() {
  on(['stations', 'alerts', 'rules', 'series'], draw);
}

function draw() {
  drawScale();
  for (const kind of Object.keys(MAIN_QUANTITY)) {
    const stations = stationsOf(kind);
    keyed($(`${kind}-list`), stations, (station) => station.id, create, update);
    $(kind).hidden = stations.length === 0;
    stations.forEach(readSeries);
  }
}

function drawScale() {
  const ends = [...CLASS_ENDS.map((end) => `≤ ${number(end)}`), `> ${number(CLASS_ENDS.at(-1))}`];
  $('scale').replaceChildren(...ends.map((end, index) =>
    h('span', { class: `chip class-${index}` }, t(`class.${index}`), ' ', h('small', {}, `${end}`))),
  h('small', { class: 'note' }, 'g/l'));
}

const create = (station) =>
  h('li', {},
    h('button', { type: 'button', class: `card card-${station.kind}`, 'data-testid': 'station', 'data-station': station.id, onclick: () => openStation(station.id) },
      h('span', { class: 'card-head' },
        h('span', { class: 'card-name' },
          h('span', { class: 'alarm', role: 'img', 'data-part': 'alarm' }, '▲'), h('span', { 'data-part': 'name' })),
        h('span', { class: 'chip', 'data-part': 'chip' })),
      h('span', { class: 'card-body' },
        h('span', { class: 'card-value' }, h('strong', { 'data-part': 'value', 'data-testid': 'value' }), ' ', h('span', { 'data-part': 'unit' })),
        h('span', { class: 'card-trend', 'data-part': 'trend' })),
      h('span', { class: 'card-spark', 'data-part': 'spark' }),
      h('span', { class: 'card-foot' },
        h('span', { 'data-part': 'where' }),
        h('time', { 'data-part': 'age' }))));

function update(item, station) {
  const card = item.firstElementChild;
  const alarming = alertsOf(station.id).length > 0;
  card.classList.toggle('is-alarming', alarming);
  find(card, 'alarm').hidden = !alarming;
  find(card, 'alarm').setAttribute('aria-label', t('tile.alerts'));
  card.classList.toggle('is-quiet', isQuiet(station));
  card.dataset.freshness = station.freshness;
  setText(find(card, 'name'), station.name);
  FILL[station.kind](card, station);
  drawSpark(card, station);
}

const FILL = { salinity: fillSalinity, traffic: fillTraffic, camera: fillCamera };

function fillSalinity(card, station) {
  const latest = station.latest.salinity_gl;
  const index = latest ? salinityClass(latest.value) : null;
  card.dataset.class = index ?? '';
  chip(card, station, index === null ? null : `class-${index}`, index === null ? '' : t(`class.${index}`));
  value(card, latest);
  setText(find(card, 'trend'), latest?.trend ? `${TREND_SIGNS[latest.trend]} ${t(`trend.${latest.trend}`)}` : '');
  setText(find(card, 'where'), station.river_km === null ? '' : t('station.from-mouth', { km: number(station.river_km) }));
}

function fillTraffic(card, station) {
  const { count, interval_s: interval, occupancy_pct: occupancy, speed_kmh: speed, class_motorcycle: motorcycles } = station.latest;
  const index = occupancy ? trafficClass(occupancy.value) : null;
  chip(card, station, index === null ? null : `traffic-${index}`, index === null ? '' : t(`traffic.${index}`));
  value(card, count);
  if (count && interval) setText(find(card, 'unit'), `${unit(count.unit)} / ${seconds(interval.value)}`);
  setText(find(card, 'trend'), speed?.time === count?.time && speed ? `${number(speed.value, 0)} km/h` : '');
  setText(find(card, 'where'), [
    station.lanes > 1 ? t('station.lanes', { n: station.lanes }) : '',
    motorcycles && count?.value > 0
      ? t('station.motorcycles', { share: percent(Math.min(1, motorcycles.value / count.value)) }) : '',
  ].filter(Boolean).join(' · '));
}

function fillCamera(card, station) {
  const event = station.hazard ?? station.last_event;
  const before = event ? null : state.series.get(`${station.id} score`)?.points.at(-1);
  const gone = station.online === false;
  chip(card, station, gone || station.hazard ? 'traffic-2' : event ? 'traffic-0' : null,
    gone ? t('station.gone') : event ? t(phaseWord(event)) : '');
  setText(find(card, 'value'), event ? t(`event.${event.type}`) : '');
  setText(find(card, 'unit'), event ? '' : t(before ? 'station.last-event' : 'station.no-event'));
  setText(find(card, 'trend'), event?.score ? percent(event.score) : '');
  setText(find(card, 'where'), [
    station.open_events > 1 ? t('station.open-events', { n: station.open_events }) : '',
    event?.zone, event?.plate,
  ].filter(Boolean).join(' · ') || t('station.event-only'));
  time(card, (event ?? before)?.time);
}

function value(card, latest) {
  setText(find(card, 'value'), latest ? number(latest.value) : '');
  setText(find(card, 'unit'), latest ? unit(latest.unit) : t('station.none'));
  time(card, latest?.time);
}

function time(card, at) {
  const element = find(card, 'age');
  element.toggleAttribute('data-age', Boolean(at));
  if (at) element.dateTime = at;
  setText(element, at ? age(at) : '');
}

function chip(card, station, name, word) {
  const element = find(card, 'chip');
  const quiet = isQuiet(station);
  element.className = `chip ${quiet ? 'quiet-chip' : name ?? ''}`;
  setText(element, quiet ? t(station.freshness === 'silent' ? 'station.silent' : 'station.old') : word);
  element.hidden = !quiet && !name;
}

function drawSpark(card, station) {
  const quantity = MAIN_QUANTITY[station.kind];
  const points = state.series.get(`${station.id} ${quantity}`)?.points ?? [];
  const sign = `${points.length} ${points[0]?.time} ${points.at(-1)?.time} ${points.at(-1)?.value}`;
  if (card.dataset.spark === sign) return;
  card.dataset.spark = sign;
  find(card, 'spark').replaceChildren(station.kind === 'camera' ? ticks(points) : sparkline(points, limitOf(station.id, quantity)));
}

function limitOf(station, quantity) {
  const limits = [...state.rules.values()]
    .filter((rule) => rule.quantity === quantity && rule.stations.includes(station))
    .map((rule) => rule.raise[sideOf(rule.raise)])
    .filter((limit) => limit !== undefined);
  return limits.length ? Math.min(...limits) : null;
}

/** A day in means of ten minutes; where the hub is younger than that, its last half hour. */
async function readSeries(station) {
  const quantity = MAIN_QUANTITY[station.kind];
  const key = `${station.id} ${quantity}`;
  if (due.get(key) > Date.now()) return;
  due.set(key, Date.now() + AGAIN_MS);
  if (!state.series.has(key)) state.series.set(key, new Series());
  try {
    const [points, { span }] = await past(station, quantity);
    state.series.get(key).begin(points, span);
    changed('series');
  } catch {
    // Without a past the card still shows the present; it is asked again a minute later.
    due.set(key, Date.now() + RETRY_MS);
  }
}

async function past(station, quantity) {
  const day = await api.readings(station, quantity, DAY);
  if (day.length >= FEW || station.kind === 'camera') return [day, DAY];
  return [await api.readings(station, quantity, HALF_HOUR), HALF_HOUR];
}
