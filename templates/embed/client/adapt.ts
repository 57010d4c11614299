/** What a reader chose for an embed. */
export interface Choice {
  /** The figure's part of its address: its id, with `@run` where it is pinned. */
  readonly name: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  /** Null for all. */
  readonly series: readonly string[] | null;
  readonly columns: readonly string[] | null;
}

/** What the snippets of the page were written for. */
export interface Written {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** The question mark and what follows it in a frame's address; nothing where nothing was chosen. */
export function queryOf({ theme, series, columns }: Pick<Choice, 'theme' | 'series' | 'columns'>): string {
  const parts = [
    theme === 'auto' ? '' : `theme=${theme}`,
    series === null ? '' : `s=${series.join(',')}`,
    columns === null ? '' : `c=${columns.join(',')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A snippet of the page, rewritten for a choice: address, theme and size; everything else stays as it was built. */
export function adaptSnippet(text: string, written: Written, choice: Choice): string {
  // Inside an attribute an ampersand is written as its entity.
  const query = queryOf(choice).replaceAll('&', '&amp;');
  const moved = text
    .replaceAll(`/embed/${written.name}/`, `/embed/${choice.name}/${query}`)
    .replaceAll(`/figures/${written.name}`, `/figures/${choice.name}`);
  return sized(moved, written, choice);
}

function sized(text: string, written: Written, { width, height }: Choice): string {
  return text
    .replaceAll(`width="${written.width}" height="${written.height}"`, `width="${width}" height="${height}"`)
    .replaceAll(`min-height:${written.height}px`, `min-height:${height}px`);
}
