import type { BenchmarkReport, RunReport } from '../../scripts/domain/report.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { runScripts } from '../parts/run-body/view.ts';
import { viewRun } from './view.ts';

/** A page for every run of every benchmark. */
export function runs(site: Site): readonly Page<'run'>[] {
  return site.report.benchmarks.flatMap((benchmark) => benchmark.runs.map((run) => toPage(benchmark, run, site)));
}

function toPage(benchmark: BenchmarkReport, run: RunReport, site: Site): Page<'run'> {
  const { id, title, summary } = benchmark.benchmark;
  const view = viewRun(benchmark, run, site);
  return {
    url: site.paths.run(id, run.run.id),
    template: 'run',
    view,
    title: `${title}: ${run.run.title}`,
    description: summary,
    scripts: runScripts(view),
  };
}
