import type { Claim, Proof } from '../domain/claim.ts';
import { daysBetween, earliestDay } from '../domain/dates.ts';
import type { Content, FromGit, Presence, RepositoryFacts, Seen } from '../domain/facts.ts';
import type { Feature } from '../domain/feature.ts';
import { licenseIds } from '../domain/licenses.ts';
import type { Verdict, Witness } from '../domain/report.ts';
import { supportRank } from '../domain/support.ts';
import { activityBounds } from './activity.ts';

/**
 * What a repository says to a cell: the claim an edition shows, and the facts of the tree that stood at the edition's day
 * (null for today). Null where git has nothing to say to this feature, or was not read.
 */
export function callWitness(
  feature: Feature,
  claim: Claim | null,
  facts: RepositoryFacts | undefined,
  edition: string | null,
): Witness | null {
  if (feature.fromGit === null || facts?.seen == null) return null;
  const { seen } = facts;
  const content = seen.contents.find(({ asOf }) => asOf === edition);
  if (content === undefined) return null;
  const stand: Stand = { claim, seen, content, repository: repositoryName(facts.repository), edition };
  return feature.fromGit.kind === 'grep' ? hearSearch(feature.fromGit, stand) : hearFact(feature.fromGit, stand);
}

/** What a witness can look at. */
interface Stand {
  readonly claim: Claim | null;
  readonly seen: Seen;
  readonly content: Content;
  readonly repository: string;
  readonly edition: string | null;
}

/** `owner/name` on GitHub, `host/owner/name` elsewhere: as proofs cite a repository. */
export function repositoryName(url: string): string {
  return url.replace(/^https?:\/\/(?:github\.com\/)?/, '').replace(/\/$|\.git$/g, '');
}

type FactFromGit = Extract<FromGit, { kind: 'fact' }>;

function hearFact(asked: FactFromGit, stand: Stand): Witness | null {
  switch (asked.fact) {
    case 'license-files':
      return hearLicense(stand);
    case 'last-activity':
      return hearActivity(stand);
    case 'first-tag':
      return hearFirstTag(stand);
    case 'newest-tag':
      return hearNewestTag(stand);
    case 'test-files':
      return hearPresence(stand.content.present.tests, 'test file', asked.absence, stand);
    case 'documentation-files':
      return hearPresence(stand.content.present.documentation, 'documentation file', asked.absence, stand);
    case 'example-files':
      return hearPresence(stand.content.present.examples, 'example file', asked.absence, stand);
    case 'ci-files':
      return hearPresence(stand.content.present.ci, 'CI configuration file', asked.absence, stand);
    case 'main-language':
      return hearLanguage(stand);
    default:
      return asked.fact satisfies never;
  }
}

/** The licence files at the root speak; where there are none, the first manifest that names a licence. */
function hearLicense(stand: Stand): Witness | null {
  const { claim, content } = stand;
  const files = content.licenses.filter(({ expression }) => expression !== null);
  const declared = content.manifests.find(({ license }) => license?.expression != null);
  const said =
    files.length > 0 ? files.map(({ expression }) => expression ?? '') : [declared?.license?.expression ?? ''];
  const ids = said.flatMap(licenseIds);
  if (ids.length === 0) return null;
  const claimed = typeof claim?.value === 'string' ? licenseIds(claim.value) : [];
  const verdict: Verdict =
    claimed.length === 0 ? 'silent' : claimed.some((id) => ids.includes(id)) ? 'confirmed' : 'contradicted';
  if (files.length > 0) {
    const says = files.map(({ path, expression }) => `${path} says ${expression}`).join(', ');
    return witness(stand, verdict, [...new Set(said)].join(', '), says, fileProof(stand, files[0]?.path ?? ''));
  }
  const says = `${declared?.path} declares ${declared?.license?.expression}`;
  return witness(
    stand,
    verdict,
    said.join(', '),
    says,
    fileProof(stand, declared?.path ?? '', declared?.license?.line ?? null),
  );
}

