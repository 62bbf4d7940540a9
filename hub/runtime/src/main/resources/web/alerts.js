// Alarms first: what, where, since when, how bad, and one button.

import * as api from './api.js';
import * as desk from './desk.js';
import { $, h, find, keyed, setText } from './dom.js';
import { age, moment, withUnit } from './format.js';
import { openStation } from './detail.js';
import { HUB, activeAlerts, changed, isQuiet, nameOf, on, sideOf, state, unitOf } from './state.js';
import { t } from './words.js';

const SIGNS = { watch: '◔', warning: '▲', danger: '◆' };
const RANK = { danger: 0, warning: 1, watch: 2 };
const PAST_SHOWN = 20;
/** Whom the hub names when the page did not. */
const NOBODY_NAMED = 'console';

export function mount() {
  on(['alerts', 'rules', 'stations'], draw);
  $('operator').value = localStorage.getItem('vam-operator') ?? '';
  $('operator').addEventListener('change', (event) =>
    localStorage.setItem('vam-operator', event.target.value.trim()));
  desk.mount(takeAlert);
}

export function setAlerts(list) {
  state.alerts = new Map(list.map((alert) => [alert.id, alert]));
  state.known.add('alerts');
  changed('alerts');
}

export function takeAlert(alert) {
  const before = state.alerts.get(alert.id);
  state.alerts.delete(alert.id);
  state.alerts = new Map([[alert.id, alert], ...state.alerts]);
  if (!before || before.state !== alert.state || before.severity !== alert.severity) announce(alert, before);
  changed('alerts');
  desk.follow(alert.id);
}

function announce(alert, before) {
  const station = nameOf(alert.station);
  if (alert.state === 'cleared') {
    $('announce').textContent = t(`alerts.announce-end.${alert.ending}`, { id: alert.id, station });
  } else if (!before || before.severity !== alert.severity) {
    const severity = t(`severity.${alert.severity}`);
    $('announce').textContent = t('alerts.announce', { severity, station, value: valueOf(alert) });
  }
}

function draw() {
  const active = activeAlerts().sort(byUrgency);
  const past = [...state.alerts.values()].filter((alert) => alert.state === 'cleared').slice(0, PAST_SHOWN);
  keyed($('alert-list'), active, (alert) => alert.id, create, update);
  keyed($('alert-past-list'), past, (alert) => alert.id, create, update);
  drawNone(active.length === 0);
  $('alerts-past').hidden = past.length === 0;
  setText($('alerts-past-title'), t('alerts.past', { n: past.length }));
  goOn();
}

/** The alert whose button had the focus when it was pressed. */
let goesOn = null;

function goOn() {
  const row = goesOn && document.querySelector(`[data-alert="${CSS.escape(goesOn)}"]`);
  goesOn = null;
  if (row) find(row, find(row, 'ack').hidden ? 'desk-toggle' : 'ack').focus();
}

/** Calm is said only where it is known; silent stations are none of it. */
function drawNone(none) {
  $('alerts-none').hidden = !none || !state.known.has('alerts') || !state.known.has('stations');
  const silent = [...state.stations.values()].filter(isQuiet).length;
  $('alerts-none').classList.toggle('is-unsure', silent > 0);
  setText($('alerts-none'), silent ? `${t('alerts.none')} ${t('alerts.none-but', { n: silent })}` : t('alerts.none'));
}

const byUrgency = (one, other) =>
  (one.state === 'acknowledged') - (other.state === 'acknowledged')
  || RANK[one.severity] - RANK[other.severity]
  || other.since.localeCompare(one.since);

