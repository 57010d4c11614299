import type { Claim } from '../../scripts/domain/claim.ts';
import { compareDates } from '../../scripts/domain/dates.ts';
import { cellsIn } from '../../scripts/domain/edition.ts';
import type { Feature } from '../../scripts/domain/feature.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { DatedClaim, Evidence, Report } from '../../scripts/domain/report.ts';
import { editHref } from '../../scripts/render/forge.ts';
import { formatClaim, formatCount, formatDate } from '../../scripts/render/format.ts';
import { type SourceView, viewSource } from '../../scripts/render/source.ts';
import { type ClaimView, newestFirst, viewClaim } from '../parts/claim/view.ts';

/** A group of features, each with every claim on it. */
export interface GroupView {
  readonly id: string;
  readonly label: string;
  /** `12 claims`. */
  readonly claimCount: string;
  readonly features: readonly FeatureView[];
}

interface FeatureView {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  /** Nobody has claimed anything. */
  readonly silent: boolean;
  readonly improveHref: string;
  readonly evidence: readonly EvidenceView[];
  readonly claims: readonly ClaimView[];
}

/** What git says to the answer of an edition. */
interface EvidenceView {
  readonly verdict: string;
  readonly sentence: string;
  readonly edition: string;
  readonly asOf: string;
  readonly source: SourceView;
}

/** A dated claim in order of time. */
export interface TimelineRow {
  readonly date: string;
  readonly label: string;
  readonly id: string;
  readonly text: string;
  readonly said: string;
}

/** Every feature by group, with what was claimed of it. */
export function viewGroups(framework: Framework, report: Report): readonly GroupView[] {
  const { groups, features } = report.catalog;
  return groups.map(({ id, label }) => {
    const own = features.filter(({ group }) => group === id);
    const claims = own.flatMap((feature) => framework.claims.get(feature.id) ?? []).filter(({ on }) => on !== null);
    return {
      id: `group-${id}`,
      label,
      claimCount: formatCount(claims.length, 'claim'),
      features: own.map((feature) => viewFeature(feature, framework, report)),
    };
  });
}

function viewFeature(feature: Feature, framework: Framework, report: Report): FeatureView {
  const history = framework.claims.get(feature.id) ?? [];
  return {
    id: feature.id,
    label: feature.label,
    question: feature.question,
    silent: history.every(({ on, value, sources }) => on === null && value === 'unknown' && sources.length === 0),
    improveHref: improveHref(history, framework, report),
    evidence: viewEvidence(feature, framework, report),
    claims: [...filledClaims(feature, framework, report), ...newestFirst(history)].map((claim) =>
      viewClaim(claim, feature, framework, report),
    ),
  };
}

/** Git's own answer of today, if nobody knows another. */
function filledClaims(feature: Feature, framework: Framework, { latest }: Report): readonly Claim[] {
  const cells = cellsIn(latest, framework);
  return cells.flatMap((cell) => (cell.feature === feature && cell.filled && cell.claim !== null ? [cell.claim] : []));
}

/** The line to improve where nothing is claimed yet: that of an open question, or the file. */
function improveHref([open]: readonly Claim[], framework: Framework, { site }: Report): string {
  return editHref(framework.file, site, open === undefined ? null : open.place.line);
}

/** What git says to the answer that each edition shows; where two editions hear the same, it is said once. */
function viewEvidence(feature: Feature, framework: Framework, { editions, sources }: Report): readonly EvidenceView[] {
  const found = editions.toReversed().flatMap((edition) => {
    const cell = cellsIn(edition, framework).find((one) => one.feature === feature);
    return cell?.git == null ? [] : [{ git: cell.git, claim: cell.claim, edition: edition.definition.label }];
  });
  const once = new Map(
    found.toReversed().map((one) => [JSON.stringify([one.git.says, one.git.asOf, one.git.verdict]), one]),
  );
  return [...once.values()].toReversed().map(({ git, claim, edition }) => ({
    verdict: git.verdict,
    sentence: formatVerdict(git, claim, feature),
    edition,
    asOf: git.asOf,
    source: viewSource(git.source, sources),
  }));
}

function formatVerdict({ verdict, says }: Evidence, claim: Claim | null, feature: Feature): string {
  const claimed = claim === null ? '' : formatClaim(claim, feature);
  switch (verdict) {
    case 'confirmed':
      return `confirms ${claimed}: ${says}`;
    case 'contradicted':
      return `contradicts ${claimed}: ${says}`;
    case 'inconclusive':
      return `does not decide it: ${says}`;
    default:
      return verdict satisfies never;
  }
}

/** The dated claims, oldest first. */
export function viewTimeline(framework: Framework, features: readonly Feature[]): readonly TimelineRow[] {
  const all = features.flatMap((feature) =>
    (framework.claims.get(feature.id) ?? []).map((claim: Claim) => ({ claim, feature })),
  );
  return all
    .filter((one): one is { claim: DatedClaim; feature: Feature } => one.claim.on !== null)
    .sort((a, b) => compareDates(a.claim.on, b.claim.on))
    .map(({ claim, feature }) => ({
      date: formatDate(claim.on),
      label: feature.label,
      id: feature.id,
      text: formatClaim(claim, feature),
      said: claim.said ?? '',
    }));
}
