/** Calls to the simulator; a refusal becomes an Error with the server's own words. */
const at = (user, deed) => `/_sim/users/${encodeURIComponent(user)}/${deed}`;

async function call(path, options = {}) {
  const answer = await fetch(path, { signal: AbortSignal.timeout(15000), ...options });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? answer.statusText);
  return body;
}

const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });

export const state = () => call('/_sim/state');
export const conversation = (user) => call(at(user, 'conversation'));
export const follow = (user, name) => post(at(user, 'follow'), { name });
export const unfollow = (user) => post(at(user, 'unfollow'));
export const sendText = (user, text) => post(at(user, 'text'), { text });
export const press = (user, payload) => post(at(user, 'press'), { payload });
export const fillForm = (user, phone) => post(at(user, 'phone'), { phone, submit: true });
export const sendPlace = (user, lat, lon) => post(at(user, 'location'), { lat, lon });
export const sendPhoto = (user, file) =>
  call(at(user, 'image'), { method: 'POST', headers: { 'Content-Type': file.type }, body: file });
export const sendFile = (user, file, name) =>
  call(`${at(user, 'file')}?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { 'Content-Type': file.type }, body: file });
export const receipts = () => call('/_sim/receipts').then(({ receipts: all }) => all);
/** @param name its code, with .pdf behind it where the PDF is wanted */
export const receipt = async (name) => {
  const answer = await fetch(`/_sim/receipts/${encodeURIComponent(name)}`, { signal: AbortSignal.timeout(15000) });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.blob();
};
export const orderFault = (kind, count) => post('/_sim/faults', { kind, count });
export const enableWebhook = () => post('/_sim/webhook/enable');

/** Listens for ever; the browser reconnects by itself and the server repeats what was missed. */
export function live(hear, connected) {
  const source = new EventSource('/_sim/live');
  for (const name of ['message', 'delivery', 'user']) {
    source.addEventListener(name, (event) => hear[name](JSON.parse(event.data)));
  }
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  // A browser keeps pages that were left, and six connections for all of them.
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}
