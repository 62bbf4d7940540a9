/** Several citizens side by side: a phone each, whose are named in the address or the first three. */
import * as light from './light.js';
import { SUGGESTED } from './people.js';
import { element } from './view.js';
import * as words from './words.js';

const MOST = 4;
const byId = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search).getAll('me');
const people = (asked.length ? asked.map((id) => ({ id, name: id })) : SUGGESTED).slice(0, MOST);
const phones = people.map(({ id, name }) => ({ name, frame: element('iframe', { src: `/?me=${encodeURIComponent(id)}` }) }));

function speak() {
  for (const { name, frame } of phones) frame.title = words.t('Điện thoại của {name}', { name });
}

words.prepare(byId('language'), speak);
light.prepare(byId('light'));
speak();
byId('phones').append(...phones.map(({ frame }) => frame));
