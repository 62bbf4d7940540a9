// Numbers, times and spans as people here write them.

import { currentLanguage, t } from './words.js';

const locale = () => (currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB');

/** To make one takes longer than all else that a card of a station needs. */
const formats = new Map();

function format(style, digits, value) {
  const key = `${locale()} ${style} ${digits}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(locale(), { style, maximumFractionDigits: digits, minimumFractionDigits: 0 }));
  }
  return formats.get(key).format(value);
}

export const number = (value, digits = digitsFor(value)) => format('decimal', digits, value);

function digitsFor(value) {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

export const percent = (share) => format('percent', 0, share);

const SPOKEN = new Set(['vehicles', '1', 'events', 'min']);

export const unit = (name) => (SPOKEN.has(name) ? t(`unit.${name}`) : name);
export const withUnit = (value, name) => `${number(value)} ${unit(name)}`.trim();

/** A span as short as it can be said. */
export const seconds = (span) =>
  span % 60 === 0 ? t('span.minutes', { n: number(span / 60) }) : t('span.seconds', { n: number(span) });

/** The hub writes times in its own zone: cutting the text keeps that zone on every screen. */
export const clock = (time) => time.slice(11, 16);
export const clockWithSeconds = (time) => time.slice(11, 19);
export const day = (time) => `${time.slice(8, 10)}/${time.slice(5, 7)}`;
export const moment = (time) =>
  Date.now() - Date.parse(time) < 12 * 3_600_000 ? clock(time) : `${clock(time)} ${day(time)}`;

export function age(time) {
  const seconds = Math.max(0, (Date.now() - Date.parse(time)) / 1000);
  if (seconds < 2) return t('age.now');
  if (seconds < 90) return t('age.s', { n: Math.round(seconds) });
  if (seconds < 5400) return t('age.m', { n: Math.round(seconds / 60) });
  if (seconds < 129_600) return t('age.h', { n: Math.round(seconds / 3600) });
  return t('age.d', { n: Math.round(seconds / 86_400) });
}

/** Lets every age on the page grow. */
export function refreshAges() {
  document.querySelectorAll('time[data-age]').forEach((element) => {
    const text = age(element.dateTime);
    if (element.textContent !== text) element.textContent = text;
  });
}