function create(alert) {
  return h('li', { class: `alert is-${alert.severity}`, 'data-testid': 'alert', 'data-alert': alert.id, 'data-at': alert.station },
    h('div', { class: 'alert-sign' },
      h('span', { class: 'sign', 'aria-hidden': 'true', 'data-part': 'sign' }),
      h('span', { 'data-part': 'severity' })),
    h('div', { class: 'alert-what' },
      h('button', { type: 'button', class: 'link alert-station', 'data-part': 'station', onclick: () => openStation(alert.station) }),
      h('p', { class: 'alert-rule', 'data-part': 'rule' })),
    h('div', { class: 'alert-value' },
      h('strong', { 'data-part': 'value' }), h('span', { 'data-part': 'now' })),
    h('div', { class: 'alert-since' },
      h('span', { 'data-part': 'since' }),
      h('span', {}, h('code', {}, alert.id), ' · ', h('time', { 'data-age': '', datetime: alert.since }))),
    h('div', { class: 'alert-act' },
      h('button', { type: 'button', class: 'primary', 'data-part': 'ack', 'data-testid': 'ack', onclick: () => acknowledge(alert.id) }),
      h('span', { class: 'acked', 'data-part': 'acked', role: 'status' }),
      desk.toggle(alert)),
    desk.panel(alert));
}

function update(element, alert) {
  const station = nameOf(alert.station);
  element.dataset.state = alert.state;
  element.className = `alert is-${alert.severity}${element.classList.contains('ack-failed') ? ' ack-failed' : ''}`;
  setText(find(element, 'sign'), SIGNS[alert.severity]);
  setText(find(element, 'severity'), alert.state === 'escalated'
    ? `${t(`severity.${alert.severity}`)} · ${t('alerts.escalated')}` : t(`severity.${alert.severity}`));
  setText(find(element, 'station'), alert.devices?.length ? `${station} (${alert.devices.join(', ')})` : station);
  setText(find(element, 'rule'), ruleText(alert.rule));
  setText(find(element, 'value'), valueOf(alert));
  setText(find(element, 'now'), nowText(alert));
  setText(find(element, 'since'), alert.ending
    ? t(`alerts.ended.${alert.ending}`, { time: moment(alert.cleared_at) })
    : t('alerts.since', { time: moment(alert.since) }));
  setText(element.querySelector('time'), age(alert.since));
  updateAct(element, alert, station);
  desk.update(element, alert, station);
}

function updateAct(element, alert, station) {
  const button = find(element, 'ack');
  button.hidden = alert.state === 'acknowledged' || alert.state === 'cleared';
  button.setAttribute('aria-label', t('alerts.ack-label', { id: alert.id, station }));
  setText(button, t('alerts.ack'));
  const failed = element.classList.contains('ack-failed');
  setText(find(element, 'acked'), failed ? t('alerts.ack-failed')
    : ackedText(alert));
}

function ackedText({ assignee, snoozed_until: until }) {
  if (!assignee) return '';
  if (until) return t('alerts.snoozed', { who: assignee === NOBODY_NAMED ? '' : assignee, time: moment(until) });
  return assignee === NOBODY_NAMED ? t('alerts.acked-here') : t('alerts.acked', { who: assignee });
}

export function ruleText(id) {
  const rule = state.rules.get(id);
  if (!rule) return t(`rule.${id}`);
  const side = sideOf(rule.raise);
  if (!side || 'words' in rule.raise) return `${id}: ${rule.raise.words ?? ''}`;
  return t(`alerts.${side}`, {
    what: t(`quantity.${rule.quantity}`),
    limit: withUnit(rule.raise[side], rule.raise.unit),
  });
}

const valueOf = (alert) =>
  alert.station === HUB ? '' : withUnit(alert.value, unitOf(alert.rule, alert.severity, alert.ending === 'safe'));

function nowText(alert) {
  const rule = state.rules.get(alert.rule);
  const latest = rule && state.stations.get(alert.station)?.latest[rule.quantity];
  return latest && alert.state !== 'cleared'
    ? t('alerts.now', { value: withUnit(latest.value, latest.unit) }) : '';
}

async function acknowledge(id) {
  const row = document.querySelector(`[data-alert="${CSS.escape(id)}"]`);
  const hadFocus = find(row, 'ack') === document.activeElement;
  find(row, 'ack').disabled = true;
  try {
    takeAlert(await api.acknowledge(id, $('operator').value.trim()));
    row.classList.remove('ack-failed');
  } catch {
    row.classList.add('ack-failed');
  } finally {
    find(row, 'ack').disabled = false;
    if (hadFocus) goesOn = id;
    changed('alerts');
  }
}
