// Builds elements from text, never from markup: nothing a device sends can become code.

const SVG = 'http://www.w3.org/2000/svg';

export const $ = (id) => document.getElementById(id);
export const h = (tag, attributes, ...children) =>
  fill(document.createElement(tag), attributes, children);
export const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

function fill(element, attributes = {}, children = []) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Sets text only where it differs, so that screen readers and selections are left alone. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Keeps one child per item, in order; existing children stay, and with them focus and hover. */
export function keyed(parent, items, key, create, update) {
  const existing = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  items.forEach((item, index) => {
    let child = existing.get(key(item));
    if (!child) {
      child = create(item);
      child.dataset.key = key(item);
    }
    existing.delete(key(item));
    update?.(child, item);
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  existing.forEach((child) => child.remove());
  if (focused?.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
}

export const find = (root, part) => root.querySelector(`[data-part="${part}"]`);
