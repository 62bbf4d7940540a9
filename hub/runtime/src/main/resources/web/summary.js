// The four answers an operator came for, and whether the hub itself is well.

import { $, h, keyed, find, setText } from './dom.js';
import { number } from './format.js';
import { activeAlerts, isQuiet, nameOf, on, state } from './state.js';
import { t } from './words.js';

const TILES = [
  { id: 'normal', href: '#salinity', sign: '✓' },
  { id: 'alerts', href: '#alerts', sign: '!' },
  { id: 'silent', href: '#salinity', sign: '…' },
  { id: 'rejected', href: '#rejected', sign: '×' },
];

export function mount() {
  on(['stations', 'alerts', 'books', 'rules'], drawTiles);
  on(['hub'], drawHub);
}

function drawTiles() {
  keyed($('summary'), TILES, (tile) => tile.id, create, update);
  const open = activeAlerts().length;
  document.title = open ? `(${open}) ${t('title')}` : t('title');
}

const create = (tile) =>
  h('a', { class: `tile tile-${tile.id}`, href: tile.href, 'data-testid': `tile-${tile.id}` },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, tile.sign),
    h('span', { class: 'tile-number', 'data-part': 'number' }),
    h('span', { class: 'tile-word', 'data-part': 'word' }),
    h('span', { class: 'tile-note', 'data-part': 'note' }));

function update(element, tile) {
  const { count, note, unsure = false } = FIGURES[tile.id]();
  element.classList.toggle('is-zero', count === 0);
  element.classList.toggle('is-unsure', unsure);
  element.classList.toggle('is-unknown', count === null);
  setText(find(element, 'number'), count === null ? '–' : number(count, 0));
  setText(find(element, 'word'), t(`tile.${tile.id}`));
  setText(find(element, 'note'), note);
}

const FIGURES = {
  normal: known('stations', normal), alerts: known('alerts', alerts), silent: known('stations', silent), rejected: known('books', rejected),
};

function known(topic, figure) {
  return () => (state.known.has(topic) ? figure() : { count: null, note: '' });
}

function normal() {
  const all = [...state.stations.values()].filter((station) => station.kind !== 'camera');
  const alarming = new Set(activeAlerts().map((alert) => alert.station));
  const count = all.filter((station) => !isQuiet(station) && !alarming.has(station.id)).length;
  return { count, note: t('tile.normal.of', { n: all.length }), unsure: count < all.length };
}

function alerts() {
  const active = activeAlerts();
  const open = active.filter((alert) => alert.state !== 'acknowledged').length;
  const silent = [...state.stations.values()].filter(isQuiet).length;
  const none = silent === 0 ? t('tile.alerts.none') : t('tile.alerts.unsure', { n: silent });
  const note = active.length === 0 ? none
    : open === 0 ? t('tile.alerts.taken') : t('tile.alerts.open', { n: open });
  return { count: active.length, note, unsure: active.length === 0 && silent > 0 };
}

function silent() {
  const quiet = [...state.stations.values()].filter(isQuiet);
  const names = quiet.slice(0, 2).map((station) => nameOf(station.id)).join(', ');
  const note = quiet.length === 0 ? t('tile.silent.none') : names + (quiet.length > 2 ? ' …' : '');
  return { count: quiet.length, note };
}

function rejected() {
  const { messages } = state.books;
  return { count: messages.rejected, note: t('tile.rejected.of', { n: number(messages.received, 0) }) };
}

function drawHub() {
  const [kind, text] = hub();
  pill($('hub-state'), kind, text);
  const live = state.live === 'open' ? 'good' : state.live === 'connecting' ? 'pending' : 'bad';
  pill($('live-state'), live, t(`live.${state.live}`));
  $('live-state').dataset.state = state.live;
}

function hub() {
  if (state.away) return ['bad', t('hub.away')];
  if (state.waiting === null) return ['pending', t('hub.unknown')];
  if (state.waiting.length === 0) return ['good', t('hub.ready')];
  return ['bad', t('hub.waiting', { what: state.waiting.join(', ') })];
}

function pill(element, kind, text) {
  element.className = `pill is-${kind}`;
  setText(element, text);
}
