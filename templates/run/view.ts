import type { BenchmarkReport, RunReport } from '../../scripts/domain/report.ts';
import type { Site } from '../layout/site.ts';
import { runDataset } from '../parts/dataset/view.ts';
import { type RunBodyView, viewRunBody } from '../parts/run-body/view.ts';
import { type RunFilesView, viewRunFiles } from '../parts/run-files/view.ts';
import { type RunOthersView, viewRunOthers } from '../parts/run-others/view.ts';

/** A run of a benchmark, its files, and the other runs. */
export interface RunView extends RunBodyView, RunFilesView, RunOthersView {
  readonly title: string;
  readonly benchmarkHref: string;
  readonly benchmarkTitle: string;
  readonly datasetHtml: string;
}

/** Everything a run's page shows. */
export function viewRun(benchmark: BenchmarkReport, report: RunReport, site: Site): RunView {
  const { id, title } = benchmark.benchmark;
  const { run } = report;
  return {
    title: run.title,
    benchmarkHref: site.urls.benchmark(id),
    benchmarkTitle: title,
    datasetHtml: runDataset(benchmark, report, site),
    ...viewRunBody(benchmark, report, site),
    ...viewRunFiles(benchmark, run, site),
    ...viewRunOthers(benchmark, run, site.urls),
  };
}
