import type { Site } from '../layout/site.ts';

/** The list of benchmarks. */
export interface BenchmarksView {
  readonly benchmarks: readonly { readonly title: string; readonly summary: string; readonly href: string }[];
}

/** Every benchmark, in the order of the site. */
export function viewBenchmarks({ report, urls }: Site): BenchmarksView {
  return {
    benchmarks: report.benchmarks.map(({ benchmark: { id, title, summary } }) => ({
      title,
      summary,
      href: urls.benchmark(id),
    })),
  };
}
