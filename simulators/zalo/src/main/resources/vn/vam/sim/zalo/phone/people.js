/** The list of citizens: three to begin with, whoever the simulator knows, and whoever is added here. */
import { element } from './view.js';
import { t } from './words.js';

export const SUGGESTED = [
  { id: 'co-sau', name: 'Cô Sáu Lành' },
  { id: 'anh-tu', name: 'Anh Tư Ruộng' },
  { id: 'chi-hanh', name: 'Chị Hạnh Phường 3' },
];

/** Messages without words, in a word. */
const SILENT = { image: 'Ảnh', file: 'Tệp' };
const STORED = 'vam-phone';

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORED)) ?? {};
  } catch {
    return {};
  }
}

export class People {
  constructor(list, choose) {
    this.list = list;
    this.choose = choose;
    const { added = [], current } = stored();
    this.all = new Map();
    for (const person of [...SUGGESTED, ...added]) this.learn(person);
    this.only = new URLSearchParams(location.search).get('me');
    if (this.only && !this.all.has(this.only)) this.learn({ id: this.only, name: this.only });
    this.chosen = Boolean(this.only) || this.all.has(current);
    this.current = this.only ?? (this.chosen ? current : SUGGESTED[0].id);
  }

  get me() {
    return this.all.get(this.current);
  }

  /** Takes in what is known of somebody; a name chosen here beats the simulator's placeholder. */
  learn(person) {
    const known = this.all.get(person.id) ?? { unread: 0, last: '' };
    const name = known.name && person.name?.endsWith(person.id) ? known.name : person.name;
    this.all.set(person.id, { ...known, ...person, name });
  }

  /** Somebody new at this page sees who already talks with the account; {users}: who did something last comes first. */
  begin(users) {
    const talking = this.chosen ? undefined : users.find((user) => user.follower);
    this.select(talking?.id ?? this.current);
  }

  add(text) {
    const name = text.trim().normalize('NFC');
    const id = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
      .replace(/[^a-z0-9_.-]+/g, '-').replace(/^[^a-z0-9]+|-+$/g, '').slice(0, 64);
    if (!id) return;
    this.learn({ id, name });
    this.select(id);
  }

  select(id) {
    this.current = id;
    this.me.unread = 0;
    if (!this.only) this.keep(id);
    this.show();
    this.choose(this.me);
  }

  keep(id) {
    const added = [...this.all.values()].filter((p) => !SUGGESTED.some((s) => s.id === p.id)).slice(-50);
    localStorage.setItem(STORED, JSON.stringify({ current: id, added: added.map((p) => ({ id: p.id, name: p.name })) }));
  }

  hear(message) {
    if (!this.all.has(message.user)) this.learn({ id: message.user, name: t('Người dân {id}', { id: message.user }) });
    const person = this.all.get(message.user);
    person.last = (message.from === 'oa' ? '' : `${t('Bạn:')} `) + (message.text || t(SILENT[message.kind] ?? 'Vị trí'));
    if (message.from === 'oa' && message.user !== this.current) person.unread++;
    this.show();
  }

  show() {
    this.list.replaceChildren(...[...this.all.values()].slice(0, 200).map((person) => element('li', {}, this.row(person))));
  }

  row({ id, name, last, unread, follower }) {
    const row = element('button', { type: 'button', onclick: () => this.select(id) }, avatar(id, name),
      element('span', { className: 'name' }, name),
      element('span', { className: 'last' }, last || t(follower ? 'Đang quan tâm' : 'Chưa quan tâm')));
    row.dataset.testid = 'citizen';
    row.dataset.id = id;
    row.setAttribute('aria-current', String(id === this.current));
    if (unread) row.append(element('span', { className: 'unread', ariaLabel: t('{count} tin chưa đọc', { count: unread }) }, String(unread)));
    return row;
  }
}

function avatar(id, name) {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 0) * 137 % 360;
  const initials = name.split(/\s+/).slice(0, 2).map((word) => word[0]).join('').toUpperCase();
  const node = element('span', { className: 'avatar', ariaHidden: 'true' }, initials);
  node.style.setProperty('--hue', hue);
  return node;
}
