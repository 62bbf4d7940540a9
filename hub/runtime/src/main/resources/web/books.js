// Double-entry book-keeping, readable: received = the sum of where messages stand.

import { $, find, h, keyed, setText } from './dom.js';
import { number } from './format.js';
import { on, state } from './state.js';
import { t } from './words.js';

const PLACES = ['in_hand', 'queued', 'stored', 'rejected', 'ignored', 'duplicate'];
const COLUMNS = ['received', ...PLACES];
const EQUATION = COLUMNS.flatMap((word, i) =>
  i === 0 ? [{ key: word, word }] : [{ key: `before ${word}`, sign: i === 1 ? '=' : '+' }, { key: word, word }]);
const MOST_DEVICES = 200;

export function mount() {
  on(['books'], draw);
  $('books-details').addEventListener('toggle', draw);
}

function draw() {
  const { books } = state;
  if (!books) return;
  const verdict = $('books-verdict');
  verdict.className = `verdict ${books.balanced ? 'is-good' : 'is-bad'}`;
  setText(verdict, books.balanced ? `✓ ${t('books.balanced')}` : `✗ ${t('books.unbalanced')}`);
  keyed($('books-equation'), EQUATION, (part) => part.key, create, (element, part) => update(element, part, books));
  $('books-others').replaceChildren(...others(books));
  if ($('books-details').open) drawLines(books);
}

function drawLines(books) {
  $('books-columns').replaceChildren(columns());
  $('books-lines').replaceChildren(...lines(books));
}

const create = ({ word, sign }) =>
  word
    ? h('span', { class: 'term' }, h('strong', { 'data-part': 'count', 'data-testid': `books-${word}` }), h('small', { 'data-part': 'word' }))
    : h('span', { class: 'sign' }, sign);

function update(element, { word }, { messages }) {
  if (!word) return;
  element.className = `term term-${word}${messages[word] === 0 ? ' is-zero' : ''}`;
  setText(find(element, 'count'), number(messages[word], 0));
  setText(find(element, 'word'), t(`books.${word}`));
}

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
