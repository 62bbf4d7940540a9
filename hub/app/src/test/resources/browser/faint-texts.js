// Texts whose contrast is below WCAG 2.1 AA: 4.5, or 3 for large text.
function faint(element) {
  const style = getComputedStyle(element);
  const found = contrast(colour(style.color), behind(element), opacity(element));
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  return found < (isLarge ? 3 : 4.5) ? found : null;
}

const found = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  const text = texts.currentNode.textContent.trim();
  if (!text || element.closest('svg, script, noscript, option') || !isSeen(element)) continue;
  const ratio = faint(element);
  if (ratio) found.push(`${ratio.toFixed(2)} ${named(element)}: ${text.slice(0, 40)}`);
}
return [...new Set(found)];
