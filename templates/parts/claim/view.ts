import type { Claim } from '../../../scripts/domain/claim.ts';
import { compareDates, writeDate } from '../../../scripts/domain/dates.ts';
import type { Feature } from '../../../scripts/domain/feature.ts';
import type { Framework } from '../../../scripts/domain/framework.ts';
import type { Report } from '../../../scripts/domain/report.ts';
import { disputesOf } from '../../../scripts/merge/merge.ts';
import { editHref } from '../../../scripts/render/forge.ts';
import { formatClaim, formatDate, glyphOf, stateOf } from '../../../scripts/render/format.ts';
import { type SourceView, viewSource } from '../../../scripts/render/source.ts';

/** One claim with its proofs. */
export interface ClaimView {
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

/** One claim with its proofs, as the page of its framework shows it. */
export function viewClaim(claim: Claim, feature: Feature, framework: Framework, { site, sources }: Report): ClaimView {
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
    improveHref: editHref(claim.place.file, site, claim.place.line),
  };
}

function formatDisputes(claim: Claim, disputes: readonly Claim[], feature: Feature): string {
  if (claim.disputes !== null) return `This claim says that the one of ${writeDate(claim.disputes)} is wrong.`;
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
