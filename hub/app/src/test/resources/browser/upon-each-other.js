// Which texts of a drawing lie upon each other, by more than the room above and below their letters.
const texts = [...document.querySelectorAll(arguments[0])];
const boxes = texts.map((text) => text.getBBox());
const isUpon = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 6 < b.y + b.height && b.y + 6 < a.y + a.height;
return texts.flatMap((one, at) => texts.slice(at + 1)
  .filter((other, behind) => isUpon(boxes[at], boxes[at + 1 + behind]))
  .map((other) => `${one.textContent}, ${other.textContent}`));
