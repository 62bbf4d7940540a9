/** What an engineer wants to see beside the phone: the window, the way of webhooks, and a switch for trouble. */
import * as api from './api.js';
import { dayAndTime } from './time.js';
import { element } from './view.js';
import { t } from './words.js';

const byId = (id) => document.getElementById(id);
const STEPS = 8;
const FAULTS = {
  'expire-token': 'Mã truy cập hết hạn',
  'rate-limit': 'Gọi quá nhiều',
  'http-500': 'Máy chủ báo lỗi 500',
  slow: 'Trả lời chậm',
  'cut-after-accept': 'Đứt mạng sau khi nhận tin',
  'cut-before-accept': 'Đứt mạng trước khi nhận tin',
  'drop-webhook': 'Webhook bị mất',
  'duplicate-webhook': 'Webhook tới hai lần',
  'reorder-webhook': 'Webhook đổi thứ tự',
};
const WORDS = { delivered: 'đã tới', retrying: 'gửi lại', lost: 'mất', waiting: 'chờ' };

let steps = [];

/** The troubles and what was sent, in the language of the page. */
export function speak() {
  showSteps();
  const chosen = byId('fault').value;
  byId('fault').replaceChildren(...Object.entries(FAULTS).map(([value, text]) => element('option', { value }, t(text))));
  if (chosen) byId('fault').value = chosen;
}

export function prepare(refresh) {
  speak();
  byId('trouble').addEventListener('submit', async (event) => {
    event.preventDefault();
    await api.orderFault(byId('fault').value, Number(byId('fault-count').value) || 1);
    refresh();
  });
  byId('enable').addEventListener('click', async () => {
    await api.enableWebhook();
    refresh();
  });
}

export function showState(state) {
  const { enabled, delivered, waiting, retried, lost } = state.webhook;
  const rows = [['Webhook', t(enabled ? 'đang bật' : 'đã tắt')], [t('Đã tới'), delivered], [t('Đang chờ'), waiting], [t('Gửi lại'), retried], [t('Mất'), lost]];
  byId('webhook').replaceChildren(...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, String(value))]));
  byId('webhook').querySelector('dd').className = enabled ? 'on' : 'off';
  byId('enable').hidden = enabled;
  byId('faults').textContent = state.faults.map((f) => t('{what}: còn {count}', { what: t(FAULTS[f.kind]), count: f.count })).join(' · ');
}

export function showWindow(person) {
  const words = {
    free: () => t('Miễn phí tới {time}', { time: dayAndTime(person.free_until) }),
    billable: () => t('Tính phí tới {time}', { time: dayAndTime(person.open_until) }),
    closed: () => t('Đã đóng: tổng đài chưa được nhắn trước'),
  };
  byId('window').textContent = (words[person.window] ?? words.closed)();
}

export function showStep(step) {
  steps = [step, ...steps].slice(0, STEPS);
  showSteps();
}

function showSteps() {
  byId('steps').replaceChildren(...steps.map(({ event, state }) =>
    element('li', {}, element('code', {}, event), element('span', {}, t(WORDS[state] ?? state)))));
}
