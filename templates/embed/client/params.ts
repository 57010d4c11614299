/** What the address of a frame asks for. */
interface EmbedParams {
  readonly theme: 'light' | 'dark' | null;
  /** Series (rows of a matrix) to show; null for all. */
  readonly series: readonly string[] | null;
  /** Columns of a matrix to show; null for all. */
  readonly columns: readonly string[] | null;
  /** WordPress's own word, to be sent back with the height. */
  readonly secret: string | null;
}

/** Reads `?theme=dark&s=one,two&c=three#?secret=word`. */
export function parseEmbedParams(search: string, hash: string): EmbedParams {
  const asked = new URLSearchParams(search);
  const list = (name: string): readonly string[] | null => asked.get(name)?.split(',').filter(Boolean) ?? null;
  return {
    theme: themeIn(asked.get('theme')),
    series: list('s'),
    columns: list('c'),
    secret: /secret=(\w+)/.exec(hash)?.[1] ?? null,
  };
}

/** `light` or `dark`; null for everything else, which follows the reader's preference. */
export function themeIn(value: unknown): EmbedParams['theme'] {
  return value === 'light' || value === 'dark' ? value : null;
}
