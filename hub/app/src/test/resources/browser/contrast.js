// How well things on the screen can be told from what lies behind them, as WCAG reckons it.
// An empty picture is drawn on to let the browser itself work out any colour it can write.
const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });

function colour(text) {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = text;
  brush.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

const over = (front, back) => front.slice(0, 3).map((part, i) => part * front[3] + back[i] * (1 - front[3])).concat(1);

function light([r, g, b]) {
  const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

/** The colours that may lie behind: those of a gradient one by one; none where a picture does. */
function behind(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage.includes('url(')) return [];
    const stops = style.backgroundImage.match(/(?:rgba?|color|oklab|oklch|hsla?)\([^()]*\)/g);
    layers.push((stops ?? [style.backgroundColor]).map(colour));
    if (layers.at(-1).every((layer) => layer[3] === 1)) break;
  }
  return layers.reverse().reduce((backs, fronts) => fronts.flatMap((front) => backs.map((back) => over(front, back))), [[255, 255, 255, 1]]);
}

function opacity(element) {
  let product = 1;
  for (let at = element; at; at = at.parentElement) product *= Number(getComputedStyle(at).opacity);
  return product;
}

/** The worst there is, between an ink and what may lie behind it. */
function contrast(ink, backs, share = 1) {
  return Math.min(...backs.map((back) => {
    const [one, other] = [light(over([...ink.slice(0, 3), ink[3] * share], back)), light(back)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  }));
}

const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
const named = (element) => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${element.getAttribute('class') ?? ''}`;
