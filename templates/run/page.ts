import type { BenchmarkReport, Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import type { PageMaker } from '../layout/page.ts';
import { benchmarkDataset, runDataset } from '../parts/dataset/view.ts';
import { viewFigure } from '../parts/figure/view.ts';
import { viewRun, viewTestbeds } from './view.ts';

/** The list of benchmarks, a page for each and one for each of its runs. */
export function renderBenchmarks(report: Report, figures: Figures, page: PageMaker): readonly Output[] {
  const benchmarks = report.benchmarks.map(({ benchmark: { id, title, summary } }) => ({
    title,
    summary,
    href: `${report.site.base}benchmarks/${id}/`,
  }));
  return [
    page('benchmarks/', 'benchmarks', { benchmarks }, 'Benchmarks', 'What was measured, on which machine, and how.'),
    ...report.benchmarks.flatMap((benchmark) => renderBenchmark(benchmark, report, figures, page)),
  ];
}

function renderBenchmark(
  benchmark: BenchmarkReport,
  report: Report,
  figures: Figures,
  page: PageMaker,
): readonly Output[] {
  const { id, title, summary, workload } = benchmark.benchmark;
  const views = benchmark.runs.map((run) => ({
    run,
    view: {
      ...viewRun(benchmark, run, report),
      figures: figures.ofRun(id, run.run.id).map((figure) => viewFigure(figure, report.site.base)),
    },
  }));
  const testbeds = viewTestbeds(benchmark, report);
  const datasetHtml = benchmarkDataset(benchmark, report);
  const lead = views[0]?.view ?? null;
  return [
    page(
      `benchmarks/${id}/`,
      'benchmark',
      { title, summary, workload, lead, ...testbeds, datasetHtml },
      title,
      summary,
    ),
    ...views.map(({ run, view }) =>
      page(
        `benchmarks/${id}/${run.run.id}/`,
        'run',
        { ...view, datasetHtml: runDataset(benchmark, run, report) },
        `${title}: ${run.run.title}`,
        summary,
      ),
    ),
  ];
}
