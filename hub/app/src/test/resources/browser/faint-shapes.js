// Edges of fields, signs on buttons, rings of focus and drawn shapes that tell something, below 3 (WCAG 2.1, 1.4.11).
const LEAST = 3;
const SHAPES = 'polyline.river, .town, .ticks path, .verified, .spot circle, .spark-line, .spark-limit, line.tick';
const found = [];

function look(element, what, ratio) {
  if (ratio < LEAST) found.push(`${ratio.toFixed(2)} ${what} of ${named(element)}`);
}

const outside = (element) => behind(element.parentElement);
const isHidden = (element) => !isSeen(element) || Number(getComputedStyle(element).opacity) === 0;

for (const field of document.querySelectorAll('input, select, textarea')) {
  if (isHidden(field)) continue;
  const style = getComputedStyle(field);
  const edge = parseFloat(style.borderTopWidth) >= 1 ? contrast(colour(style.borderTopColor), outside(field)) : 1;
  look(field, 'edge', Math.max(edge, ...behind(field).map((own) => contrast(own, outside(field)))));
}
for (const sign of document.querySelectorAll(`.icon svg :is(path, circle, rect), .send path, ${SHAPES}`)) {
  const style = getComputedStyle(sign);
  const ink = style.stroke !== 'none' ? style.stroke : style.fill;
  if (isHidden(sign) || !ink.startsWith('rgb') && !ink.startsWith('color')) continue;
  look(sign, 'ink', contrast(colour(ink), behind(sign.ownerSVGElement ?? sign), opacity(sign)));
}
const before = document.activeElement;
const top = document.querySelector('dialog[open]') ?? document.body;
for (const control of top.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
  if (!isSeen(control) || control.disabled) continue;
  control.focus({ preventScroll: true });
  const ring = isHidden(control) ? control.parentElement : control;
  const style = getComputedStyle(ring);
  const isDrawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const around = parseFloat(style.outlineOffset) < 0 ? behind(ring) : outside(ring);
  look(control, 'focus', isDrawn ? contrast(colour(style.outlineColor), around) : 1);
}
before?.focus?.({ preventScroll: true });
return [...new Set(found)];
