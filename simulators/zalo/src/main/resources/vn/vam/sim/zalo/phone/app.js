/** The phone: whose it is, what is said, and what the buttons do. */
import * as api from './api.js';
import * as backstage from './backstage.js';
import { People } from './people.js';
import { dayOf, timeOf } from './time.js';
import * as light from './light.js';
import * as map from './map.js';
import * as receipts from './receipts.js';
import { day, element, line, showDelivery } from './view.js';
import * as words from './words.js';

const byId = (id) => document.getElementById(id);
const CHIPS = ['Độ mặn Xuân Hòa', 'Tra cứu hồ sơ', 'Nhận cảnh báo'];
words.prepare(byId('language'), () => {
  backstage.speak();
  refresh();
  open(people.me);
});
light.prepare(byId('light'));
const people = new People(byId('citizens'), open);
document.body.classList.toggle('alone', Boolean(people.only));
let shown = new Map();
let last = null;
let opened = 0;

async function open(person) {
  const turn = ++opened;
  closePeople();
  showPerson();
  const { messages } = await api.conversation(person.id);
  if (turn !== opened) return;
  const chat = byId('chat');
  chat.setAttribute('aria-live', 'off');
  chat.replaceChildren();
  shown = new Map();
  last = null;
  messages.forEach((message) => append(message, false));
  toEnd('instant');
  setTimeout(() => chat.setAttribute('aria-live', 'polite'), 200);
}

function append(message, isNew) {
  if (shown.has(message.message_id)) return;
  const nearEnd = isNearEnd();
  if (!last || dayOf(last.time) !== dayOf(message.time)) byId('chat').append(day(message));
  const node = line(message, last, {
    press: (payload) => attempt(() => api.press(people.current, payload)),
    fill,
  });
  if (isNew) node.classList.add('newly');
  byId('chat').append(node);
  shown.set(message.message_id, node);
  last = message;
  if (!isNew) return;
  if (nearEnd || message.from === 'citizen') {
    toStartOf(node, 'smooth');
    for (const picture of node.querySelectorAll('img')) picture.addEventListener('load', () => toStartOf(node, 'instant'));
  } else byId('latest').hidden = false;
}

const still = matchMedia('(prefers-reduced-motion: reduce)');

function isNearEnd(top = byId('scroll').scrollTop) {
  const scroll = byId('scroll');
  return scroll.scrollHeight - top - scroll.clientHeight < 120;
}

/** What is longer than the screen is read from its first line on; else all that was said is seen to the end. */
function toStartOf(node, behavior) {
  const scroll = byId('scroll');
  scrollTo(scroll.scrollTop + node.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 8, behavior);
}

function toEnd(behavior) {
  scrollTo(byId('scroll').scrollHeight, behavior);
}

function scrollTo(top, behavior) {
  byId('latest').hidden = isNearEnd(top);
  byId('scroll').scrollTo({ top, behavior: still.matches ? 'instant' : behavior });
}

function showPerson() {
  const me = people.me;
  byId('speaking-as').textContent = words.t('Bạn là {name}', { name: me.name });
  const focused = document.activeElement;
  byId('follow').hidden = Boolean(me.follower);
  byId('unfollow').hidden = !me.follower;
  if (focused === byId('follow') && me.follower) byId('composer').focus();
  if (focused === byId('unfollow') && !me.follower) byId('follow').focus();
  backstage.showWindow(me);
}

/** Does what was asked; what went wrong is said, and the words typed are kept. */
async function attempt(deed) {
  try {
    await deed();
    byId('notice').className = 'sr';
    return true;
  } catch (refused) {
    byId('notice').className = 'notice';
    byId('notice').textContent = words.t('Chưa gửi được: {why}', { why: refused.message });
    return false;
  }
}

async function send(event) {
  event?.preventDefault();
  const box = byId('composer');
  const text = box.value.trim();
  if (!text) return;
  box.value = '';
  grow();
  if (!(await attempt(() => api.sendText(people.current, text))) && !box.value) box.value = text;
  box.focus();
}

/** The form closes behind what was sent: whoever works with the keyboard goes on writing. */
async function fill(phone) {
  const sent = await attempt(() => api.fillForm(people.current, phone));
  if (sent) byId('composer').focus();
  return sent;
}

/** A picture is shown in the chat, whatever else it is goes as a file. */
function sendFile(file, name) {
  return attempt(() => (file.type.startsWith('image/') ? api.sendPhoto(people.current, file) : api.sendFile(people.current, file, name)));
}

function grow() {
  const wasNearEnd = isNearEnd();
  const box = byId('composer');
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
  if (wasNearEnd) toEnd('instant');
}

async function refresh() {
  const state = await api.state();
  state.users.forEach((user) => people.learn(user));
  people.show();
  showPerson();
  backstage.showState(state);
  return state;
}

let refreshing = 0;
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, 400);
}

function openPeople() {
  byId('people').classList.add('open');
  byId('open-people').setAttribute('aria-expanded', 'true');
  byId('close-people').focus();
}

function closePeople() {
  if (!byId('people').classList.contains('open')) return;
  byId('people').classList.remove('open');
  byId('open-people').setAttribute('aria-expanded', 'false');
  byId('open-people').focus();
}

function listen() {
  let wasLost = false;
  api.live(
    {
      message: (message) => {
        people.hear(message);
        if (message.user === people.current) append(message, true);
      },
      delivery: (step) => {
        const node = shown.get(step.message_id);
        if (node && step.event.startsWith('user_send_')) showDelivery(node, step.state);
        backstage.showStep(step);
        refreshSoon();
      },
      user: (person) => {
        people.learn(person);
        people.show();
        if (person.id === people.current) showPerson();
      },
    },
    (connected) => {
      byId('offline').hidden = connected;
      if (connected && wasLost) refresh().then(() => open(people.me));
      wasLost = !connected;
    },
  );
}

byId('chips').append(...CHIPS.map((text) => {
  const chip = element('button', { type: 'button', lang: 'vi', onclick: () => attempt(() => api.sendText(people.current, text)) }, text);
  chip.dataset.testid = 'chip';
  return chip;
}));
byId('composer-form').addEventListener('submit', send);
byId('composer').addEventListener('input', grow);
byId('composer').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
});
byId('photo').addEventListener('change', async ({ target }) => {
  if (target.files[0]) await sendFile(target.files[0], target.files[0].name);
  target.value = '';
});
map.prepare((lat, lon) => attempt(() => api.sendPlace(people.current, lat, lon)));
receipts.prepare(sendFile);
byId('follow').addEventListener('click', () => attempt(() => api.follow(people.current, people.me.name)));
byId('unfollow').addEventListener('click', () => attempt(() => api.unfollow(people.current)));
byId('latest').addEventListener('click', () => toEnd('smooth'));
byId('scroll').addEventListener('scroll', () => isNearEnd() && (byId('latest').hidden = true));
byId('newcomer').addEventListener('submit', (event) => {
  event.preventDefault();
  people.add(byId('newcomer-name').value);
  byId('newcomer-name').value = '';
});
byId('open-people').addEventListener('click', openPeople);
byId('close-people').addEventListener('click', closePeople);
addEventListener('keydown', (event) => event.key === 'Escape' && closePeople());

const tick = () => (byId('clock').textContent = timeOf(Date.now()));
tick();
setInterval(tick, 10000);
backstage.prepare(refresh);
refresh().then(({ users }) => people.begin(users));
listen();
