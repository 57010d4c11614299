import type { Benchmark, Measure } from '../../scripts/domain/benchmark.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { Report } from '../../scripts/domain/report.ts';
import type { Run, Statement } from '../../scripts/domain/run.ts';
import {
  formatDate,
  formatInterval,
  formatQuantity,
  formatSaturation,
  formatStated,
  qualified,
} from '../../scripts/render/format.ts';
import { comparisonWarning } from '../parts/dataset/testbed.ts';

/** What every run measured of a framework, and what sources state of it in words. */
export function viewResults(framework: Framework, report: Report): readonly object[] {
  return report.benchmarks.flatMap(({ benchmark, runs }) => {
    const axis = benchmark.measures.find(({ id }) => id === benchmark.axis);
    return runs.flatMap(({ run, sweeps }) => {
      const href = `${report.site.base}benchmarks/${benchmark.id}/${run.id}/`;
      const measured = sweeps
        .filter(({ sweep }) => sweep.framework === framework.id)
        .map(({ sweep, saturation, levels }) => {
          const chart = benchmark.charts[0];
          const measure = benchmark.measures.find(({ id }) => id === chart?.measure);
          const last = levels.at(-1)?.spreads.get(chart?.measure ?? '');
          const text =
            saturation !== null && axis !== undefined
              ? `${benchmark.saturation?.label ?? ''} ${formatSaturation(saturation, axis)} (${formatInterval(saturation, axis)})`
              : measure === undefined || last === undefined
                ? 'not measured'
                : `${measure.label} ${formatQuantity(last.median, measure)}`;
          return { label: sweep.label, text, note: sweep.version ?? sweep.runtime ?? '' };
        });
      const stated = viewStated(
        run.statements.filter((one) => one.framework === framework.id),
        benchmark,
      );
      const rows = [...measured, ...stated];
      return rows.length === 0
        ? []
        : [
            {
              benchmark: benchmark.title,
              title: run.title,
              date: formatDate(run.date),
              busy: run.condition === 'busy',
              href,
              rows,
            },
          ];
    });
  });
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
function viewStated(statements: readonly Statement[], benchmark: Benchmark): readonly object[] {
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
