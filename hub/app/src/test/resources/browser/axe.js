// The rules of WCAG 2.1, A and AA, that a program can check, and names that do not begin with what is seen (2.5.3).
const misnamed = [...document.querySelectorAll('button[aria-label], a[aria-label]')]
  .filter((element) => element.checkVisibility() && element.innerText.trim())
  .filter((element) => !element.ariaLabel.toLowerCase().includes(element.innerText.trim().toLowerCase()))
  .map((element) => `name "${element.ariaLabel}" for "${element.innerText.trim()}"`);
const only = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };
return axe.run(document, { runOnly: only, resultTypes: ['violations'], iframes: false }).then(({ violations }) => [
  ...misnamed,
  ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary.replace(/\s+/g, ' ')}`)),
]);
