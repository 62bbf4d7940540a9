/** A receipt of the simulated office, photographed without a camera, or its PDF. */
import * as api from './api.js';
import { element } from './view.js';
import { t } from './words.js';

const byId = (id) => document.getElementById(id);
const MOST = 40;

/** @param send takes the file and its name */
export function prepare(send) {
  byId('receipt').addEventListener('click', () => { byId('receipts').showModal(); list(send); });
  byId('receipts-close').addEventListener('click', () => byId('receipts').close());
}

async function list(send) {
  const rows = byId('receipts-list');
  rows.replaceChildren();
  byId('receipts-none').hidden = true;
  const receipts = await api.receipts().catch(() => []);
  byId('receipts-none').hidden = receipts.length > 0;
  rows.append(...receipts.slice(0, MOST).map((receipt) => element('li', {}, photo(receipt, send), pdf(receipt, send))));
  rows.querySelector('button')?.focus();
}

function photo({ code, title, state }, send) {
  const node = element('button', { type: 'button', lang: 'vi' }, element('strong', {}, code), element('span', {}, `${title} – ${state}`));
  node.dataset.testid = 'receipt-of';
  node.addEventListener('click', () => pick(code, send));
  return node;
}

function pdf({ code }, send) {
  const node = element('button', { type: 'button', className: 'pdf', ariaLabel: t('Tệp PDF của {code}', { code }) }, 'PDF');
  node.dataset.testid = 'pdf-of';
  node.addEventListener('click', () => pick(`${code}.pdf`, send));
  return node;
}

async function pick(name, send) {
  byId('receipts').close();
  send(await api.receipt(name), name);
}
