import { earliestDay } from '../../scripts/domain/dates.ts';
import type { Contradiction, MatrixCell, Report } from '../../scripts/domain/report.ts';
import { claimWords, counted, dateWords } from '../../scripts/render/format.ts';
import { viewProof } from '../../scripts/render/source.ts';
import { viewCell } from '../parts/claim/view.ts';
import { describeTrouble } from '../parts/repository/view.ts';

/** Every claim that its repository contradicts, and the repositories that could not be asked. */
export function viewContradictions(report: Report): object {
  const { contradictions, site, frameworks, repositories } = report;
  const read = frameworks.filter(({ id }) => repositories.get(id)?.seen != null).length;
  const verdicts = report.living.rows.flatMap(({ cells }) => cells.flatMap(({ git }) => git?.verdict ?? []));
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  return {
    summary: `${counted(contradictions.length, 'claim')} contradicted, in ${counted(new Set(contradictions.map(({ cell }) => cell.framework)).size, 'framework')}. ${read} of ${counted(frameworks.length, 'framework')} could be asked; of today's answers they confirm ${count('confirmed')}, contradict ${count('contradicted')} and leave ${count('silent')} open.`,
    rows: contradictions.map((one) => viewContradiction(one, report)),
    unread: frameworks.flatMap(({ id, name }) => {
      const facts = repositories.get(id);
      return facts?.trouble == null
        ? []
        : [{ name, href: `${site.base}frameworks/${id}/`, words: describeTrouble(facts.trouble, facts.seen) }];
    }),
    unknown: frameworks
      .filter(({ id }) => !repositories.has(id))
      .map(({ name }) => name)
      .join(', '),
  };
}

/** One contradiction: who said what when, and what the repository says, both with their proofs. */
export function viewContradiction({ cell, claim, witness, edition }: Contradiction, { site, sources }: Report): object {
  const { framework, feature } = cell;
  return {
    framework: framework.name,
    feature: feature.label,
    href: `${site.base}frameworks/${framework.id}/#${feature.id}`,
    claimed: claimWords(claim, feature),
    said: claim.said ?? '',
    date: dateWords(claim.on),
    edition: edition.definition.label,
    claimProofs: claim.proofs.map((proof) => viewProof(proof, sources)),
    says: witness.says,
    asOf: witness.asOf,
    proof: viewProof(witness.proof, sources),
  };
}

/** Today's answers that are older than their feature's review age, by framework, the oldest answers first. */
export function viewReview({ toReview, site, catalogue }: Report): object {
  const byFramework = [...Map.groupBy(toReview, ({ framework }) => framework)];
  const years = catalogue.features.flatMap(({ label, reviewYears }) =>
    reviewYears === null ? [] : [`${label} ${reviewYears}`],
  );
  return {
    summary: `${counted(toReview.length, 'answer')} of ${counted(byFramework.length, 'framework')} are older than the review age of their feature.`,
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
