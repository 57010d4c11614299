import type { Claim, ClaimSource } from '../domain/claim.ts';
import { daysBetween, earliestDay } from '../domain/dates.ts';
import type { Content, FromGit, Presence, RepositoryFacts, Seen } from '../domain/facts.ts';
import type { Feature } from '../domain/feature.ts';
import type { Evidence, Verdict } from '../domain/report.ts';
import { supportRank } from '../domain/support.ts';
import { activityBounds, activityRank } from './activity.ts';
import { judgeLicense } from './license-evidence.ts';
import { judgeSearch } from './search-evidence.ts';

/**
 * What a repository says about a cell: the claim that an edition shows, compared with the tree at the edition's day (null
 * for today). Null if git says nothing about this feature, or was not read.
 */
export function findEvidence(
  feature: Feature,
  claim: Claim | null,
  facts: RepositoryFacts | undefined,
  edition: string | null,
): Evidence | null {
  if (feature.fromGit === null || facts?.seen == null) return null;
  const { seen } = facts;
  const content = seen.contents.find(({ asOf }) => asOf === edition);
  if (content === undefined) return null;
  const context: EvidenceContext = { claim, seen, content, repository: repositoryName(facts.repository), edition };
  return feature.fromGit.kind === 'grep' ? checkSearch(feature.fromGit, context) : checkFact(feature.fromGit, context);
}

/** What the checks below use. */
interface EvidenceContext {
  readonly claim: Claim | null;
  readonly seen: Seen;
  readonly content: Content;
  readonly repository: string;
  readonly edition: string | null;
}

/** `owner/name` on GitHub, `host/owner/name` elsewhere: the form in which sources cite a repository. */
export function repositoryName(url: string): string {
  return url.replace(/^https?:\/\/(?:github\.com\/)?/, '').replace(/\/$|\.git$/g, '');
}

type FactFromGit = Extract<FromGit, { kind: 'fact' }>;

function checkFact(asked: FactFromGit, context: EvidenceContext): Evidence | null {
  switch (asked.fact) {
    case 'license-files':
      return checkLicense(context);
    case 'last-activity':
      return checkActivity(context);
    case 'first-tag':
      return checkFirstTag(context);
    case 'newest-tag':
      return checkNewestTag(context);
    case 'test-files':
      return checkPresence(context.content.present.tests, 'test file', asked.absence, context);
    case 'documentation-files':
      return checkPresence(context.content.present.documentation, 'documentation file', asked.absence, context);
    case 'example-files':
      return checkPresence(context.content.present.examples, 'example file', asked.absence, context);
    case 'ci-files':
      return checkPresence(context.content.present.ci, 'CI configuration file', asked.absence, context);
    case 'main-language':
      return checkLanguage(context);
    case 'manifest-versions':
      return checkVersions(asked.manifests, context);
    default:
      return asked.fact satisfies never;
  }
}

function checkLicense(context: EvidenceContext): Evidence | null {
  const { claim, content } = context;
  const found = judgeLicense(typeof claim?.value === 'string' ? claim.value : null, content);
  if (found === null) return null;
  const { verdict, short, says, path, line } = found;
  return evidence(context, verdict, short, says, fileSource(context, path, line));
}

function checkPresence(
  { files, sample }: Presence,
  what: string,
  absence: FactFromGit['absence'],
  context: EvidenceContext,
): Evidence | null {
  const rank = supportRank(context.claim?.value ?? 'unknown');
  const first = sample[0];
  if (files > 0 && first !== undefined) {
    const verdict =
      rank === 0
        ? isKnownToClaim(context, sample)
          ? 'inconclusive'
          : 'contradicted'
        : rank > 0
          ? 'confirmed'
          : 'inconclusive';
    const where = files === 1 ? first : `${first}${sample.length > 1 ? ' and elsewhere' : ''}`;
    return evidence(
      context,
      verdict,
      formatCount(files, what),
      `${formatCount(files, what)} by folder and file names, in ${where}`,
      fileSource(context, first),
    );
  }
  const verdict = rank === 0 ? 'confirmed' : rank > 0 && absence === 'contradicts' ? 'contradicted' : 'inconclusive';
  return evidence(context, verdict, `no ${what}`, `no ${what}s in the usual places`, commitSource(context));
}

/** Whether the claim itself names what was found, and so explains why it does not count. */
function isKnownToClaim({ claim }: EvidenceContext, sample: readonly string[]): boolean {
  const words = [
    claim?.note ?? '',
    claim?.said ?? '',
    ...(claim?.sources ?? []).map((source) => (source.kind === 'file' ? source.path : '')),
  ].join(' ');
  return sample.every((path) => words.includes(path.replace(/\/$/, '')));
}

function checkSearch(asked: Extract<FromGit, { kind: 'grep' }>, context: EvidenceContext): Evidence | null {
  const found = judgeSearch(supportRank(context.claim?.value ?? 'unknown'), asked, context.content);
  if (found === null) return null;
  const { verdict, short, says, hit } = found;
  const searched = { search: asked.patterns.join('|'), in: asked.in === 'source' ? 'source' : '' };
  const source: ClaimSource =
    hit === null ? { kind: 'search', ...at(context), ...searched } : fileSource(context, hit.path, hit.line);
  return evidence(context, verdict, short, says, source);
}

