import { distance } from 'fastest-levenshtein';
import { placeholder } from './tokens.ts';

/** Words of a template that a text lacks, and the words that stand there instead. */
export interface Change {
  readonly lacks: readonly string[];
  readonly has: readonly string[];
}

interface LicenseText {
  readonly id: string;
  readonly words: readonly string[];
}

/** Does a text with these changes still say what a template says? Names may be replaced; what rules nothing may differ. */
export function saysTheSame(changes: readonly Change[], { id, words: template }: LicenseText): boolean {
  const other = changes.filter((change) => !isSpelling(change) && !isFilled(change) && !isTitleAgain(change, template));
  const real = template.length < longText ? other : other.filter((change) => !isSectionNumber(change));
  const title = [...template.slice(0, titleTokens), ...id.toLowerCase().split('-')];
  const own = new Set(title.filter((word) => !ruling.has(word) && !restricting.has(word)));
  if (!real.every((change) => isHarmless(change, own))) return false;
  const words = real.reduce((sum, { lacks, has }) => sum + Math.max(lacks.length, has.length), 0);
  return words <= Math.max(fewestTokens, template.length * share);
}

/** May these words stand around a license without changing it: a title, names, "is released under"? */
export function isRemark(words: readonly string[]): boolean {
  const text = words.join(' ').replaceAll(saving, ' ').split(' ');
  return text.length <= longestRemark && !text.some((word) => ruling.has(word) || restricting.has(word));
}

/** "Unless otherwise noted": that other files may be under other licenses is no rule on this one. */
const saving =
  /\b(?:unless|except) (?:when |where |as |if )?(?:otherwise |explicitly |specifically )?(?:noted|stated|indicated|specified|mentioned)(?: otherwise)?\b/g;

/** May a text lack these first or last words of a license: its title, its address? */
export function isTitle(words: readonly string[]): boolean {
  return words.length <= longestTitle && !words.some((word) => ruling.has(word));
}

const longestTitle = 16;
const fewestTokens = 24;
const share = 0.04;
const longestRemark = 250;
const longestName = 14;
const longestSlip = 3;

/** Who speaks, who is named: what a project puts its own name for. */
const parties = new Set(
  `a above all and any association author authors by california company contributor contributors copyright corporation
  foundation group her his holder holders inc institute institution its licensor ltd member members name names nor of
  or organization organizations our party project regents respective the their this university copyrightholder ${placeholder}`.split(
    /\s+/,
  ),
);

/** Words that make a rule, or lift one: where they differ, so do the licenses. */
const ruling = new Set(
  `except exception exceptions exclude excluded excluding excludes forbid forbidden if may must neither never no none nor not only
  permitted prohibit prohibited provided require required requires restrict restricted restriction restrictions shall should
  unless until without cannot wont dont additional additionally agree agreement`.split(/\s+/),
);

/** Words that narrow a license even in a remark beside it. */
const restricting = new Set(
  `academic commercial compete competing educational ethical evaluation evil fee fees internal military noncommercial
  nuclear patent patents payment permission personal research resell royalties royalty saas sale sell selling surveillance
  training weapons`.split(/\s+/),
);

/** Words that rule nothing, and the many names of what is licensed. */
const neutral = new Set(
  `a b c d e f l an and any as at be by following for from has hereby in is it its of on or package program project software library
  that the these this to was which with work works product code file files font fonts module system materials will
  herein above below also accompanying respective expressed express implied inc llc ltd com gmbh corp et al
  contribution contributions obligation obligations lesser library`.split(/\s+/),
);

/** `own` are the words of the license's title: they may come twice, or stand for a party. */
function isHarmless({ lacks, has }: Change, own: ReadonlySet<string>): boolean {
  const all = [...lacks, ...has];
  if (isVersion(lacks) || isVersion(has)) return false;
  const isName = lacks.length > 0 && lacks.every((word) => parties.has(word) || (own.has(word) && !ruling.has(word)));
  if (isName) return all.length <= longestName && !has.some((word) => ruling.has(word) && word !== 'nor');
  if (Math.max(lacks.length, has.length) > longestSlip) return isMarginal(all);
  return all.every((word) => neutral.has(word) || parties.has(word) || own.has(word)) || isMarginal(all);
}

const longText = 800;
const titleTokens = 5;

/** One number more or less: in a long text it is that of a section, in a short one perhaps that of a version. */
function isSectionNumber({ lacks, has }: Change): boolean {
  const words = [...lacks, ...has];
  return (lacks.length === 0 || has.length === 0) && words.length <= 2 && words.every((word) => /^\d{1,2}$/.test(word));
}

/** A small number alone, or with a month, is that of a version. */
function isVersion(words: readonly string[]): boolean {
  const numbers = words.filter((word) => /^\d{1,2}$/.test(word));
  return (
    numbers.length > 0 && words.every((word) => /^\d/.test(word) || months.has(word)) && words.length <= longestSlip
  );
}

const months = new Set(
  'january february march april may june july august september october november december'.split(' '),
);

/** Addresses, numbers of pages, names: longer, and without a single word that could rule. */
function isMarginal(words: readonly string[]): boolean {
  return words.every((word) => /\d/.test(word) || emails.has(word));
}

const emails = new Set(
  `ave avenue boston cambridge e fifth floor foundation franklin free fsf gnu gplv2 http www html htm licenses license inc ma
  mass org place software st street suite temple usa us opensource apache txt php com philosophy lgpl copyleft`.split(
    /\s+/,
  ),
);

/** The same words, spelled a little differently. */
function isSpelling({ lacks, has }: Change): boolean {
  if (lacks.join('') === has.join('')) return true;
  return (
    lacks.length === has.length &&
    lacks.every((word, at) => {
      const other = has[at] ?? '';
      return (
        word === other ||
        (word.length >= 5 && distance(word, other) <= 2 && !/^(?:un|non|in|im)/.test(difference(word, other)))
      );
    })
  );
}

/** What the longer of two words has before the shorter one, so that "limited" is no "unlimited". */
function difference(a: string, b: string): string {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.endsWith(short) ? long.slice(0, long.length - short.length) : '';
}

/** The title stands a second time, as in the prints of the Free Software Foundation. */
function isTitleAgain({ lacks, has }: Change, template: readonly string[]): boolean {
  const [few, more] = lacks.length === 0 ? [lacks, has] : [has, lacks];
  return few.length === 0 && more.length >= 3 && more.length <= 8 && more.every((word, at) => template[at] === word);
}

/** Something was put into a place that the template leaves open. */
function isFilled({ lacks, has }: Change): boolean {
  return (
    lacks.includes(placeholder) &&
    lacks.length <= 3 &&
    has.length <= longestName &&
    !has.some((word) => ruling.has(word))
  );
}
