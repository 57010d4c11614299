/** The license that a text matches, and how closely: 1 for the same words in the same order. */
interface DetectedLicense {
  readonly expression: string;
  readonly confidence: number;
}

/** Identifies licenses by comparing texts with the SPDX license list. */
export type LicenseReader = (text: string) => DetectedLicense | null;

interface Template {
  readonly id: string;
  readonly grams: ReadonlyMap<string, number>;
  readonly size: number;
}

const near = 0.85;
const inside = 0.9;

/**
 * Reads the texts of the SPDX license list once and compares pairs of words with the Sørensen-Dice coefficient. If no
 * license reaches 0.85, those of whose pairs nine tenths are in the text are joined with AND. Of two licenses that share
 * most of their words, the one whose distinct words are in the text is chosen.
 */
export async function readLicenseList(): Promise<LicenseReader> {
  const { default: list } = await import('spdx-license-list/full.js');
  const templates = toTemplates(list);
  return (text) => {
    const grams = gramsOf(text);
    const size = sizeOf(grams);
    if (size < 40) return null;
    const whole = rate(
      templates,
      (template) => (2 * shared(template.grams, grams)) / (template.size + size),
      near,
      grams,
    );
    const best = whole.sort((a, b) => b.confidence - a.confidence)[0];
    if (best !== undefined) return { expression: best.id, confidence: round(best.confidence) };
    const parts = rate(templates, (template) => shared(template.grams, grams) / template.size, inside, grams);
    return parts.length === 0 || parts.length > mostParts ? null : join(parts);
  };
}

const mostParts = 4;

function join(parts: readonly Rated[]): DetectedLicense {
  return {
    expression: parts
      .map(({ id }) => id)
      .sort()
      .join(' AND '),
    confidence: round(Math.min(...parts.map(({ confidence }) => confidence))),
  };
}

type Rated = Template & { readonly confidence: number };

/** The templates that reach a minimum, without those that a better one with almost the same words replaces. */
function rate(
  templates: readonly Template[],
  measure: (template: Template) => number,
  bound: number,
  grams: ReadonlyMap<string, number>,
): Rated[] {
  const rated = templates
    .map((template) => ({ ...template, confidence: measure(template) }))
    .filter(({ confidence }) => confidence >= bound);
  return rated.filter((one) => !rated.some((other) => other !== one && isMeantInstead(other, one, grams)));
}

/** Whether more of the words that only the other of two similar licenses has are in the text. */
function isMeantInstead(other: Rated, one: Rated, grams: ReadonlyMap<string, number>): boolean {
  if (shared(one.grams, other.grams) < 0.6 * Math.min(one.size, other.size)) return false;
  const [own, others] = [ownBalance(one, other, grams), ownBalance(other, one, grams)];
  if (own !== others) return others > own;
  return other.confidence !== one.confidence ? other.confidence > one.confidence : other.id < one.id;
}

/** How many more of the pairs that only `one` has are in the text than are missing from it. */
function ownBalance(one: Template, other: Template, grams: ReadonlyMap<string, number>): number {
  const only = [...one.grams.keys()].filter((gram) => !other.grams.has(gram));
  return 2 * only.filter((gram) => grams.has(gram)).length - only.length;
}

// Deprecated ids that say as much as a text can: which GPL it is, not whether later versions are allowed.
const renamed: Readonly<Record<string, string>> = {
  'GPL-1.0-only': 'GPL-1.0',
  'GPL-2.0-only': 'GPL-2.0',
  'GPL-3.0-only': 'GPL-3.0',
  'LGPL-2.0-only': 'LGPL-2.0',
  'LGPL-2.1-only': 'LGPL-2.1',
  'LGPL-3.0-only': 'LGPL-3.0',
  'AGPL-1.0-only': 'AGPL-1.0',
  'AGPL-3.0-only': 'AGPL-3.0',
};

interface ListedLicense {
  readonly licenseText: string;
  readonly osiApproved: boolean;
}

function toTemplates(list: Readonly<Record<string, ListedLicense>>): readonly Template[] {
  const open = Object.entries(list).filter(([id, { osiApproved }]) => osiApproved || widelyUsed.includes(id));
  return open
    .filter(([id]) => !/-or-later$|\+$/.test(id) && !Object.values(renamed).includes(id))
    .map(([id, { licenseText }]) => {
      const grams = gramsOf(licenseText);
      return { id: renamed[id] ?? id, grams, size: sizeOf(grams) };
    });
}

// Licenses in common use that the Open Source Initiative has not approved under this id.
const widelyUsed = ['BSD-4-Clause', 'CC0-1.0', 'WTFPL', 'PSF-2.0', 'Beerware', 'OpenSSL', 'X11', 'Unlicense'];

/** Pairs of adjacent words with their counts, without copyright lines, titles, punctuation and list markers. */
function gramsOf(text: string): ReadonlyMap<string, number> {
  const words = text
    .toLowerCase()
    .replaceAll(/<<beginoptional>>|<<endoptional>>|<[^>\n]{1,80}>/g, ' ')
    .split('\n')
    .filter(
      (line) => !/^[\s*#;/%-]*(?:copyright (?:\(c\)|©|\d|by\b|<|holders?:)|\(c\)|©|all rights reserved)/.test(line),
    )
    .join(' ')
    .replaceAll(/['’"“”`]/g, '')
    .replaceAll(/(?:^|\s)(?:\(?[a-z0-9]{1,2}[.)]|[*•-])(?=\s)/g, ' ')
    .replaceAll(/license/g, 'license')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const grams = new Map<string, number>();
  words.slice(1).forEach((word, index) => {
    const gram = `${words[index]} ${word}`;
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  });
  return grams;
}

function sizeOf(grams: ReadonlyMap<string, number>): number {
  return grams.values().reduce((sum, count) => sum + count, 0);
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  return a.entries().reduce((sum, [gram, count]) => sum + Math.min(count, b.get(gram) ?? 0), 0);
}

function round(value: number): number {
  return Math.floor(value * 100) / 100;
}
