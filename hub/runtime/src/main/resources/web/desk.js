// One alert opened: what happened to it so far, and what an operator does with it.

import * as api from './api.js';
import { $, find, h, keyed, setText } from './dom.js';
import { moment, withUnit } from './format.js';
import { HUB, nameOf, on, unitOf } from './state.js';
import { t } from './words.js';

const SNOOZES = ['30m', '1h', '2h', '8h'];
const SHELVES = ['2h', '8h', '24h', '7d'];
let taken = () => {};

/** @param take what is done with an alert that an action has changed */
export async function mount(take) {
  taken = take;
  const people = await api.operators().catch(() => []);
  $('operator-names').replaceChildren(...people.map((one) => h('option', { value: one.name })));
  on(['alerts', 'stations'], showShelves);
  await readShelves();
}

let shelved = [];

/** What nobody is told of for a time must be seen by everybody. */
async function readShelves() {
  shelved = await api.shelves().catch(() => shelved);
  showShelves();
}

function showShelves() {
  keyed($('shelf-list'), shelved, (one) => `${one.rule} ${one.station} ${one.until}`, (one) => h('li', {},
    h('span', { 'data-part': 'what' }),
    h('button', { type: 'button', class: 'quiet', 'data-part': 'unshelve', 'data-testid': 'unshelve', onclick: () => unshelve(one) })),
  (item, one) => {
    setText(find(item, 'what'), t('desk.shelved', { what: one.rule, station: nameOf(one.station), until: moment(one.until), who: one.by === 'console' ? t('desk.somebody') : one.by }));
    setText(find(item, 'unshelve'), t('desk.unshelve'));
  });
  $('shelf-list').hidden = shelved.length === 0;
}

async function unshelve(one) {
  await api.unshelve(one).catch(() => {});
  await readShelves();
  ($('shelf-list').querySelector('button') ?? $('alerts-title')).focus();
}

export const toggle = (alert) => h('button', {
  type: 'button', class: 'quiet', 'data-part': 'desk-toggle', 'data-testid': 'desk-toggle', 'aria-expanded': 'false',
  'aria-controls': `desk-${alert.id}`, onclick: () => open(alert.id),
});

export const panel = (alert) => h('div', { class: 'desk', id: `desk-${alert.id}`, hidden: true, 'data-part': 'desk' },
  h('ol', { class: 'history', 'data-part': 'history', 'data-testid': 'history' }),
  h('div', { class: 'desk-forms' },
    form(alert.id, 'assign', h('input', { name: 'to', list: 'operator-names', maxlength: '64', required: true, autocomplete: 'off' })),
    form(alert.id, 'snooze', h('select', { name: 'for' },
      ...SNOOZES.map((span) => h('option', { value: span, 'data-span': span })))),
    form(alert.id, 'shelve', h('select', { name: 'for' },
      ...SHELVES.map((span) => h('option', { value: span, 'data-span': span })))),
    form(alert.id, 'comment', h('input', { name: 'text', maxlength: '500', required: true, autocomplete: 'off' })),
    form(alert.id, 'close', h('input', { name: 'reason', maxlength: '500', required: true, autocomplete: 'off' }))),
  h('p', { class: 'desk-failed', 'data-part': 'desk-failed', role: 'status' }));

const form = (id, action, field) => h('form', { 'data-action': action, onsubmit: (event) => submit(event, id, action) },
  h('label', {}, h('span', { 'data-part': `${action}-label` }), field),
  h('button', { type: 'submit', class: 'quiet', 'data-part': action, 'data-testid': action }));

/** Texts follow the language; a cleared alert can be commented or shelved, no more. */
export function update(element, alert, station) {
  showToggle(element, { id: alert.id, station });
  for (const action of ['assign', 'snooze', 'shelve', 'comment', 'close']) {
    setText(find(element, action), t(`desk.${action}`));
    setText(find(element, `${action}-label`), t(`desk.${action}-label`));
    element.querySelector(`[data-action="${action}"]`).hidden = alert.state === 'cleared' && ['assign', 'snooze', 'close'].includes(action);
  }
  element.querySelectorAll('[data-span]').forEach((option) => setText(option, t(`span.${option.value}`)));
}

function showToggle(element, of) {
  const button = find(element, 'desk-toggle');
  const what = isOpen(element) ? 'desk.fold' : 'desk.open';
  setText(button, t(what));
  button.setAttribute('aria-label', t(`${what}-label`, of));
}

/** An alert has changed: whoever has it open sees what happened. */
export function follow(id) {
  readShelves();
  if (isOpen(row(id))) showHistory(id);
}

const row = (id) => document.querySelector(`[data-alert="${CSS.escape(id)}"]`);
const isOpen = (element) => Boolean(element) && !find(element, 'desk').hidden;

async function open(id) {
  const element = row(id);
  const opens = !isOpen(element);
  find(element, 'desk').hidden = !opens;
  find(element, 'desk-toggle').setAttribute('aria-expanded', String(opens));
  showToggle(element, { id, station: nameOf(element.dataset.at) });
  if (opens) await showHistory(id);
}

async function showHistory(id) {
  const element = row(id);
  try {
    const alert = await api.alert(id);
    keyed(find(element, 'history'), alert.history.map((event, index) => ({ event, index: String(index) })), (line) => line.index,
      () => h('li', {}), (item, line) => setText(item, words(line.event, alert)));
    setText(find(element, 'desk-failed'), '');
  } catch {
    setText(find(element, 'desk-failed'), t('desk.unread'));
  }
}

function words(event, alert) {
  const what = event.event === 'snoozed' || event.event === 'shelved' ? moment(event.what) : event.what;
  const [level, listed] = event.what.split(' ');
  const unit = unitOf(alert.rule, level, event.event === 'cleared');
  const devices = listed?.replaceAll(',', ', ') ?? '';
  const severity = t(`severity.${level}`) + (devices ? `, ${devices}` : '');
  const value = event.value === null || alert.station === HUB ? '' : withUnit(event.value, unit);
  const who = event.by === 'console' ? t('desk.somebody') : event.by ?? '';
  const happened = event.event === 'still' && !devices ? 'still-all' : event.event;
  return `${moment(event.time)} · ${t(`history.${happened}`, { who, what, severity, devices, value })}`;
}

async function submit(event, id, action) {
  event.preventDefault();
  const element = row(id);
  const field = event.target.elements[0];
  try {
    taken(await api.act(id, action, { [field.name]: field.value, ...named() }));
    if (field.tagName === 'INPUT') field.value = '';
    setText(find(element, 'desk-failed'), '');
    if (action === 'close') $('alerts-title').focus();
  } catch (failure) {
    setText(find(element, 'desk-failed'), t('desk.failed', { why: failure.message }));
  }
}

function named() {
  const operator = $('operator').value.trim();
  return operator ? { operator } : {};
}
