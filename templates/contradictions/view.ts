import type { Contradiction } from '../../scripts/domain/report.ts';
import { formatClaim, formatCount, formatDate } from '../../scripts/render/format.ts';
import { type SourceView, viewSource } from '../../scripts/render/source.ts';
import type { Site } from '../layout/site.ts';
import { describeFailure } from '../parts/repository/view.ts';

/** Every claim that its repository contradicts, and the repositories that could not be asked. */
export interface ContradictionsView {
  readonly summary: string;
  readonly rows: readonly ContradictionView[];
  readonly unread: readonly { readonly name: string; readonly href: string; readonly text: string }[];
  /** The names of frameworks without facts. */
  readonly unknown: string;
}

/** One contradiction: who said what when, and what the repository says, both with their proofs. */
interface ContradictionView {
  readonly framework: string;
  readonly feature: string;
  readonly href: string;
  readonly claimed: string;
  readonly said: string;
  readonly date: string;
  readonly edition: string;
  readonly claimSources: readonly SourceView[];
  readonly says: string;
  readonly asOf: string;
  readonly source: SourceView;
}

/** What the repositories say against claims. */
export function viewContradictions(site: Site): ContradictionsView {
  const { contradictions, frameworks, repositories, latest } = site.report;
  const read = frameworks.filter(({ id }) => repositories.get(id)?.seen != null).length;
  const verdicts = latest.rows.flatMap(({ cells }) => cells.flatMap(({ git }) => git?.verdict ?? []));
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  return {
    summary: `${formatCount(contradictions.length, 'claim')} contradicted, in ${formatCount(new Set(contradictions.map(({ cell }) => cell.framework)).size, 'framework')}. ${read} of ${formatCount(frameworks.length, 'repository', 'repositories')} could be read; they confirm ${count('confirmed')} of today’s answers, contradict ${count('contradicted')} and are inconclusive on ${count('inconclusive')}.`,
    rows: contradictions.map((one) => viewContradiction(one, site)),
    unread: frameworks.flatMap(({ id, name }) => {
      const facts = repositories.get(id);
      return facts?.failure == null
        ? []
        : [{ name, href: site.urls.framework(id), text: describeFailure(facts.failure, facts.seen) }];
    }),
    unknown: frameworks
      .filter(({ id }) => !repositories.has(id))
      .map(({ name }) => name)
      .join(', '),
  };
}

function viewContradiction({ cell, claim, evidence, edition }: Contradiction, site: Site): ContradictionView {
  const { framework, feature } = cell;
  const { sources } = site.report;
  return {
    framework: framework.name,
    feature: feature.label,
    href: site.urls.claims(framework.id, feature.id),
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
