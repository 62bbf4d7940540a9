// What could not be understood: the reason first, then where it came from.

import { $, h, keyed, setText } from './dom.js';
import { clockWithSeconds, day } from './format.js';
import { on, state } from './state.js';
import { t } from './words.js';

const SHOWN = 200;
const chosen = { reason: '', source: '' };

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
      h('span', { class: 'detail', lang: 'en' }, message.field ? [h('code', {}, message.field), ' · '] : [], message.detail)),
    h('td', { class: 'topic' }, h('code', {}, message.topic)),
    h('td', { class: 'source' }, message.source));

function update(row, message) {
  setText(row.querySelector('[data-part="reason"]'), t(`reason.${message.reason}`));
}
