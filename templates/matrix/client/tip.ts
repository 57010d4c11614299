/** Says a cell in words beside it, while it is pointed at or focused: its sign alone is in the table. */
export function sayCells(table: HTMLTableElement): void {
  const tip = document.createElement('div');
  tip.className = 'cell-tip';
  tip.ariaHidden = 'true';
  tip.hidden = true;
  document.body.append(tip);
  const show = ({ target }: Event): void => {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td[data-label]') : null;
    tip.hidden = cell === null || table.classList.contains('is-verbose') || cell.textContent === '';
    if (cell === null || tip.hidden) return;
    const name = cell.parentElement?.querySelector('th')?.textContent ?? '';
    tip.textContent = `${name}, ${cell.dataset['label']}: ${cell.textContent?.trim()}`;
    const box = cell.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.translate = `${Math.max(8, left)}px ${box.bottom + 4}px`;
  };
  table.addEventListener('pointerover', show);
  table.addEventListener('focusin', show);
  for (const event of ['pointerleave', 'focusout', 'click']) {
    table.addEventListener(event, () => {
      tip.hidden = true;
    });
  }
}
