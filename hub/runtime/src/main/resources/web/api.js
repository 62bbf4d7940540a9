// The hub's API, as the console asks it.

async function get(path) {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const stations = async () => (await get('/api/v1/stations')).stations;
export const rules = async () => (await get('/api/v1/rules')).rules;
export const alerts = async () => (await get('/api/v1/alerts')).alerts;
/** The messages, and of whom there were too many. */
export const rejected = async () => ({ forgotten: [], ...(await get('/api/v1/rejected')) });
export const books = () => get('/api/v1/books');

/** What the hub waits for; answers 503 while it does. */
export async function waiting() {
  const answer = await fetch('/readyz');
  return (await answer.json()).waiting;
}

/** Means tell of one lane; where vehicles are counted they are told for all lanes of the road. */
export async function readings(station, quantity, { seconds, every }) {
  const query = new URLSearchParams({
    quantity,
    every,
    from: new Date(Date.now() - seconds * 1000).toISOString(),
  });
  const read = await get(`/api/v1/stations/${encodeURIComponent(station.id)}/readings?${query}`);
  const lanes = read.unit === 'vehicles' ? station.lanes || 1 : 1;
  return read.points.map((point) => ({ ...point, value: point.value * lanes }));
}

/** What became of a rejected message that is decoded again; a refusal tells its kind. */
export async function replay(id) {
  const answer = await fetch(`/api/v1/rejected/${encodeURIComponent(id)}/replay`, { method: 'POST' });
  const body = await answer.json();
  if (answer.status === 409 || answer.status === 404) return { outcome: body.type.split(':').pop() };
  if (!answer.ok) throw new Error(`replay: ${answer.status}`);
  return body;
}

export const alert = (id) => get(`/api/v1/alerts/${encodeURIComponent(id)}`);
export const shelves = async () => (await get('/api/v1/shelves')).shelves;

export async function unshelve({ rule, station }) {
  const answer = await fetch(`/api/v1/shelves/${rule}/${station}`, { method: 'DELETE' });
  if (!answer.ok) throw new Error(`unshelve: ${answer.status}`);
}

/** The newest changes people are told of. */
export const deliveries = async () => (await get('/api/v1/deliveries?most=10')).deliveries;

export async function stopDelivery(name) {
  const answer = await fetch(`/api/v1/deliveries/${name}/stop`, { method: 'POST' });
  if (!answer.ok) throw new Error(`stop: ${answer.status}`);
  return answer.json();
}

export const operators = async () => (await get('/api/v1/operators')).operators;

/** What an operator does with an alert; a refusal says what was expected. */
export async function act(id, action, body) {
  const answer = await fetch(`/api/v1/alerts/${encodeURIComponent(id)}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answered = await answer.json();
  if (!answer.ok) throw new Error(answered.detail ?? `${action}: ${answer.status}`);
  return answered;
}

export const acknowledge = (id, operator) => act(id, 'ack', operator ? { operator } : {});
