/** Messages as elements. Text from outside only ever becomes text. */
import { dayOf, timeOf } from './time.js';
import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const TICKS = {
  waiting: ['Đã gửi', 'M2 6.500l3.500 3.500L12 3'],
  delivered: ['Đã nhận', 'M1 6.500l3.500 3.500L11 3M8 9l1.500 1L16 3'],
  retrying: ['Đang gửi lại', 'M13 6a5 5 0 1 1-1.500-3.500M13 1v3h-3'],
  lost: ['Chưa tới nơi', 'M8 1v6M8 10v.5'],
};

export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/**
 * @param before the message shown just above, or null
 * @param deeds what pressing a button and filling a form in do
 */
export function line(message, before, { press, fill }) {
  const mine = message.from === 'citizen';
  const first = !before || before.from !== message.from || dayOf(before.time) !== dayOf(message.time);
  const node = element('div', { className: `line ${mine ? 'citizen' : 'oa-said'}${first ? ' first' : ''}` });
  node.dataset.testid = 'message';
  Object.assign(node.dataset, { from: message.from, kind: message.kind, id: message.message_id });
  if (!mine) node.append(element('img', { src: '/icon.svg', alt: '', width: 32, height: 32 }));
  node.append(bubble(message, mine, fill));
  if (mine) showDelivery(node, message.delivery ?? 'waiting');
  if (message.buttons.length) node.append(answers(message.buttons, press));
  return node;
}

export function day(message) {
  return element('div', { className: 'day' }, dayOf(message.time));
}

/** Shows how far a citizen's message has come. */
export function showDelivery(node, state) {
  const [said, path] = TICKS[state];
  const word = t(said);
  const ticks = node.querySelector('.ticks');
  ticks.replaceChildren(drawing(path), element('span', { className: 'sr' }, word));
  ticks.title = word;
  ticks.parentElement.classList.toggle('lost', state === 'lost');
  node.dataset.delivery = state;
}

function bubble(message, mine, fill) {
  const node = element('div', { className: `bubble${message.kind === 'image' ? ' bare' : ''}` });
  node.append(element('span', { className: 'sr' }, `${t(mine ? 'Bạn:' : 'Tổng đài:')} `), ...content(message, fill));
  const meta = element('div', { className: 'meta' }, element('time', { dateTime: message.time }, timeOf(message.time)));
  node.append(meta);
  if (mine) meta.append(element('span', { className: 'ticks' }));
  return node;
}

function content(message, fill) {
  const parts = [];
  if (message.kind === 'form') return [...message.elements.map(cardOf), form(fill)];
  if (message.image) parts.push(element('img', { className: 'picture', src: message.image, alt: message.text || t('Ảnh'), loading: 'lazy' }));
  if (message.template_data) return [...parts, sheet(message)];
  if (message.text) parts.push(element('div', { className: 'words', lang: 'vi' }, ...linked(message.text)));
  if (message.file) parts.push(fileOf(message));
  if (message.lat) parts.push(place(message));
  for (const card of message.elements ?? []) parts.push(cardOf(card));
  return parts;
}

/** A template: its kind, and a row for each of its values. */
function sheet({ kind, template_data: data }) {
  const head = element('strong', { className: 'sheet-head' }, t(kind === 'zns' ? 'Thông báo qua số điện thoại' : 'Thông báo của Tổng đài'));
  const rows = Object.entries(data).flatMap(([name, value]) => [element('dt', {}, name.replaceAll('_', ' ')), element('dd', {}, ...linked(value))]);
  return element('div', { className: 'sheet' }, head, element('dl', {}, ...rows));
}

function fileOf({ file, name, size }) {
  return anchor(file, t('Tệp {name}, {size}', { name, size: `${Math.ceil(size / 1024)} kB` }));
}

function place({ lat, lon }) {
  return element('div', { className: 'pin' }, drawing('M12 21s7-6.300 7-11.500a7 7 0 0 0-14 0C5 14.700 12 21 12 21zM12 7a2.500 2.500 0 1 0 .010 0', '0 0 24 24'),
    element('div', {}, t('Vị trí của tôi'), element('br'), `${Number(lat).toFixed(4)}, ${Number(lon).toFixed(4)}`));
}

function cardOf({ title, subtitle, image_url: image, url }) {
  const heading = /^https?:/.test(url) ? anchor(url, title) : element('strong', {}, title);
  const node = element('div', { className: 'card', lang: 'vi' });
  if (image) node.append(element('img', { src: image, alt: '', loading: 'lazy', onerror: ({ target }) => target.remove() }));
  node.append(element('div', {}, heading, element('span', {}, subtitle)));
  return node;
}

/** What the platform asks a person for; the number goes to the account alone. */
function form(fill) {
  const phone = element('input', { type: 'tel', required: true, autocomplete: 'tel', pattern: '[+0-9][0-9 .\\-]{8,15}', placeholder: '0912 345 678' });
  const send = element('button', { type: 'submit' }, t('Gửi thông tin'));
  const node = element('form', { className: 'ask' }, element('label', {}, t('Số điện thoại'), phone), send);
  node.dataset.testid = 'form';
  phone.dataset.testid = 'form-phone';
  send.dataset.testid = 'form-send';
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!(await fill(phone.value))) return;
    phone.value = '';
    phone.disabled = send.disabled = true;
    send.textContent = t('Đã gửi');
  });
  return node;
}

function answers(buttons, press) {
  return element('ul', { className: 'answers' }, ...buttons.map((button) => element('li', {}, answer(button, press))));
}

function answer({ title, type, payload }, press) {
  if (type === 'oa.open.url' && /^https?:/.test(payload)) return anchor(payload, title);
  if (type === 'oa.open.phone' || type === 'oa.open.sms') {
    return element('a', { href: `${type === 'oa.open.sms' ? 'sms' : 'tel'}:+${payload.replace(/\D/g, '')}` }, title);
  }
  const node = element('button', { type: 'button', onclick: () => press(payload) }, title);
  node.dataset.testid = 'answer';
  return node;
}

function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, i) => (i % 2 ? anchor(part, part) : part));
}

function anchor(href, text) {
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

function drawing(path, box = '0 0 17 12') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', box);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  svg.firstChild.setAttribute('d', path);
  return svg;
}
