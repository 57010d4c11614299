import type { Benchmark, Measure } from '../../scripts/domain/benchmark.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { Report, SweepReport } from '../../scripts/domain/report.ts';
import type { Run, Statement } from '../../scripts/domain/run.ts';
import {
  formatAxis,
  formatDate,
  formatInterval,
  formatSaturation,
  formatSpread,
  formatStated,
  qualified,
} from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { comparisonWarning } from '../parts/dataset/testbed.ts';

/** What a run measured of a framework, or a source states of it. */
export interface ResultView {
  readonly benchmark: string;
  readonly title: string;
  readonly date: string;
  readonly busy: boolean;
  readonly href: string;
  readonly rows: readonly RowView[];
}

interface RowView {
  readonly label: string;
  readonly text: string;
  readonly note: string;
}

/** What every run measured of a framework, and what sources state of it in words. */
export function viewResults(framework: Framework, { report, urls }: Site): readonly ResultView[] {
  return report.benchmarks.flatMap(({ benchmark, runs }) =>
    runs.flatMap(({ run, sweeps }) => {
      const own = sweeps.filter(({ sweep }) => sweep.framework === framework.id);
      const statements = run.statements.filter((one) => one.framework === framework.id);
      const rows = [...own.map((sweep) => viewSweep(sweep, benchmark)), ...viewStated(statements, benchmark)];
      if (rows.length === 0) return [];
      return [
        {
          benchmark: benchmark.title,
          title: run.title,
          date: formatDate(run.date),
          busy: run.condition === 'busy',
          href: urls.run(benchmark.id, run.id),
          rows,
        },
      ];
    }),
  );
}

function viewSweep({ label, sweep, saturation, levels }: SweepReport, benchmark: Benchmark): RowView {
  const axis = benchmark.measures.find(({ id }) => id === benchmark.axis);
  const chart = benchmark.charts[0];
  const measure = benchmark.measures.find(({ id }) => id === chart?.measure);
  const last = levels.at(-1);
  const spread = last?.spreads.get(chart?.measure ?? '');
  const text =
    saturation !== null && axis !== undefined
      ? `${benchmark.saturation?.label ?? ''} ${formatSaturation(saturation, axis)} (${formatInterval(saturation, axis)})`
      : measure === undefined || last === undefined || spread === undefined || axis === undefined
        ? 'not measured'
        : `${measure.label} ${formatSpread(spread, measure)}${levels.length > 1 ? ` at ${formatAxis(last.axis, axis)}` : ''}`;
  return { label, text, note: sweep.version ?? sweep.runtime ?? '' };
}

/** That the runs of one benchmark which speak of a framework must not be mixed; empty where they may be. */
export function warnOfResults(framework: Framework, { benchmarks }: Report): string {
  const warnings = benchmarks.map(({ runs }) =>
    comparisonWarning(runs.map(({ run }) => run).filter((run) => speaksOf(run, framework))),
  );
  return warnings.find((warning) => warning !== '') ?? '';
}

function speaksOf({ sweeps, statements }: Run, { id }: Framework): boolean {
  return [...sweeps, ...statements].some(({ framework }) => framework === id);
}

/** Statements of one setting and attempted rate on one line. */
function viewStated(statements: readonly Statement[], benchmark: Benchmark): readonly RowView[] {
  const measure = (id: string): Measure | undefined => benchmark.measures.find((one) => one.id === id);
  const axis = measure(benchmark.axis);
  const places = Map.groupBy(statements, (one) => {
    const at = one.axis === null || axis === undefined ? '' : `at ${formatStated(one.axis, axis)}`;
    return [at, one.setting ?? ''].filter((part) => part !== '').join(', ');
  });
  return [...places].map(([place, together]) => {
    const values = together.flatMap((one) => {
      const of = measure(one.measure);
      return of === undefined ? [] : [`${of.label} ${qualified(one.qualifier)}${formatStated(one.value, of)}`];
    });
    return { label: 'Stated', text: values.join('; '), note: place };
  });
}
