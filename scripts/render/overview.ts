import type { BenchmarkReport, MatrixCell, Report } from '../report.ts';
import { viewSaturation } from './benchmark.ts';
import { viewCell } from './claim.ts';
import { type Figures, runKey } from './figure.ts';
import { editionHref } from './matrix.ts';
import { viewContradiction } from './review.ts';
import { counted, dateWords } from './words.ts';

const shownContradictions = 5;

/** The first page: what there is, what is disputed, what was measured last. */
export function viewOverview(report: Report, figures: Figures): object {
  const { base } = report.site;
  const shortlists = new Map(report.shortlists.map(({ shortlist }) => [shortlist.id, shortlist]));
  return {
    title: report.site.title,
    tagline: report.site.tagline,
    counts: countsOf(report),
    editions: report.editions.map((edition) => ({
      label: edition.definition.label,
      note: edition.definition.note ?? '',
      href: editionHref(report, edition),
      size: `${edition.rows.length} × ${edition.features.length}`,
    })),
    disputes: disputedCells(report).map((cell) => ({
      framework: cell.framework.name,
      feature: cell.feature.label,
      ...viewCell(cell, base),
    })),
    contradictions: report.contradictions.slice(0, shownContradictions).map((one) => viewContradiction(one, report)),
    contradictionWords: `${counted(report.contradictions.length, 'claim')} contradicted by the framework's own repository.`,
    benchmarks: report.benchmarks.flatMap((benchmark) => viewLead(benchmark, report, figures)),
    shortlists: [...shortlists.values()].map(({ id, label }) => ({ label, href: `${base}shortlists/#${id}` })),
  };
}

function countsOf({ frameworks, catalogue, claimCount, provenCount }: Report): string {
  const parts = [
    counted(frameworks.length, 'framework'),
    counted(catalogue.features.length, 'feature'),
    counted(claimCount, 'dated claim'),
  ];
  return `${parts.join(', ')}, ${counted(provenCount, 'proof')}.`;
}

/** Every cell that is disputed in some edition, once, as the newest edition that disputes it shows it. */
function disputedCells({ living, editions }: Report): readonly MatrixCell[] {
  const newestFirst = [living, ...editions.filter((edition) => edition !== living).toReversed()];
  const cells = newestFirst
    .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    .filter(({ disputes }) => disputes.length > 0);
  return [
    ...new Map(cells.toReversed().map((cell) => [`${cell.framework.id} ${cell.feature.id}`, cell])).values(),
  ].toReversed();
}

function viewLead(benchmark: BenchmarkReport, { site }: Report, figures: Figures): readonly object[] {
  const run = benchmark.runs[0];
  if (run === undefined) return [];
  const { id, title, summary, saturation } = benchmark.benchmark;
  return [
    {
      title,
      summary,
      run: run.run.title,
      date: dateWords(run.run.date),
      href: `${site.base}benchmarks/${id}/`,
      figures: (figures.byRun.get(runKey(benchmark, run)) ?? []).slice(0, 1),
      saturation: viewSaturation(benchmark, run, site.base),
      saturationLabel: saturation?.label ?? '',
    },
  ];
}

/** The feature catalogue in words. */
export function viewFeatures({ catalogue, living }: Report): object {
  return {
    groups: catalogue.groups.map(({ id, label }) => ({
      label,
      features: catalogue.features
        .filter(({ group }) => group === id)
        .map((feature) => ({
          id: feature.id,
          label: feature.label,
          question: feature.question,
          help: feature.help ?? '',
          review:
            feature.reviewYears === null
              ? ''
              : `A claim older than ${counted(feature.reviewYears, 'year')} is marked as aged.`,
          answered: answeredWords(living.rows.flatMap(({ cells }) => cells.filter((cell) => cell.feature === feature))),
        })),
    })),
  };
}

function answeredWords(cells: Report['living']['rows'][number]['cells']): string {
  const known = cells.filter(({ claim }) => claim !== null && claim.value !== 'unknown').length;
  return `Known for ${known} of ${cells.length}.`;
}
