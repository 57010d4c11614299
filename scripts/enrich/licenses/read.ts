import { type Alignment, align, coverage } from './align.ts';
import { isRemark, isTitle, saysTheSame } from './judge.ts';
import { type ListedLicense, type Template, toNotices, toTemplates } from './templates.ts';
import { pairsOf, tokensOf } from './tokens.ts';

/** What a license file says. */
interface DetectedLicense {
  /** The licenses that the whole text is; null where a part of it is none that is known. */
  readonly expression: string | null;
  /** The share of the text's words that are those of the licenses: 1 where all are. */
  readonly confidence: number;
  /** The licenses that stand in the text, whatever else does. */
  readonly holds: readonly string[];
  /** The text is short and neither grants nor forbids a thing: names, a title. */
  readonly empty: boolean;
}

/** Tells licenses by their texts, as the SPDX license list has them. */
export type LicenseReader = (text: string) => DetectedLicense;

/** Reads the texts of the SPDX license list once. */
export async function readLicenseList(): Promise<LicenseReader> {
  const { default: list } = await import('spdx-license-list/full.js');
  return licenseReader(list);
}

/**
 * A reader of licenses by their texts. A text is a license where it has all of its words in their order: names may be
 * replaced, a title, a copyright line or an appendix may be left out, a slip is forgiven, and no word that makes a rule
 * may differ. What stands around must be short and rule nothing; else only what the text holds is told.
 */
function licenseReader(list: Readonly<Record<string, ListedLicense>>): LicenseReader {
  const templates = toTemplates(list);
  const notices = toNotices(list);
  const known = new Map<string, DetectedLicense>();
  return (text) => {
    const told = known.get(text) ?? tell(tokensOf(text.slice(0, longest)), templates, notices);
    known.set(text, told);
    return told;
  };
}

const longest = 256 * 1024;
const mostParts = 12;
const covered = 0.75;

interface Found extends Alignment {
  readonly template: Template;
}

/** What a text of these words says, told among these templates; notices count before a license, or in its place. */
export function tell(
  words: readonly string[],
  templates: readonly Template[],
  notices: readonly Template[] = [],
): DetectedLicense {
  const texts = search([words], templates);
  const before = texts.found.length === 0 ? texts.rests : texts.rests.slice(0, 1);
  const told = search(before, notices);
  const found = [...told.found, ...texts.found];
  const rests = [...told.rests, ...texts.rests.slice(before.length)];
  const open = rests.map((rest) => withoutAppendix(rest, found)).filter((rest) => rest.length > 0);
  const remarks = open.every(isRemark) && isRemark(open.flat());
  const whole = found.length > 0 && remarks;
  const equal = found.reduce((sum, one) => sum + one.equal, 0);
  return {
    expression: whole ? toExpression(found.map(({ template }) => template.id)) : null,
    confidence: whole
      ? Math.floor((100 * equal) / found.reduce((sum, { start, end }) => sum + end - start, 0)) / 100
      : 0,
    holds: [...new Set(found.map(({ template }) => template.id))].sort(),
    empty: found.length === 0 && remarks && words.length <= longestEmpty,
  };
}

const longestEmpty = 60;

/** The licenses in some stretches of text, in the order in which they stand, and the stretches between them. */
function search(
  stretches: readonly (readonly string[])[],
  templates: readonly Template[],
): { readonly found: readonly Found[]; readonly rests: readonly (readonly string[])[] } {
  const found: Found[] = [];
  let rests = stretches;
  while (found.length < mostParts) {
    const next = findNext(rests, templates);
    if (next === null) break;
    const { rest, ...own } = next;
    found.push(own);
    rests = rests.flatMap((one) => (one === rest ? [one.slice(0, own.start), one.slice(own.end)] : [one]));
  }
  return { found, rests };
}

/** The longest license that stands in what is left of a text; of those as long, the one with the fewest changes. */
function findNext(
  rests: readonly (readonly string[])[],
  templates: readonly Template[],
): (Found & { readonly rest: readonly string[] }) | null {
  const all = rests.flatMap((rest) => {
    const pairs = pairsOf(rest);
    return templates
      .filter(({ words, pairs: own }) => words.length <= rest.length + longestLoss && coverage(own, pairs) >= covered)
      .flatMap((template) => {
        const alignment = align(template.words, template.pairs, rest);
        return alignment !== null && isTheLicense(alignment, template) ? [{ ...alignment, template, rest }] : [];
      });
  });
  return all.reduce<(typeof all)[number] | null>(
    (best, one) => (best === null || score(one) > score(best) ? one : best),
    null,
  );
}

const longestLoss = 40;

function isTheLicense({ changes, head, tail }: Alignment, template: Template): boolean {
  return isTitle(head) && isTitle(tail) && saysTheSame(changes, template);
}

function score({ equal, changes, head, tail }: Found): number {
  const changed = changes.reduce((sum, { lacks, has }) => sum + lacks.length + has.length, 0);
  return equal - 3 * changed - (head.length + tail.length) / 2;
}

/** What is left when the appendices of the licenses found are gone, with the names that a project has put into them. */
function withoutAppendix(rest: readonly string[], found: readonly Found[]): readonly string[] {
  const known = found.map(({ template }) => template.appendix);
  const pair = (at: number): boolean => known.some((appendix) => appendix.has(`${rest[at]} ${rest[at + 1]}`));
  const preface = found.map(({ template }) => template.preface).find((one) => one !== null && rest.includes(one));
  const end = preface == null ? rest.length : rest.indexOf(preface);
  const left = rest.filter((_, at) => at < end && !pair(at) && !pair(at - 1));
  if (!pair(0) || left.length > rest.length / 3) return left;
  // Older prints of an appendix have the same words in other sentences.
  const words = new Set(known.flatMap((appendix) => [...appendix].flatMap((one) => one.split(' '))));
  return left.filter((word) => !words.has(word));
}

/** Licenses joined by AND; what a notice says of later versions stands for the text that leaves it open. */
function toExpression(ids: readonly string[]): string {
  const all = [...new Set(ids)].sort();
  return all.filter((id) => !all.includes(`${id}-or-later`)).join(' AND ');
}
