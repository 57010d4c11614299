import type { Output } from '../model.ts';
import type { Report } from '../report.ts';
import { viewSaturation } from './benchmark.ts';
import { viewCell } from './claim.ts';
import { editionHref } from './matrix.ts';
import { counted, dateWords } from './words.ts';

/** The first page: what there is, what is disputed, what was measured last. */
export function viewOverview(report: Report, measured: readonly Output[]): object {
  const { base } = report.site;
  const disputed = report.living.rows
    .flatMap(({ cells }) => cells)
    .concat(
      report.editions
        .filter((edition) => edition !== report.living)
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
    );
  const seen = new Set<string>();
  const disputes = disputed.filter(({ disputes: against, framework, feature }) => {
    const key = `${framework.id} ${feature.id}`;
    return against.length > 0 && !seen.has(key) && seen.add(key) !== undefined;
  });
  const lead = report.benchmarks[0];
  const leads = report.benchmarks.flatMap((benchmark) => {
    const run = benchmark.runs[0];
    if (run === undefined) return [];
    return [
      {
        title: benchmark.benchmark.title,
        summary: benchmark.benchmark.summary,
        run: run.run.title,
        date: dateWords(run.run.date),
        href: `${base}benchmarks/${benchmark.benchmark.id}/`,
        saturation: viewSaturation(benchmark, run, base),
        saturationLabel: benchmark.benchmark.saturation?.label ?? '',
      },
    ];
  });
  return {
    title: report.site.title,
    tagline: report.site.tagline,
    counts: `${counted(report.frameworks.length, 'framework')}, ${counted(report.catalogue.features.length, 'feature')}, ${counted(report.claimCount, 'dated claim')}, ${report.provenCount} with a proof.`,
    editions: report.editions.map((edition) => ({
      label: edition.definition.label,
      note: edition.definition.note ?? '',
      href: editionHref(report, edition),
      size: `${edition.rows.length} × ${edition.features.length}`,
    })),
    disputes: disputes.map((cell) => ({
      framework: cell.framework.name,
      feature: cell.feature.label,
      ...viewCell(cell, base),
    })),
    benchmarks: leads,
    hasBenchmarks: lead !== undefined && measured.length > 0,
    shortlists: [...new Map(report.shortlists.map(({ shortlist }) => [shortlist.id, shortlist])).values()].map(
      ({ id, label }) => ({ label, href: `${base}shortlists/#${id}` }),
    ),
  };
}

/** The frameworks by category. */
export function viewFrameworkList(report: Report): object {
  const { base, categories } = report.site;
  return {
    categories: categories
      .map(({ id, label }) => ({
        label,
        frameworks: report.frameworks
          .filter(({ category }) => category === id)
          .map((framework) => ({
            name: framework.name,
            language: framework.language,
            summary: framework.summary ?? '',
            href: `${base}frameworks/${framework.id}/`,
          })),
      }))
      .filter(({ frameworks }) => frameworks.length > 0),
  };
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