/** Applies the feature's rule as of the day of the claim: within a year, within three years, or longer ago. */
function checkActivity(context: EvidenceContext): Evidence | null {
  const { claim, seen } = context;
  const day = wholeDay(claim) ?? seen.observed;
  if (day > seen.observed) return null;
  const bounds = activityBounds(seen, day);
  if (bounds === null) return null;
  const ranks = [bounds.earliest, bounds.latest].map((last) => activityRank(daysBetween(last, day)));
  const claimed = supportRank(claim?.value ?? 'unknown');
  const [low = 0, high = 0] = ranks;
  const verdict: Verdict =
    claimed < 0 || low !== high
      ? 'inconclusive'
      : claimed === low
        ? 'confirmed'
        : Math.abs(claimed - low) > 1
          ? 'contradicted'
          : 'inconclusive';
  const when = formatBetween(bounds.earliest, bounds.latest);
  return evidence(context, verdict, `last seen ${when}`, `last commit or release ${when}`, commitSource(context));
}

function formatBetween(earliest: string, latest: string): string {
  if (earliest === latest) return latest;
  const [from, to] = [earliest.slice(0, 7), latest.slice(0, 7)];
  return from === to ? `in ${to}` : `between ${from} and ${to}`;
}

const toleranceDays = 31;

/** A first release may be older than the first tag, but never younger. */
function checkFirstTag(context: EvidenceContext): Evidence | null {
  const { claim, seen } = context;
  const first = seen.releases.list.find(({ stable }) => stable);
  if (first === undefined) return null;
  const claimed = dateValue(claim);
  const verdict: Verdict =
    claimed === null
      ? 'inconclusive'
      : daysBetween(first.date, claimed) > toleranceDays
        ? 'contradicted'
        : daysBetween(claimed, first.date) > toleranceDays
          ? 'inconclusive'
          : 'confirmed';
  return evidence(context, verdict, first.date, `first tag ${first.tag} of ${first.date}`, tagSource(context, first));
}

/** The newest release that a claim of its day could know; a release without a tag is possible. */
function checkNewestTag(context: EvidenceContext): Evidence | null {
  const { claim, seen } = context;
  const day = wholeDay(claim) ?? seen.observed;
  if (context.edition !== null) return null;
  const newest = seen.releases.list.filter(({ date, stable }) => stable && date <= day).at(-1);
  if (newest === undefined) return null;
  const claimed = dateValue(claim);
  const behind = claimed === null ? 0 : daysBetween(claimed, newest.date);
  const verdict: Verdict =
    claimed === null || behind < -toleranceDays
      ? 'inconclusive'
      : behind > toleranceDays
        ? 'contradicted'
        : 'confirmed';
  return evidence(
    context,
    verdict,
    newest.date,
    `newest tag ${newest.tag} of ${newest.date}`,
    tagSource(context, newest),
  );
}

/** The language with the most bytes; a narrow lead is inconclusive. */
function checkLanguage(context: EvidenceContext): Evidence | null {
  const { content, claim } = context;
  const [first, second] = content.languages;
  if (first === undefined) return null;
  const all = content.languages.reduce((sum, [, bytes]) => sum + bytes, 0);
  const share = Math.floor((100 * first[1]) / all);
  const claimed =
    typeof claim?.value === 'string' && supportRank(claim.value) < 0 && claim.value !== 'unknown' ? claim.value : null;
  const clear = second === undefined || first[1] > 2 * second[1];
  const verdict: Verdict =
    claimed === null || claimed === 'inapplicable'
      ? 'inconclusive'
      : namesLanguage(claimed, first[0])
        ? 'confirmed'
        : clear
          ? 'contradicted'
          : 'inconclusive';
  return evidence(
    context,
    verdict,
    first[0],
    `${share}\u202f% of the source bytes are ${first[0]}`,
    commitSource(context),
  );
}

/** The versions a manifest requires; a claim in other words may mean the same. */
function checkVersions(names: readonly string[], context: EvidenceContext): Evidence | null {
  const counts = (path: string): boolean => names.length === 0 || names.includes(path.slice(path.lastIndexOf('/') + 1));
  const manifest = context.content.manifests.find(({ path, versions }) => versions !== null && counts(path));
  if (manifest?.versions == null) return null;
  const { path, versions } = manifest;
  const same = context.claim?.value === versions;
  const says = `${path} asks for ${versions}`;
  return evidence(context, same ? 'confirmed' : 'inconclusive', versions, says, fileSource(context, path));
}

/** Whether a text names a language as a separate word: JavaScript is not Java, and C++ is not C. */
function namesLanguage(text: string, language: string): boolean {
  return text.split(/[^\p{L}\p{N}+#-]+/u).includes(language);
}

function evidence(
  { content, seen }: EvidenceContext,
  verdict: Verdict,
  short: string,
  says: string,
  source: ClaimSource,
): Evidence {
  return { verdict, short, says, source, asOf: content.asOf ?? seen.observed };
}

function at({ repository, content }: EvidenceContext): { readonly repository: string; readonly commit: string } {
  return { repository, commit: content.commit };
}

function fileSource(context: EvidenceContext, path: string, line: number | null = null): ClaimSource {
  return { kind: 'file', ...at(context), path, line };
}

function commitSource(context: EvidenceContext): ClaimSource {
  return { kind: 'commit', ...at(context) };
}

function tagSource({ repository }: EvidenceContext, { tag, commit }: Seen['releases']['list'][number]): ClaimSource {
  return { kind: 'tag', repository, commit, tag };
}

/** The day of a claim; null if its date is not a single day. */
function wholeDay(claim: Claim | null): string | null {
  return claim?.on?.kind === 'on' && claim.on.text.length === 10 ? claim.on.text : null;
}

/** The first day of a claimed date; null if the claim states no date. */
function dateValue(claim: Claim | null): string | null {
  const value = claim?.value;
  return typeof value === 'string' && /^\d{4}/.test(value) ? earliestDay({ kind: 'on', text: value }) : null;
}

function formatCount(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
