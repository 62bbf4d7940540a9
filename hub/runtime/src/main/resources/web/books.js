// Double-entry book-keeping, readable: received = the sum of where messages stand.

import { $, h, setText } from './dom.js';
import { number } from './format.js';
import { on, state } from './state.js';
import { t } from './words.js';

const PLACES = ['in_hand', 'queued', 'stored', 'rejected', 'ignored', 'duplicate'];
const COLUMNS = ['received', ...PLACES];
const MOST_DEVICES = 200;

export function mount() {
  on(['books'], draw);
}

function draw() {
  const { books } = state;
  if (!books) return;
  const verdict = $('books-verdict');
  verdict.className = `verdict ${books.balanced ? 'is-good' : 'is-bad'}`;
  setText(verdict, books.balanced ? `✓ ${t('books.balanced')}` : `✗ ${t('books.unbalanced')}`);
  $('books-equation').replaceChildren(...equation(books.messages));
  $('books-others').replaceChildren(...others(books));
  $('books-columns').replaceChildren(columns());
  $('books-lines').replaceChildren(...lines(books));
}

const equation = (messages) => [
  term('received', messages.received),
  sign('='),
  ...PLACES.flatMap((place, index) =>
    index ? [sign('+'), term(place, messages[place])] : [term(place, messages[place])]),
];

const sign = (text) => h('span', { class: 'sign' }, text);
const term = (word, count) =>
  h('span', { class: `term term-${word}${count === 0 ? ' is-zero' : ''}` },
    h('strong', { 'data-testid': `books-${word}` }, number(count, 0)), h('small', {}, t(`books.${word}`)));

function others({ points, alerts, deliveries }) {
  const counted = (counts, words) =>
    words.map((word) => `${number(counts[word], 0)} ${t(`books.${word}`)}`);
  return [
    other('books.points', `${number(points.total, 0)} = ${counted(points, ['written', 'merged']).join(' + ')}`),
    other('books.alerts', counted(alerts, ['raised', 'cleared']).join(' · ')),
    other('books.deliveries', counted(deliveries, ['delivered', 'waiting', 'unclear', 'undeliverable']).join(' · ')),
  ];
}

const other = (key, text) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, text));

const columns = () =>
  h('tr', {},
    ['rejected.source', 'books.device'].map((key) => h('th', { scope: 'col' }, t(key))),
    COLUMNS.map((column) => h('th', { scope: 'col', class: 'number' }, t(`books.${column}`))));

const lines = (books) =>
  books.sources.flatMap((source) => [
    line(source, t('books.whole'), 'whole'),
    ...books.devices
      .filter((device) => device.source === source.source)
      .slice(0, MOST_DEVICES)
      .map((device) => line(device, device.device === '-' ? t('books.no-device') : device.device, '')),
  ]);

const line = (counts, device, name) =>
  h('tr', { class: name }, h('td', {}, counts.source), h('th', { scope: 'row' }, device),
    COLUMNS.map((column) =>
      h('td', { class: `number${counts[column] ? '' : ' is-zero'}` }, column in counts ? number(counts[column], 0) : '')));
