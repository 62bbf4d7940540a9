// Server-sent events, and a full read whenever the connection opens: nothing missed in a gap.

import * as api from './api.js';
import { changed, setStations, state, takeReading } from './state.js';
import { read as readDeliveries } from './deliveries.js';
import { takeAlert, setAlerts } from './alerts.js';

const AGAIN_MS = 5_000;

let rejectedSeen = -1;

export async function start() {
  await readAll();
  listen();
  setInterval(() => attempt(readHub), AGAIN_MS);
  setInterval(() => attempt(readStations), AGAIN_MS);
  setInterval(() => attempt(readDeliveries), AGAIN_MS);
}

function listen() {
  const events = new EventSource('/api/v1/live');
  events.onopen = () => {
    setLive('open');
    readAll();
  };
  events.onerror = () => {
    setLive('closed');
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
  };
  events.addEventListener('reading', (event) => takeReading(JSON.parse(event.data)));
  events.addEventListener('alert', (event) => takeAlert(JSON.parse(event.data)));
  events.addEventListener('books', (event) => attempt(() => takeBooks(JSON.parse(event.data))));
}

const readAll = () =>
  Promise.all([readRules, readStations, readAlerts, readHub, readBooks, readDeliveries].map(attempt));

async function readRules() {
  state.rules = new Map((await api.rules()).map((rule) => [rule.id, rule]));
  changed('rules');
}

async function readStations() {
  setStations(await api.stations());
}

async function readAlerts() {
  setAlerts(await api.alerts());
}

async function readHub() {
  state.waiting = await api.waiting();
  state.away = false;
  changed('hub');
}

async function readBooks() {
  await takeBooks(await api.books());
}

async function takeBooks(books) {
  state.books = books;
  state.known.add('books');
  changed('books');
  if (books.messages.rejected === rejectedSeen) return;
  Object.assign(state, await api.rejected());
  rejectedSeen = books.messages.rejected;
  changed('rejected');
}

async function attempt(read) {
  try {
    await read();
  } catch {
    // The page says so, and the next round asks again.
    state.away = true;
    changed('hub');
  }
}

function setLive(live) {
  state.live = live;
  changed('hub');
}