function hearPresence(
  { files, sample }: Presence,
  what: string,
  absence: FactFromGit['absence'],
  stand: Stand,
): Witness | null {
  const rank = supportRank(stand.claim?.value ?? 'unknown');
  const first = sample[0];
  if (files > 0 && first !== undefined) {
    const verdict = rank === 0 ? 'contradicted' : rank > 0 ? 'confirmed' : 'silent';
    const where = files === 1 ? first : `${first}${sample.length > 1 ? ' and elsewhere' : ''}`;
    return witness(
      stand,
      verdict,
      counted(files, what),
      `${counted(files, what)}, in ${where}`,
      fileProof(stand, first),
    );
  }
  const verdict = rank === 0 ? 'confirmed' : rank > 0 && absence === 'contradicts' ? 'contradicted' : 'silent';
  return witness(stand, verdict, `no ${what}`, `no ${what}s at the usual places`, commitProof(stand));
}

/** A word in the source is evidence for it; its absence is none against, since a library below may do the work. */
function hearSearch({ patterns, in: where }: Extract<FromGit, { kind: 'grep' }>, stand: Stand): Witness | null {
  const searches = stand.content.searches.filter((one) => one.in === where && patterns.includes(one.pattern));
  if (searches.length === 0) return null;
  const hit = searches.filter(({ files }) => files > 0).sort((a, b) => b.files - a.files)[0];
  const rank = supportRank(stand.claim?.value ?? 'unknown');
  const scope = where === 'source' ? 'source file' : 'file';
  if (hit === undefined) {
    const says = `no ${scope} names ${patterns.join(' or ')}`;
    const proof: Proof = {
      kind: 'search',
      ...at(stand),
      search: patterns.join('|'),
      in: where === 'source' ? 'source' : '',
    };
    return witness(stand, rank === 0 ? 'confirmed' : 'silent', 'not named', says, proof);
  }
  const verdict = rank === 0 ? 'contradicted' : rank > 0 ? 'confirmed' : 'silent';
  const best = hit.sample[0];
  const says = `${counted(hit.files, scope)} ${hit.files === 1 ? 'names' : 'name'} ${hit.pattern}: ${best?.path ?? ''}${hit.files > 1 ? ' …' : ''}`;
  return witness(
    stand,
    verdict,
    `${hit.pattern} in ${counted(hit.files, 'file')}`,
    says,
    fileProof(stand, best?.path ?? '', best?.line ?? null),
  );
}

/** Judged by the rule of the feature, as of the day the claim was made: a year, three years, longer. */
function hearActivity(stand: Stand): Witness | null {
  const { claim, seen } = stand;
  const day = wholeDay(claim) ?? seen.observed;
  if (day > seen.observed) return null;
  const bounds = activityBounds(seen, day);
  if (bounds === null) return null;
  const ranks = [bounds.earliest, bounds.latest].map((last) => activityRank(daysBetween(last, day)));
  const claimed = supportRank(claim?.value ?? 'unknown');
  const [low = 0, high = 0] = ranks;
  const verdict: Verdict =
    claimed < 0 || low !== high
      ? 'silent'
      : claimed === low
        ? 'confirmed'
        : Math.abs(claimed - low) > 1
          ? 'contradicted'
          : 'silent';
  const when = betweenWords(bounds.earliest, bounds.latest);
  return witness(stand, verdict, `last seen ${when}`, `last commit or release ${when}`, commitProof(stand));
}

function betweenWords(earliest: string, latest: string): string {
  if (earliest === latest) return latest;
  const [from, to] = [earliest.slice(0, 7), latest.slice(0, 7)];
  return from === to ? `in ${to}` : `between ${from} and ${to}`;
}

function activityRank(ageDays: number): number {
  return ageDays <= 365 ? 2 : ageDays <= 3 * 365 + 1 ? 1 : 0;
}

