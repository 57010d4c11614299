import { slack, textWidth } from './svg/text-width.ts';

/** For which width of page a picture is drawn: two from one data, of which a page shows the one that fits. */
export interface Size {
  /** The width of the whole picture. */
  readonly width: number;
  /** Names stand before their rows, or above them. */
  readonly names: 'before' | 'above';
  readonly rowStep: number;
  /** The most that a name may take. */
  readonly nameWidth: number;
  readonly panelColumns: number;
  readonly panelWidth: number;
}

export const wide: Size = {
  width: 620,
  names: 'before',
  rowStep: 22,
  nameWidth: 320,
  panelColumns: 4,
  panelWidth: 150,
};

/** For a phone of 360 pixels with its margins. */
export const narrow: Size = {
  width: 300,
  names: 'above',
  rowStep: 38,
  nameWidth: 290,
  panelColumns: 2,
  panelWidth: 116,
};

/** A name that takes no more than a width, its end cut where it would. */
export function shorten(name: string, most: number): string {
  const fits = (text: string): boolean => textWidth(text, 13, 600) * slack <= most;
  if (fits(name)) return name;
  const letters = [...name];
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** How wide the widest of some texts is, with room for a reader's own face. */
export function widestOf(texts: readonly string[], weight: unknown): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, 13, weight))) * slack;
}
