// What could not be understood: the reason first, then where it came from.

import * as api from './api.js';
import { detailOf } from './details.js';
import { $, h, find, keyed, setText } from './dom.js';
import { clockWithSeconds, day, number } from './format.js';
import { changed, on, state } from './state.js';
import { t } from './words.js';

const SHOWN = 200;
const NAMED = 3;
const chosen = { reason: '', source: '' };
/** What became of replays, by message, until the hub's list no longer has it. */
const replayed = new Map();
const TRIES = 10;
const PAUSE_MS = 200;

export function mount() {
  on(['rejected'], draw);
  for (const name of Object.keys(chosen)) {
    $(`rejected-${name}`).addEventListener('change', (event) => {
      chosen[name] = event.target.value;
      draw();
    });
  }
}

function draw() {
  if (!state.rejected) return;
  drawChoices('reason', (word) => t(`reason.${word}`));
  drawChoices('source', (word) => word);
  const rows = state.rejected
    .filter((message) => Object.keys(chosen).every((name) => !chosen[name] || message[name] === chosen[name]))
    .slice(0, SHOWN);
  keyed($('rejected-rows'), rows, (message) => message.id, create, update);
  $('rejected-none').hidden = rows.length > 0;
  $('rejected-scroll').hidden = rows.length === 0;
  setText($('rejected-none'), t('rejected.none'));
  drawForgotten();
}

/** Whose messages were too many to keep all of them. */
function drawForgotten() {
  const most = state.forgotten.slice(0, NAMED).map(({ source, device }) => device ?? t('rejected.strangers', { source }));
  const names = [...most, ...(state.forgotten.length > NAMED ? ['…'] : [])].join(', ');
  const n = number(state.forgotten.reduce((sum, { messages }) => sum + messages, 0), 0);
  $('rejected-forgotten').hidden = state.forgotten.length === 0;
  setText($('rejected-forgotten'), t('rejected.forgotten', { n, names }));
}

function drawChoices(name, word) {
  const options = ['', ...new Set(state.rejected.map((message) => message[name]))].sort();
  keyed($(`rejected-${name}`), options, (option) => option,
    (option) => h('option', { value: option }),
    (element, option) => setText(element, option ? word(option) : t('rejected.all')));
}

const create = (message) =>
  h('tr', { 'data-testid': 'rejected-row' },
    h('td', { class: 'when' }, h('time', { datetime: message.time }, clockWithSeconds(message.time)), ' ', h('small', {}, day(message.time))),
    h('td', {}, h('span', { class: 'reason', 'data-part': 'reason' }),
      h('span', { class: 'detail' }, message.field ? [h('code', {}, message.field), ' · '] : [], h('span', { 'data-part': 'detail' })),
      h('span', { class: 'todo', 'data-part': 'todo' })),
    h('td', { class: 'topic' }, h('code', {}, message.topic)),
    h('td', { class: 'source' }, message.source),
    h('td', { class: 'act' },
      h('button', { type: 'button', class: 'quiet', 'data-part': 'replay', 'data-testid': 'replay', onclick: () => replay(message) }),
      h('span', { class: 'acked', 'data-part': 'replayed' })));

function update(row, message) {
  setText(find(row, 'reason'), t(`reason.${message.reason}`));
  const detail = detailOf(message.detail);
  find(row, 'detail').lang = detail.lang;
  setText(find(row, 'detail'), detail.text);
  setText(find(row, 'todo'), t(`todo.${message.reason}`));
  const answer = replayed.get(message.id);
  const button = find(row, 'replay');
  button.hidden = !message.replayable || (answer && !answer.again);
  button.disabled = answer?.outcome === 'busy';
  button.setAttribute('aria-label', t('rejected.replay-label', { id: message.id, topic: message.topic }));
  setText(button, t('rejected.replay'));
  setText(find(row, 'replayed'), answer && answer.outcome !== 'busy' ? told(answer) : '');
}

const told = ({ outcome, reason }) =>
  t(`rejected.replay-${outcome}`, { reason: reason ? t(`reason.${reason}`) : '' });

async function replay(message) {
  replayed.set(message.id, { outcome: 'busy', again: true });
  changed('rejected');
  const answer = await api.replay(message.id).catch(() => ({ outcome: 'failed', again: true }));
  replayed.set(message.id, answer);
  $('announce').textContent = told(answer);
  if (answer.outcome === 'rejected') await takeNewOne(message.id, answer);
  changed('rejected');
  if (!answer.again) focusNext();
}

/** What is rejected again stands in the list under a new id and can be tried again. */
async function takeNewOne(old, answer) {
  replayed.set(answer.replayed_as, { ...answer, again: true });
  for (let tries = 0; tries < TRIES; tries += 1) {
    Object.assign(state, await api.rejected());
    if (!state.rejected.some((message) => message.id === old)) return;
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}

/** The pressed button is gone: whoever works with the keyboard goes on with the next one. */
function focusNext() {
  const next = $('rejected-rows').querySelector('[data-part="replay"]:not([hidden])');
  (next ?? $('rejected-scroll')).focus();
}
