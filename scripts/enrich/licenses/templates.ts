import { pairsOf, tokensOf } from './tokens.ts';

/** A license of the SPDX list as its words, without what may be left out at its end. */
export interface Template {
  readonly id: string;
  readonly words: readonly string[];
  readonly pairs: ReadonlySet<string>;
  /** What may follow: how to apply the license, an exhibit. */
  readonly appendix: ReadonlySet<string>;
  /** The words that begin a preface in which the licensor states what the license leaves open; null where there is none. */
  readonly preface: string | null;
}

/** A license as `spdx-license-list/full` has it. */
export interface ListedLicense {
  readonly licenseText: string;
  readonly osiApproved: boolean;
}

/** The texts of the list as templates; of ids with the same text, one. */
export function toTemplates(list: Readonly<Record<string, ListedLicense>>): readonly Template[] {
  const texts = Object.entries(list)
    .filter(([id]) => !notWhole.test(id) && !deprecated.includes(id))
    .flatMap(([id, { licenseText, osiApproved }]) =>
      variantsOf(id, licenseText).map((words) => ({ id, words, osiApproved })),
    )
    .filter(({ words }) => words.length >= fewest);
  const groups = [...Map.groupBy(texts, ({ words }) => words.join(' ')).values()];
  return groups.map((group) => {
    const [best] = group.sort((a, b) => Number(b.osiApproved) - Number(a.osiApproved) || order(a.id, b.id));
    return toTemplate(familyOf(best?.id ?? ''), best?.words ?? []);
  });
}

/**
 * The notices that a license's appendix asks to put into every file, as templates: the GNU ones speak of later versions,
 * so that they tell what the text of the license leaves open.
 */
export function toNotices(list: Readonly<Record<string, ListedLicense>>): readonly Template[] {
  return Object.entries(notices).flatMap(([id, { of, begin, end }]) => {
    const words = tokensOf(list[of]?.licenseText ?? '');
    const from = lastIndexOf(words, begin);
    const to = indexOf(words, end, from);
    if (from === -1 || to === -1) return [];
    const own = words.slice(from, to + end.split(' ').length);
    return [{ id, words: own, pairs: new Set(pairsOf(own).keys()), appendix: new Set<string>(), preface: null }];
  });
}

const gnu = { begin: 'is free software you can redistribute it', end: 'license for more details' };
const notices: Readonly<Record<string, { readonly of: string; readonly begin: string; readonly end: string }>> = {
  'Apache-2.0': {
    of: 'Apache-2.0',
    begin: 'licensed under the apache license version 2 0',
    end: 'limitations under the license',
  },
  'GPL-2.0-or-later': { of: 'GPL-2.0-or-later', ...gnu },
  'GPL-3.0-or-later': { of: 'GPL-3.0-or-later', ...gnu },
  'LGPL-2.1-or-later': { of: 'LGPL-2.1-or-later', ...gnu },
  'AGPL-3.0-or-later': { of: 'AGPL-3.0-or-later', ...gnu },
};

/** What an id says without "only" and "or later": a license's text cannot tell these apart. */
export function familyOf(id: string): string {
  return id.replace(/(?:-invariants|-no-invariants)?-(?:only|or-later)$|\+$/, '');
}

// These texts stand for a license and an exception to it, and hold only the exception.
const notWhole = /-with-/;
const fewest = 10;

/** Ids that the list keeps only for those who wrote them: the same text, or one with other names, has another id. */
export const deprecated: readonly string[] = [
  'BSD-2-Clause-FreeBSD',
  'BSD-2-Clause-NetBSD',
  'Net-SNMP',
  'Nunit',
  'StandardML-NJ',
  'bzip2-1.0.5',
  'eCos-2.0',
  'wxWindows',
];

function order(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** The lesser licenses of version 3 stand in the list with the general one behind them, and in projects mostly without. */
function variantsOf(id: string, text: string): readonly (readonly string[])[] {
  const words = tokensOf(text);
  if (!id.startsWith('LGPL-3')) return [words];
  const end = indexOf(words, 'gnu general public license version 3 29 june 2007', 100);
  return end === -1 ? [words] : [words, words.slice(0, end)];
}

function toTemplate(id: string, words: readonly string[]): Template {
  const end = id.startsWith('LGPL-3') ? words.length : appendixOf(words);
  const own = words.slice(0, end);
  return {
    id,
    words: own,
    pairs: new Set(pairsOf(own).keys()),
    appendix: new Set(pairsOf(words.slice(end)).keys()),
    preface: prefaces[id] ?? null,
  };
}

/** Where the appendix begins: how to apply the license, a form to fill in. */
function appendixOf(words: readonly string[]): number {
  const least = Math.floor(words.length * 0.4);
  const firm = firmEnds.map((begin) => indexOf(words, begin, least)).filter((at) => at !== -1);
  const loose = looseEnds.map((begin) => lastIndexOf(words, begin)).filter((at) => at >= least);
  return Math.min(words.length, ...firm, ...loose);
}

const firmEnds = ['end of terms and conditions', 'how to apply these terms', 'appendix how to apply', 'how to use the'];
const looseEnds = ['exhibit a', 'schedule a', 'appendix'];

const prefaces: Readonly<Record<string, string>> = { 'BUSL-1.1': 'parameters' };

function indexOf(words: readonly string[], phrase: string, from: number): number {
  const wanted = phrase.split(' ');
  return words.findIndex((_, at) => at >= from && wanted.every((word, next) => words[at + next] === word));
}

function lastIndexOf(words: readonly string[], phrase: string): number {
  const wanted = phrase.split(' ');
  return words.findLastIndex((_, at) => wanted.every((word, next) => words[at + next] === word));
}
