// How far telling people of a change has come, and a way to stop it that nobody takes by mistake.

import * as api from './api.js';
import { $, find, h, keyed, setText } from './dom.js';
import { moment, number } from './format.js';
import { changed, nameOf, on, state } from './state.js';
import { t } from './words.js';

const DONE_SHOWN = 3;
/** Names of those somebody is asked about, and of those that could not be stopped. */
const asked = new Set();
const failed = new Set();

export function mount() {
  on(['deliveries', 'alerts', 'stations'], draw);
}

export async function read() {
  state.deliveries = await api.deliveries();
  changed('deliveries');
}

/** A citizen's own limit concerns nobody but them. */
const isShown = ({ name }) => /^[AS]-\d+\//.test(name);

function draw() {
  const all = state.deliveries.filter(isShown);
  const shown = [...all.filter((one) => one.waiting > 0), ...all.filter((one) => one.waiting === 0).slice(0, DONE_SHOWN)];
  keyed($('delivery-list'), shown, (one) => one.name, create, update);
  $('deliveries').hidden = shown.length === 0;
}

const create = ({ name }) => h('li', { class: 'delivery', 'data-testid': 'delivery', 'data-delivery': name },
  h('div', { class: 'delivery-head' },
    h('strong', { 'data-part': 'title' }),
    h('button', { type: 'button', class: 'quiet', 'data-part': 'stop', 'data-testid': 'stop', onclick: () => ask(name) })),
  h('progress', { 'data-part': 'bar' }),
  h('p', { class: 'note', 'data-part': 'figures' }),
  h('div', { class: 'delivery-ask', role: 'alertdialog', 'data-part': 'ask', hidden: true, onkeydown: (event) => event.key === 'Escape' && leave(name) },
    h('p', { 'data-part': 'question', id: `ask-${name}` }),
    h('button', { type: 'button', class: 'primary', 'data-part': 'go-on', 'data-testid': 'go-on', onclick: () => leave(name) }),
    h('button', { type: 'button', class: 'quiet', 'data-part': 'really', 'data-testid': 'stop-really', onclick: () => stop(name) })),
  h('p', { class: 'delivery-failed', 'data-part': 'failed', role: 'status' }));

function update(item, one) {
  const title = titleOf(one);
  const bar = find(item, 'bar');
  bar.max = Math.max(one.total, 1);
  bar.value = reached(one);
  bar.classList.toggle('stopped', one.stopped);
  bar.setAttribute('aria-label', title);
  setText(find(item, 'title'), title);
  setText(find(item, 'figures'), figures(one));
  find(item, 'stop').hidden = one.waiting === 0 || asked.has(one.name);
  find(item, 'stop').setAttribute('aria-label', t('deliveries.stop-label', { what: title }));
  setText(find(item, 'stop'), t('deliveries.stop'));
  find(item, 'ask').hidden = one.waiting === 0 || !asked.has(one.name);
  find(item, 'ask').setAttribute('aria-labelledby', `ask-${one.name}`);
  setText(find(item, 'question'), t('deliveries.question', { n: number(one.waiting) }));
  setText(find(item, 'go-on'), t('deliveries.go-on'));
  setText(find(item, 'really'), t('deliveries.really'));
  setText(find(item, 'failed'), failed.has(one.name) ? t('deliveries.failed') : '');
}

/** Where it was stopped it stays at those who have it, or may. */
const reached = (one) => one.stopped ? one.delivered + one.unclear : one.total - one.waiting;

function titleOf({ name, time }) {
  const [id, change] = name.split('/');
  const alert = state.alerts.get(id);
  const where = alert ? `${nameOf(alert.station)} · ` : '';
  return `${where}${t(`deliveries.${change.split('-')[0]}`, { id })} · ${moment(time)}`;
}

function figures(one) {
  const parts = [t('deliveries.delivered', { n: number(one.delivered), total: number(one.total) })];
  for (const part of ['waiting', 'unclear', 'undeliverable']) {
    if (one[part] > 0) parts.push(t(`deliveries.${part}`, { n: number(one[part]) }));
  }
  if (one.stopped) parts.push(t('deliveries.stopped'));
  return parts.join(' · ');
}

const row = (name) => document.querySelector(`[data-delivery="${CSS.escape(name)}"]`);

/** The harmless answer has the focus. */
function ask(name) {
  asked.add(name);
  draw();
  find(row(name), 'go-on').focus();
}

function leave(name) {
  asked.delete(name);
  draw();
  find(row(name), 'stop').focus();
}

async function stop(name) {
  try {
    const { stopped } = await api.stopDelivery(name);
    failed.delete(name);
    $('announce').textContent = t('deliveries.announce', { n: number(stopped) });
  } catch {
    failed.add(name);
  }
  asked.delete(name);
  await read().catch(() => {});
  draw();
  $('deliveries-title').focus();
}
