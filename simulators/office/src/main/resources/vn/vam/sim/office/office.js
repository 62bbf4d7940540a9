// The office moves on; bring the list along without disturbing where the reader is.
const parser = new DOMParser();

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch('/');
  if (!answer.ok) return;
  const fresh = parser.parseFromString(await answer.text(), 'text/html');
  document.body.classList.remove('away');
  document.getElementById('main').replaceWith(fresh.getElementById('main'));
}

setInterval(() => refresh().catch(() => document.body.classList.add('away')), 5000);
