/** Several citizens side by side: a phone each, whose are named in the address or the first three. */
import { SUGGESTED } from './people.js';
import { element } from './view.js';

const MOST = 4;
const asked = new URLSearchParams(location.search).getAll('me');
const people = (asked.length ? asked.map((id) => ({ id, name: id })) : SUGGESTED).slice(0, MOST);

document.getElementById('phones').append(...people.map(({ id, name }) =>
  element('iframe', { src: `/?me=${encodeURIComponent(id)}`, title: `Điện thoại của ${name}` })));
