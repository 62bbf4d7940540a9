/** Times as people in Vietnam say them. */
const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' });
const date = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', day: 'numeric', month: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' });

export const timeOf = (moment) => clock.format(new Date(moment));

export function dayOf(moment) {
  const day = date.format(new Date(moment));
  return day === date.format(Date.now()) ? 'Hôm nay' : day;
}

export const dayAndTime = (moment) => `${timeOf(moment)}, ${dayOf(moment).toLowerCase()}`;
