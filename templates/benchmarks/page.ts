import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewBenchmarks } from './view.ts';

/** The list of benchmarks. */
export function benchmarkList(site: Site): readonly Page<'benchmarks'>[] {
  return [
    {
      url: site.paths.benchmarks,
      template: 'benchmarks',
      view: viewBenchmarks(site),
      title: 'Benchmarks',
      description: 'What was measured, on which machine, and how.',
    },
  ];
}
