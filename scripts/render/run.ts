import type { Run, Statement } from '../model.ts';
import type { BenchmarkReport, Report, RunReport } from '../report.ts';
import { viewSaturation } from './benchmark.ts';
import { measureOf } from './chart.ts';
import { viewProof } from './proof.ts';
import { dateWords, qualified, quantity, statedWords } from './words.ts';

/** Everything a run's page says beside its figures. */
export function viewRun(benchmark: BenchmarkReport, { run, sweeps }: RunReport, report: Report): object {
  const { base } = report.site;
  const steps = sweeps.flatMap(({ sweep }) => sweep.steps);
  const count = (state: string): number => steps.filter((step) => step.state === state).length;
  return {
    title: run.title,
    date: dateWords(run.date),
    by: run.by,
    href: `${base}benchmarks/${benchmark.benchmark.id}/${run.id}/`,
    benchmarkHref: `${base}benchmarks/${benchmark.benchmark.id}/`,
    benchmarkTitle: benchmark.benchmark.title,
    busy: run.condition === 'busy',
    quality: qualityWords(steps.length, count('contaminated'), count('quarantined')),
    caveats: run.caveats,
    facts: [
      { label: 'Testbed', facts: run.testbed },
      { label: 'Load generator', facts: run.generator },
      { label: 'Parameters', facts: run.parameters },
    ].filter(({ facts }) => facts.length > 0),
    saturationText: benchmark.benchmark.saturation?.text ?? '',
    saturationLabel: benchmark.benchmark.saturation?.label ?? '',
    saturation: viewSaturation(benchmark, { run, sweeps }, base),
    statements: run.statements.map((statement) => viewStatement(statement, benchmark, report)),
    csvHref: `${base}api/v1/benchmarks/${benchmark.benchmark.id}/${run.id}.csv`,
    jsonHref: `${base}api/v1/benchmarks/${benchmark.benchmark.id}/${run.id}.json`,
    sourceHref: `${report.site.repository}/tree/${report.site.branch}/${folderOf(run)}`,
    hasSweeps: sweeps.length > 0,
  };
}

function folderOf({ file }: Run): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function qualityWords(steps: number, contaminated: number, quarantined: number): string {
  if (steps === 0) return '';
  return `${steps} steps, ${contaminated} of them contaminated (marked * and drawn hollow), ${quarantined} quarantined (kept in the data, left out of figures and medians).`;
}

function viewStatement(statement: Statement, benchmark: BenchmarkReport, report: Report): object {
  const measure = measureOf(benchmark, statement.measure);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  return {
    framework: report.frameworks.find(({ id }) => id === statement.framework)?.name ?? statement.framework,
    href: `${report.site.base}frameworks/${statement.framework}/`,
    setting: statement.setting ?? '',
    axis: statement.axis === null ? 'not stated' : quantity(statement.axis, axis),
    measure: measure.label,
    value: `${qualified(statement.qualifier)}${statedWords(statement.value, measure)}`,
    note: statement.note ?? '',
    proofs: statement.proofs.map((proof) => viewProof(proof, report.sources)),
  };
}
