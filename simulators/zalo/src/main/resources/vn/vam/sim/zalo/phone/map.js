/** A place picked on a small map: with the pointer, with arrow keys, or by its name. Nothing is fetched. */
import { element } from './view.js';
import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WEST = 106.18, NORTH = 10.44, WIDTH = 640, HEIGHT = 260, A_DEGREE = 1000, A_STEP = 0.004;
const PLACES = [
  ['Cống Xuân Hòa', 10.33656, 106.41029, '1.500em'], ['Chợ Mỹ Tho', 10.3527, 106.3668, '-1.900em'], ['Đồng Tâm', 10.3547, 106.2989],
  ['Hòa Bình', 10.288, 106.592], ['Chợ Gò Công', 10.365, 106.672], ['Vàm Kênh', 10.2744, 106.7387],
];
/** The Tiền from above Đồng Tâm to the sea, and its arm to the Cửa Tiểu; only as exact as a finger is. */
const RIVERS = [
  [[10.372, 106.18], [10.352, 106.24], [10.345, 106.299], [10.343, 106.362], [10.33, 106.41], [10.302, 106.47], [10.285, 106.55], [10.272, 106.62], [10.262, 106.70], [10.25, 106.82]],
  [[10.343, 106.362], [10.31, 106.39], [10.27, 106.44], [10.235, 106.52], [10.20, 106.62], [10.182, 106.82]],
];
const byId = (id) => document.getElementById(id);
let pin = PLACES[0].slice(1, 3);

export function prepare(send) {
  const map = byId('map-drawing');
  for (const river of RIVERS) map.append(shape('polyline', { class: 'river', points: river.map(([lat, lon]) => at(lat, lon).join()).join(' ') }));
  for (const [name, lat, lon, below = '-.600em'] of PLACES) {
    const [x, y] = at(lat, lon);
    map.append(shape('circle', { class: 'town', cx: x, cy: y, r: 5 }), labelled(name, x, y, below));
  }
  map.append(shape('path', { id: 'map-pin', d: 'M0 0C-9-12-15-19-15-27a15 15 0 0 1 30 0C15-19 9-12 0 0z' }));
  byId('map-places').append(...PLACES.map(([name, lat, lon]) => element('li', {}, element('button', { type: 'button', onclick: () => put(lat, lon) }, name))));
  map.addEventListener('pointerdown', (event) => {
    const box = map.getBoundingClientRect();
    put(NORTH - ((event.clientY - box.top) / box.height) * HEIGHT / A_DEGREE, WEST + ((event.clientX - box.left) / box.width) * WIDTH / A_DEGREE);
  });
  map.addEventListener('keydown', (event) => moved(event, send));
  byId('place').addEventListener('click', () => { byId('map').showModal(); put(...pin); map.focus(); });
  byId('map-close').addEventListener('click', () => byId('map').close());
  byId('map-send').addEventListener('click', () => done(send));
}

function moved(event, send) {
  const [lat, lon] = pin;
  const to = { ArrowUp: [lat + A_STEP, lon], ArrowDown: [lat - A_STEP, lon], ArrowLeft: [lat, lon - A_STEP], ArrowRight: [lat, lon + A_STEP] }[event.key];
  if (to) { event.preventDefault(); put(...to); }
  if (event.key === 'Enter') { event.preventDefault(); done(send); }
}

function done(send) {
  byId('map').close();
  send(...pin);
}

function put(lat, lon) {
  pin = [Math.min(NORTH, Math.max(NORTH - HEIGHT / A_DEGREE, lat)), Math.min(WEST + WIDTH / A_DEGREE, Math.max(WEST, lon))];
  byId('map-pin').setAttribute('transform', `translate(${at(...pin).join()})`);
  const near = [...PLACES].sort((a, b) => distance(a) - distance(b))[0];
  byId('map-where').textContent = `${pin[0].toFixed(4)}, ${pin[1].toFixed(4)} · ${near[0]}`;
  byId('map-drawing').setAttribute('aria-label', `${t('Bản đồ sông Tiền. Phím mũi tên dời điểm, Enter gửi.')} ${near[0]}`);
}

const distance = ([, lat, lon]) => (lat - pin[0]) ** 2 + (lon - pin[1]) ** 2;
const at = (lat, lon) => [(lon - WEST) * A_DEGREE, (NORTH - lat) * A_DEGREE].map((n) => Math.round(n * 10) / 10);

function shape(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** By its own name, without the word for its kind: on a narrow screen letters are large beside the map. */
function labelled(name, x, y, below) {
  const node = shape('text', { x: Math.min(Math.max(x, 60), WIDTH - 60), y, dy: below, 'text-anchor': 'middle' });
  node.textContent = name.replace(/^(Cống|Chợ) /, '');
  return node;
}
