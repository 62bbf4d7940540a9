/** Times as people in Vietnam say them. */
import { isEnglish, t } from './words.js';

const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' });
const inLanguage = (language) => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' });
const dates = { vi: inLanguage('vi-VN'), en: inLanguage('en-GB') };

export const timeOf = (moment) => clock.format(new Date(moment));

export function dayOf(moment) {
  const date = isEnglish() ? dates.en : dates.vi;
  const day = date.format(new Date(moment));
  return day === date.format(Date.now()) ? t('Hôm nay') : day;
}

export const dayAndTime = (moment) => `${timeOf(moment)}, ${isEnglish() ? dayOf(moment) : dayOf(moment).toLowerCase()}`;
