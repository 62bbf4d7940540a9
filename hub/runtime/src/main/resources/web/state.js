// What the page knows. Sections listen for the topics they draw; drawing happens once per frame, and
// takes no more than a tenth of the time however many stations there are.

import { t } from './words.js';

export const state = {
  /** Which of stations, alerts and books the hub has told already. */
  known: new Set(),
  stations: new Map(),
  rules: new Map(),
  alerts: new Map(),
  series: new Map(),
  deliveries: [],
  rejected: null,
  forgotten: [],
  books: null,
  waiting: null,
  away: false,
  live: 'connecting',
};

const listeners = new Map();
const dirty = new Set();
const REST = 9;
const LONGEST_REST_MS = 1_000;
let restsUntil = 0;
let scheduled = false;

export function on(topics, draw) {
  for (const topic of topics) {
    if (!listeners.has(topic)) listeners.set(topic, new Set());
    listeners.get(topic).add(draw);
  }
}

export function changed(topic) {
  dirty.add(topic);
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => requestAnimationFrame(draw), Math.max(0, restsUntil - performance.now()));
}

export function redrawAll() {
  listeners.forEach((_, topic) => changed(topic));
}

function draw() {
  scheduled = false;
  const draws = new Set([...dirty].flatMap((topic) => [...(listeners.get(topic) ?? [])]));
  dirty.clear();
  const start = performance.now();
  draws.forEach((each) => each());
  const end = performance.now();
  restsUntil = end + Math.min(LONGEST_REST_MS, REST * (end - start));
}

export const activeAlerts = () =>
  [...state.alerts.values()].filter((alert) => alert.state !== 'cleared');
export const alertsOf = (station) => activeAlerts().filter((alert) => alert.station === station);
export const stationsOf = (kind) => [...state.stations.values()].filter((s) => s.kind === kind);
/** Cameras speak only when they see something: their silence is no news. */
export const isQuiet = (station) => station.kind !== 'camera' && station.freshness !== 'fresh';
/** Where the hub's own alerts are. */
export const HUB = 'vam.hub';
export const nameOf = (id) => (id === HUB ? t('hub.itself') : state.stations.get(id)?.name ?? id);

export function setStations(list) {
  state.stations = new Map(list.map((station) => [station.id, station]));
  state.known.add('stations');
  changed('stations');
}

export function takeReading(reading) {
  const station = state.stations.get(reading.station);
  if (!station) return;
  if (reading.event) takeEvent(station, reading);
  else takeValue(station, reading);
  changed('stations');
}

function takeEvent(station, reading) {
  station.last_event = reading.event;
  station.hazard = reading.hazard;
  station.open_events = reading.open_events;
}

function takeValue(station, reading) {
  const before = station.latest[reading.quantity];
  if (before && Date.parse(before.time) > Date.parse(reading.time)) return;
  station.latest[reading.quantity] = { trend: before?.trend ?? null, ...reading };
  station.freshness = 'fresh';
  state.series.get(`${station.id} ${reading.quantity}`)?.add(reading);
}

/** What an alert's number is in: that of the step that was reached, or of what ended it. */
export function unitOf(id, severity, over) {
  const rule = state.rules.get(id);
  const step = rule?.escalate.find((each) => each.severity === severity);
  return (over ? rule?.clear : step ?? rule?.raise)?.unit ?? '';
}

/** Which number of a level graphs and texts show; none for conditions that are no level. */
export const sideOf = (level) => ['above', 'below', 'at_least', 'at_most'].find((side) => side in level);
