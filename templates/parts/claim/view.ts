import type { Claim, NamedSource } from '../../../scripts/domain/claim.ts';
import { compareDates, writeDate } from '../../../scripts/domain/dates.ts';
import type { Feature } from '../../../scripts/domain/feature.ts';
import type { Framework } from '../../../scripts/domain/framework.ts';
import type { Evidence, MatrixCell } from '../../../scripts/domain/report.ts';
import type { SiteSettings } from '../../../scripts/domain/site.ts';
import { disputesOf } from '../../../scripts/merge/merge.ts';
import { formatClaim, formatDate, glyphOf, stateOf } from '../../../scripts/render/format.ts';
import { type SourceView, viewSource } from '../../../scripts/render/source.ts';

interface ClaimView {
  readonly value: string;
  readonly glyph: string;
  readonly state: string;
  readonly said: string;
  readonly note: string;
  readonly by: string;
  readonly date: string;
  readonly link: string;
  readonly sources: readonly SourceView[];
  /** `Says that the claim of 2009-12-22 is wrong.`, or what contradicts this claim; empty where nothing does. */
  readonly dispute: string;
  readonly improveHref: string;
}

export interface CellView {
  readonly href: string;
  readonly text: string;
  readonly glyph: string;
  readonly state: string;
  /** The year, and `disputed` or `aged` where the claim is. */
  readonly marks: string;
  readonly className: string;
  readonly title: string;
  /** What git says where it contradicts the claim: `BSD-3-Clause`; empty where it does not. */
  readonly git: string;
}

/** A cell of a matrix: a link to its proof, with value, date and doubts in words. */
export function viewCell(cell: MatrixCell, base: string, ownText = false): CellView {
  const { claim, feature, framework, git } = cell;
  const state = stateOf(claim?.value ?? null, feature);
  const full = claim === null ? 'Unknown' : formatClaim(claim, feature);
  const text = ownText ? (claim?.said ?? full) : full;
  const year = claim?.on === null || claim === null ? '' : claim.on.text.slice(0, 4);
  const doubts = doubtsOf(cell);
  return {
    href: `${base}frameworks/${framework.id}/#${feature.id}`,
    text: shorten(text),
    glyph: glyphOf(claim?.value ?? null, feature),
    state,
    marks: [year, ...doubts].filter((mark) => mark !== '').join(' · '),
    className: [state, ...doubts].map((name) => `is-${name}`).join(' '),
    title: `${framework.name}, ${feature.label}: ${full}${claim === null ? '' : `, ${formatDate(claim.on)}`}${formatEvidence(git)}`,
    git: git?.verdict === 'contradicted' ? shorten(git.short) : '',
  };
}

function formatEvidence(git: Evidence | null): string {
  if (git === null || git.verdict === 'inconclusive') return '';
  return `; git ${git.verdict === 'confirmed' ? 'confirms' : 'contradicts'} it: ${git.says} (as of ${git.asOf})`;
}

/** What a reader should know before trusting a cell. */
function doubtsOf({ disputes, corrections, aged, git }: MatrixCell): readonly string[] {
  const disagreements = disputes.length > 0 ? ['disputed'] : corrections.length > 0 ? ['corrected'] : [];
  return [...disagreements, ...(git?.verdict === 'contradicted' ? ['contradicted'] : []), ...(aged ? ['aged'] : [])];
}

const longest = 28;

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[,;]?\s+\S*$/, '')}…`;
}

/** One claim with its proofs, as the page of its framework shows it. */
export function viewClaim(
  claim: Claim,
  feature: Feature,
  framework: Framework,
  site: SiteSettings,
  sources: ReadonlyMap<string, NamedSource>,
): ClaimView {
  const history = framework.claims.get(feature.id) ?? [];
  return {
    value: formatClaim(claim, feature),
    glyph: glyphOf(claim.value, feature),
    state: stateOf(claim.value, feature),
    said: claim.said ?? '',
    note: claim.note ?? '',
    by: claim.by ?? '',
    date: formatDate(claim.on),
    link: claim.link ?? '',
    sources: claim.sources.map((source) => viewSource(source, sources)),
    dispute: formatDisputes(claim, disputesOf(claim, history), feature),
    improveHref: `${site.repository}/edit/${site.branch}/${claim.place.file}#L${claim.place.line}`,
  };
}

function formatDisputes(claim: Claim, disputes: readonly Claim[], feature: Feature): string {
  if (claim.disputes !== null) return `Says that the claim of ${writeDate(claim.disputes)} is wrong.`;
  if (disputes.length === 0) return '';
  const disagreements = disputes.map((other) => `${formatClaim(other, feature)} (${formatDate(other.on)})`);
  return `Contradicted: ${disagreements.join('; ')}.`;
}

/** Claims newest first, undated ones last. */
export function newestFirst(claims: readonly Claim[]): readonly Claim[] {
  return [...claims].sort((a, b) =>
    a.on === null ? (b.on === null ? 0 : 1) : b.on === null ? -1 : compareDates(b.on, a.on),
  );
}
