const most = 6;

/** Frameworks picked for a comparison, and the link that leads there. */
export interface Picks {
  readonly has: (framework: string) => boolean;
  /** Picks or drops one; where as many are picked as fit, no more come in. */
  readonly toggle: (framework: string) => void;
  readonly isFull: () => boolean;
}

/** Adds a link to the tools of the matrix that appears with the first pick; `address` is that of the page of comparisons. */
export function addPicks(table: HTMLTableElement, url: string): Picks {
  const picked = new Set<string>();
  const link = document.createElement('a');
  link.className = 'button picks-link';
  link.hidden = true;
  document.querySelector('.matrix-tools')?.append(link);
  const show = (): void => {
    link.hidden = picked.size === 0;
    link.href = `${url}?f=${[...picked].join(',')}`;
    const names = [...picked].map((id) => nameOf(table, id));
    link.textContent = picked.size === 1 ? `Compare ${names[0]} with …` : `Compare ${names.join(', ')}`;
  };
  return {
    has: (framework) => picked.has(framework),
    isFull: () => picked.size >= most,
    toggle: (framework) => {
      if (!picked.delete(framework) && picked.size < most) picked.add(framework);
      show();
    },
  };
}

function nameOf(table: HTMLTableElement, framework: string): string {
  return table.querySelector(`tr[data-framework="${CSS.escape(framework)}"] th`)?.textContent ?? framework;
}
