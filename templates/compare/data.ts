import type { Framework } from '../../scripts/domain/framework.ts';
import type { BenchmarkReport, MatrixCell, RunReport, SweepReport } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { nameOf } from '../../scripts/figures/figure.ts';
import { comparedCharts } from '../../scripts/figures/plan-pages.ts';
import { conditionWarning, formatClaim, formatDate } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import { embeddingsIn, type Site } from '../layout/site.ts';
import { viewCell } from '../parts/cell/view.ts';
import type {
  Compared,
  ComparedAnswer,
  ComparedFramework,
  ComparedIndex,
  ComparedResult,
  ComparedSweep,
  QuestionGroup,
  RunSummary,
} from './client/model.ts';
import { comparableMeasures, compareReadings } from './ranking.ts';
import { keyOf } from './similar.ts';

/** What pages are made from at build time, and others in the browser. */
export function viewCompared(site: Site): Compared {
  return { frameworks: viewFrameworks(site), questions: viewQuestions(site), runs: viewRuns(site) };
}

/** The same as files: an index, and one for every framework. */
export function comparisonFiles({ frameworks, ...rest }: Compared): readonly Output[] {
  const index: ComparedIndex = { frameworks: frameworks.map(({ id, name }) => ({ id, name })), ...rest };
  return [
    { path: 'compare/index.json', content: `${JSON.stringify(index)}\n` },
    ...frameworks.map((one) => ({ path: `frameworks/${one.id}.json`, content: `${JSON.stringify(one)}\n` })),
  ];
}

/** Every framework as a column. */
function viewFrameworks({ report, urls, programs }: Site): readonly ComparedFramework[] {
  const cells = new Map(report.latest.rows.map((row) => [row.framework.id, row.cells]));
  const runs = report.benchmarks.flatMap((benchmark) => benchmark.runs.map((run) => readRun(benchmark, run)));
  return report.frameworks.map((framework) => ({
    id: framework.id,
    name: framework.name,
    summary: framework.summary ?? '',
    href: urls.framework(framework.id),
    language: framework.language,
    answers: Object.fromEntries(
      (cells.get(framework.id) ?? []).map((cell) => [cell.feature.id, viewAnswer(cell, urls)]),
    ),
    results: runs.flatMap((run) => run.of(framework)),
    programs: programs.filter(({ frameworks }) => frameworks.includes(framework.id)).map(({ compared }) => compared),
  }));
}

function viewAnswer(cell: MatrixCell, urls: Urls): ComparedAnswer {
  const { text, glyph, className, marks, title, href, git } = viewCell(cell, urls);
  const full = cell.claim === null ? text : formatClaim(cell.claim, cell.feature);
  return { text: full, glyph, className, marks, git, title, href, key: keyText(cell) };
}

/** What two answers are held against: the answer itself, in words or by its parts. */
function keyText(cell: MatrixCell): string {
  const value = cell.claim?.value ?? 'unknown';
  return keyOf(cell) ?? (value === 'unknown' ? '' : [value].flat().join('\n'));
}

/** A run's columns by framework; what stands against what is worked out once for the whole run. */
function readRun(
  benchmark: BenchmarkReport,
  run: RunReport,
): { readonly of: (framework: Framework) => readonly ComparedResult[] } {
  const comparedMeasures = comparableMeasures(benchmark, run);
  const viewSweep = (sweep: SweepReport): ComparedSweep => ({
    id: sweep.series,
    label: sweep.label,
    note: [sweep.sweep.version ?? sweep.sweep.runtime ?? '', sweep.sweep.note ?? '']
      .filter((one) => one !== '')
      .join('. '),
    readings: comparedMeasures.map(({ readings, measure }) => {
      const own = readings.find((reading) => reading.sweep === sweep);
      if (own === undefined) return null;
      const against = readings
        // A busy run is shown and never ranked, so nothing stands against anything.
        .filter((reading) => reading !== own && run.run.condition !== 'busy')
        .map((reading) => {
          const { relation, text } = compareReadings(own, reading, run, measure);
          return [reading.sweep.series, [relation, text] as const] as const;
        });
      return { text: own.text, against: Object.fromEntries(against) };
    }),
  });
  return {
    of: ({ id }) => {
      const sweeps = run.sweeps.filter(({ sweep }) => sweep.framework === id).map(viewSweep);
      return sweeps.length === 0 ? [] : [{ run: `${benchmark.benchmark.id}/${run.run.id}`, sweeps }];
    },
  };
}

/** The questions asked of every framework, by group. */
function viewQuestions({ report: { catalog }, urls }: Site): readonly QuestionGroup[] {
  return catalog.groups.map(({ id, label }) => ({
    label,
    features: catalog.features
      .filter(({ group }) => group === id)
      .map((feature) => ({ id: feature.id, label: feature.label, href: urls.feature(feature.id) })),
  }));
}

/** Every run with sweeps, the leading ones first. */
function viewRuns(site: Site): readonly RunSummary[] {
  const { report, urls } = site;
  return report.benchmarks.flatMap((benchmark) =>
    benchmark.runs
      .filter(({ sweeps }) => sweeps.length > 0)
      .map((run) => ({
        id: `${benchmark.benchmark.id}/${run.run.id}`,
        title: `${benchmark.benchmark.title}: ${run.run.title}`,
        date: formatDate(run.run.date),
        href: urls.run(benchmark.benchmark.id, run.run.id),
        warning: conditionWarning(run.run.condition),
        comparedMeasures: comparableMeasures(benchmark, run).map(({ label, measure }) => ({
          label,
          better: measure.better === null ? '' : `${measure.better} is better`,
        })),
        figures: viewFrames(benchmark.benchmark.id, run.run.id, site),
        caution: cautionOf(run),
      })),
  );
}

/** The first figures of a run as the frames that show them elsewhere. */
function viewFrames(benchmark: string, run: string, { figures, figureGroups, urls }: Site): RunSummary['figures'] {
  const pinned = figures.ofRun(benchmark, run).slice(0, comparedCharts);
  return embeddingsIn(figureGroups)
    .filter(({ figure }) => pinned.includes(figure))
    .map(({ figure, frame }) => ({
      href: urls.frame(nameOf(figure)),
      title: figure.title,
      height: String(frame.height),
      series: figure.series.map(({ id }) => id),
    }));
}

/**
 * With n repeats each, two equal servers have ranges that do not overlap in 2 of C(2n, n) cases: as often as all of one side happen to
 * come first or last.
 */
function cautionOf({ sweeps, run }: RunReport): string {
  const repeats = new Set(sweeps.flatMap(({ sweep }) => sweep.steps.map((step) => step.repeat))).size;
  if (run.condition === 'busy' || repeats < 2) return '';
  const ways = Array.from({ length: repeats }, (_, at) => (repeats + at + 1) / (at + 1)).reduce((a, b) => a * b, 1);
  return `An interval spans ${repeats} repeats. Two equal programs would differ like this by chance in one of ${Math.round(ways / 2)} cases.`;
}
