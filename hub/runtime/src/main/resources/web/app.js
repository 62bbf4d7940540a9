// Puts the sections together, then lets the hub speak.

import * as alerts from './alerts.js';
import * as books from './books.js';
import * as deliveries from './deliveries.js';
import * as detail from './detail.js';
import * as live from './live.js';
import * as rejected from './rejected.js';
import * as river from './river.js';
import * as stations from './stations.js';
import * as summary from './summary.js';
import { $ } from './dom.js';
import { refreshAges } from './format.js';
import { redrawAll } from './state.js';
import { switchLanguage, t, translatePage } from './words.js';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function isDark() {
  const chosen = localStorage.getItem('vam-theme');
  return chosen ? chosen === 'dark' : dark.matches;
}

function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  $('theme').textContent = t(isDark() ? 'theme.to-light' : 'theme.to-dark');
}

function translate() {
  translatePage();
  $('language').textContent = t('language.other');
  $('language').lang = document.documentElement.lang === 'vi' ? 'en' : 'vi';
  applyTheme();
  redrawAll();
  detail.redraw();
}

$('language').addEventListener('click', () => {
  switchLanguage();
  translate();
});
$('theme').addEventListener('click', () => {
  localStorage.setItem('vam-theme', isDark() ? 'light' : 'dark');
  applyTheme();
  detail.redraw();
});
dark.addEventListener('change', () => {
  applyTheme();
  detail.redraw();
});

[summary, alerts, deliveries, river, stations, detail, rejected, books].forEach((section) => section.mount());
translate();
setInterval(refreshAges, 1000);
await live.start();
detail.followAddress();
