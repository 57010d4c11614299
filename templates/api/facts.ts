import { writeDate } from '../../scripts/domain/dates.ts';
import type { RepositoryFacts } from '../../scripts/domain/facts.ts';
import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { activityOf, latestReleases, windowOf } from '../../scripts/merge/activity.ts';
import { fileHref } from '../../scripts/render/forge.ts';
import { viewSource } from '../../scripts/render/source.ts';
import type { Answer } from './answer.ts';
import type { frameworkShape } from './facts-shape.ts';
import type { contradictionsShape } from './shape.ts';

/** `api/v1/contradictions.json`: every contradiction in one file. */
export function renderContradictionsApi(report: Report): Output {
  return {
    path: 'api/v1/contradictions.json',
    content: `${JSON.stringify(contradictionsOf(report), null, 1)}\n`,
  };
}

/**
 * Repository facts with what is computed from them: the twelve months before, and the state by its rule. Every month and every
 * release is in the registry's own file, to which `file` leads.
 */
export function repositoryFactsOf(
  { file, failure, seen }: RepositoryFacts,
  { site }: Report,
): Answer<typeof frameworkShape>['repositoryFacts'] {
  const kept = { file: fileHref(file, site), failure };
  if (seen === null) return { ...kept, seen, computed: null };
  const { key: _, history, releases, ...shown } = seen;
  const { months: __, ...sums } = history;
  const { tags, templates } = releases;
  return {
    ...kept,
    seen: { ...shown, history: sums, releases: { tags, templates } },
    computed: { window: windowOf(seen, seen.observed), activity: activityOf(seen), latest: latestReleases(seen) },
  };
}

function contradictionsOf({ contradictions, sources }: Report): Answer<typeof contradictionsShape> {
  return contradictions.map(({ cell, claim, evidence, edition }) => ({
    framework: cell.framework.id,
    feature: cell.feature.id,
    edition: edition.definition.id,
    claim: {
      value: claim.value,
      said: claim.said,
      on: claim.on === null ? null : writeDate(claim.on),
      sources: claim.sources.map((source) => viewSource(source, sources).href),
    },
    git: { says: evidence.says, asOf: evidence.asOf, source: viewSource(evidence.source, sources).href },
  }));
}
