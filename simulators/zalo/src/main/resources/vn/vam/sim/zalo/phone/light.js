/** Day or night: as the device says, or as was chosen. Every page of this browser follows at once. */
const STORED = 'vam-light';
const CHOICES = ['system', 'light', 'dark'];

/** @param select offers the three */
export function prepare(select) {
  const show = () => {
    const kept = localStorage.getItem(STORED);
    const light = CHOICES.includes(kept) ? kept : 'system';
    document.documentElement.dataset.light = light;
    select.value = light;
  };
  select.addEventListener('change', () => {
    localStorage.setItem(STORED, select.value);
    show();
  });
  addEventListener('storage', ({ key }) => key === STORED && show());
  show();
}
