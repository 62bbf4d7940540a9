// What a narrow screen cuts off, or shows only to who scrolls sideways; tables may (WCAG 2.1, 1.4.10).
const width = document.documentElement.clientWidth;
const found = [];
if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
const top = document.querySelector('dialog[open]') ?? document.body;
for (const element of top.querySelectorAll('*')) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('.sr, .unseen, .skip, .scroll table, svg, canvas')) continue;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const name = `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
  if (box.width > 1 && (box.right > width + 1 || box.left < -1)) found.push(`outside ${name}`);
  const isCut = element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline' && style.textOverflow !== 'ellipsis';
  const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (isCut && hasWords && element.clientWidth > 0 && element.tagName !== 'TEXTAREA') found.push(`cut ${name}`);
  if (isCut && ['auto', 'scroll'].includes(style.overflowX) && !element.querySelector('table')) found.push(`scrolls sideways ${name}`);
}
return [...new Set(found)];
