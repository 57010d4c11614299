import { distance } from 'fastest-levenshtein';
import type { WordIndex } from './model.ts';

/** What a search found. */
export interface Found {
  readonly rows: Uint8Array;
  /** Words that stand nowhere, and the nearest ones that were taken for them. */
  readonly taken: readonly { readonly asked: string; readonly terms: readonly string[] }[];
}

/** A text's words: lower case, without marks, letters and digits with what names carry (`c++`, `c#`). */
export function termsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+[+#]*/gu) ?? []
  );
}

/** The index of the rows' texts. */
export function indexTerms(texts: readonly string[]): WordIndex {
  const rows = new Map<string, number[]>();
  texts.forEach((text, row) => {
    for (const word of new Set(termsOf(text))) {
      const list = rows.get(word);
      if (list === undefined) rows.set(word, [row]);
      else list.push(row);
    }
  });
  const terms = [...rows.keys()].sort();
  const steps = terms.map((word) => (rows.get(word) ?? []).map((row, at, all) => row - (all[at - 1] ?? 0)).join(' '));
  return { terms: terms.join(' '), rows: steps.join(',') };
}

/** The rows in which every word of `text` stands or begins one; a word that stands nowhere is taken for the nearest. */
export function findTerms(index: WordIndex, text: string, count: number): Found {
  const terms = index.terms === '' ? [] : index.terms.split(' ');
  const rowsOf = index.rows.split(',');
  const found = new Uint8Array(count).fill(1);
  const taken: { asked: string; terms: readonly string[] }[] = [];
  for (const asked of termsOf(text)) {
    const begun = terms.flatMap((word, at) => (word.startsWith(asked) ? [at] : []));
    const meant = begun.length > 0 ? begun : nearest(terms, asked);
    if (begun.length === 0) taken.push({ asked, terms: meant.map((at) => terms[at] ?? '') });
    const here = new Uint8Array(count);
    for (const at of meant) mark(rowsOf[at] ?? '', here);
    for (let row = 0; row < count; row += 1) found[row] = (found[row] ?? 0) & (here[row] ?? 0);
  }
  return { rows: found, taken };
}

/** The places of the words fewest edits away: one edit for short words, two for long ones, none for the shortest. */
function nearest(terms: readonly string[], asked: string): readonly number[] {
  let best = asked.length < 4 ? 0 : asked.length < 8 ? 1 : 2;
  let places: number[] = [];
  terms.forEach((word, at) => {
    if (Math.abs(word.length - asked.length) > best) return;
    const edits = distance(word, asked);
    if (edits < best) places = [];
    if (edits <= best) places.push(at);
    best = Math.min(best, edits);
  });
  return places;
}

function mark(steps: string, rows: Uint8Array): void {
  let row = 0;
  for (const step of steps.split(' ')) {
    row += Number(step);
    rows[row] = 1;
  }
}
