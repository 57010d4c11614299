import type { BenchmarkReport } from '../../scripts/domain/report.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { runScripts } from '../parts/run-body/view.ts';
import { viewBenchmark } from './view.ts';

/** A page for every benchmark. */
export function benchmarks(site: Site): readonly Page<'benchmark'>[] {
  return site.report.benchmarks.map((benchmark) => toPage(benchmark, site));
}

function toPage(benchmark: BenchmarkReport, site: Site): Page<'benchmark'> {
  const { id, title, summary } = benchmark.benchmark;
  const view = viewBenchmark(benchmark, site);
  return {
    url: site.paths.benchmark(id),
    template: 'benchmark',
    view,
    title,
    description: summary,
    scripts: runScripts(view.lead),
  };
}
