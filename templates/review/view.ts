import { earliestDay } from '../../scripts/domain/dates.ts';
import type { Contradiction, MatrixCell, Report } from '../../scripts/domain/report.ts';
import { formatClaim, formatCount, formatDate } from '../../scripts/render/format.ts';
import { viewSource } from '../../scripts/render/source.ts';
import { viewCell } from '../parts/claim/view.ts';
import { describeFailure } from '../parts/repository/view.ts';

/** Every claim that its repository contradicts, and the repositories that could not be asked. */
export function viewContradictions(report: Report): object {
  const { contradictions, site, frameworks, repositories } = report;
  const read = frameworks.filter(({ id }) => repositories.get(id)?.seen != null).length;
  const verdicts = report.latest.rows.flatMap(({ cells }) => cells.flatMap(({ git }) => git?.verdict ?? []));
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  return {
    summary: `${formatCount(contradictions.length, 'claim')} contradicted, in ${formatCount(new Set(contradictions.map(({ cell }) => cell.framework)).size, 'framework')}. ${read} of ${formatCount(frameworks.length, 'framework')} could be asked; of today's answers they confirm ${count('confirmed')}, contradict ${count('contradicted')} and leave ${count('inconclusive')} open.`,
    rows: contradictions.map((one) => viewContradiction(one, report)),
    unread: frameworks.flatMap(({ id, name }) => {
      const facts = repositories.get(id);
      return facts?.failure == null
        ? []
        : [{ name, href: `${site.base}frameworks/${id}/`, text: describeFailure(facts.failure, facts.seen) }];
    }),
    unknown: frameworks
      .filter(({ id }) => !repositories.has(id))
      .map(({ name }) => name)
      .join(', '),
  };
}

/** One contradiction: who said what when, and what the repository says, both with their proofs. */
export function viewContradiction(
  { cell, claim, evidence, edition }: Contradiction,
  { site, sources }: Report,
): object {
  const { framework, feature } = cell;
  return {
    framework: framework.name,
    feature: feature.label,
    href: `${site.base}frameworks/${framework.id}/#${feature.id}`,
    claimed: formatClaim(claim, feature),
    said: claim.said ?? '',
    date: formatDate(claim.on),
    edition: edition.definition.label,
    claimSources: claim.sources.map((source) => viewSource(source, sources)),
    says: evidence.says,
    asOf: evidence.asOf,
    source: viewSource(evidence.source, sources),
  };
}

/** Today's answers that are older than their feature's review age, by framework, the oldest answers first. */
export function viewReview({ toReview, site, catalog }: Report): object {
  const byFramework = [...Map.groupBy(toReview, ({ framework }) => framework)];
  const years = catalog.features.flatMap(({ label, reviewYears }) =>
    reviewYears === null ? [] : [`${label} ${reviewYears}`],
  );
  return {
    summary: `${formatCount(toReview.length, 'answer')} of ${formatCount(byFramework.length, 'framework')} are older than the review age of their feature.`,
    ages: years.join(', '),
    frameworks: byFramework.map(([framework, cells]) => ({
      name: framework.name,
      href: `${site.base}frameworks/${framework.id}/`,
      editHref: `${site.repository}/edit/${site.branch}/${framework.file}`,
      cells: [...cells].sort(byAge).map((cell) => ({ label: cell.feature.label, ...viewCell(cell, site.base) })),
    })),
  };
}

function byAge(a: MatrixCell, b: MatrixCell): number {
  const [left, right] = [a, b].map(({ claim }) => (claim?.on == null ? '' : earliestDay(claim.on)));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