const toleranceDays = 31;

/** A release may be older than its first tag, never younger. */
function hearFirstTag(stand: Stand): Witness | null {
  const { claim, seen } = stand;
  const first = seen.releases.list.find(({ stable }) => stable);
  if (first === undefined) return null;
  const claimed = dateValue(claim);
  const verdict: Verdict =
    claimed === null
      ? 'silent'
      : daysBetween(first.date, claimed) > toleranceDays
        ? 'contradicted'
        : daysBetween(claimed, first.date) > toleranceDays
          ? 'silent'
          : 'confirmed';
  return witness(stand, verdict, first.date, `first tag ${first.tag} of ${first.date}`, tagProof(stand, first));
}

/** The newest release by date that a claim of its day could have known; a release without a tag is possible. */
function hearNewestTag(stand: Stand): Witness | null {
  const { claim, seen } = stand;
  const day = wholeDay(claim) ?? seen.observed;
  if (stand.edition !== null) return null;
  const newest = seen.releases.list.filter(({ date, stable }) => stable && date <= day).at(-1);
  if (newest === undefined) return null;
  const claimed = dateValue(claim);
  const behind = claimed === null ? 0 : daysBetween(claimed, newest.date);
  const verdict: Verdict =
    claimed === null || behind < -toleranceDays ? 'silent' : behind > toleranceDays ? 'contradicted' : 'confirmed';
  return witness(stand, verdict, newest.date, `newest tag ${newest.tag} of ${newest.date}`, tagProof(stand, newest));
}

/** The language with the most bytes; close calls decide nothing. */
function hearLanguage(stand: Stand): Witness | null {
  const { content, claim } = stand;
  const [first, second] = content.languages;
  if (first === undefined) return null;
  const all = content.languages.reduce((sum, [, bytes]) => sum + bytes, 0);
  const share = Math.floor((100 * first[1]) / all);
  const claimed =
    typeof claim?.value === 'string' && supportRank(claim.value) < 0 && claim.value !== 'unknown' ? claim.value : null;
  const clear = second === undefined || first[1] > 2 * second[1];
  const verdict: Verdict =
    claimed === null || claimed === 'inapplicable'
      ? 'silent'
      : namesLanguage(claimed, first[0])
        ? 'confirmed'
        : clear
          ? 'contradicted'
          : 'silent';
  return witness(stand, verdict, first[0], `${share} % of the bytes of source are ${first[0]}`, commitProof(stand));
}

/** Does a text name a language as a word of its own? JavaScript is no Java, and C++ no C. */
function namesLanguage(text: string, language: string): boolean {
  return text.split(/[^\p{L}\p{N}+#-]+/u).includes(language);
}

function witness({ content, seen }: Stand, verdict: Verdict, short: string, says: string, proof: Proof): Witness {
  return { verdict, short, says, proof, asOf: content.asOf ?? seen.observed };
}

function at({ repository, content }: Stand): { readonly repository: string; readonly commit: string } {
  return { repository, commit: content.commit };
}

function fileProof(stand: Stand, path: string, line: number | null = null): Proof {
  return { kind: 'file', ...at(stand), path, line };
}

function commitProof(stand: Stand): Proof {
  return { kind: 'commit', ...at(stand) };
}

function tagProof({ repository }: Stand, { tag, commit }: Seen['releases']['list'][number]): Proof {
  return { kind: 'tag', repository, commit, tag };
}

/** The day of a claim that names a whole one. */
function wholeDay(claim: Claim | null): string | null {
  return claim?.on?.kind === 'on' && claim.on.text.length === 10 ? claim.on.text : null;
}

/** A claimed date as its first day; null where the claim names none. */
function dateValue(claim: Claim | null): string | null {
  const value = claim?.value;
  return typeof value === 'string' && /^\d{4}/.test(value) ? earliestDay({ kind: 'on', text: value }) : null;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
