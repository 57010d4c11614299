import type { BenchmarkReport } from '../../scripts/domain/report.ts';
import { formatCount } from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { differingFacts, formatTestbed, groupByTestbed, listFacts } from '../parts/dataset/testbed.ts';
import { benchmarkDataset } from '../parts/dataset/view.ts';
import { type RunBodyView, viewRunBody } from '../parts/run-body/view.ts';
import { type RunLink, viewRunLink } from '../parts/run-others/view.ts';
import { compareRuns, type RunComparison } from './run-comparison.ts';

/** A benchmark: its runs by testbed, and its lead run. */
export interface BenchmarkView {
  readonly title: string;
  readonly summary: string;
  readonly workload: string;
  /** Null where it has no run. */
  readonly lead: LeadView | null;
  /** There is more than one testbed. */
  readonly several: boolean;
  /** `7 runs on 6 testbeds`. */
  readonly runCount: string;
  readonly testbeds: readonly TestbedView[];
  readonly datasetHtml: string;
}

interface LeadView extends RunBodyView {
  readonly title: string;
  readonly href: string;
}

interface TestbedView {
  readonly testbed: string;
  /** What sets it apart from the first; empty for the first. */
  readonly differences: string;
  readonly runs: readonly RunLink[];
  readonly runComparison: RunComparison | null;
}

/** Everything a benchmark's page shows. */
export function viewBenchmark(benchmark: BenchmarkReport, site: Site): BenchmarkView {
  const { title, summary, workload } = benchmark.benchmark;
  const groups = groupByTestbed(benchmark.runs);
  const first = groups[0]?.testbed ?? [];
  return {
    title,
    summary,
    workload,
    lead: viewLead(benchmark, site),
    several: groups.length > 1,
    runCount: `${formatCount(benchmark.runs.length, 'run')} on ${formatCount(groups.length, 'testbed')}`,
    testbeds: groups.map(({ testbed, runs }, index) => ({
      testbed: formatTestbed(testbed),
      differences: index === 0 ? '' : listFacts(differingFacts(first, testbed)),
      runs: runs.map(({ run }) => viewRunLink(benchmark.benchmark.id, run, site.urls)),
      runComparison: compareRuns(benchmark, runs, site),
    })),
    datasetHtml: benchmarkDataset(benchmark, site),
  };
}

function viewLead(benchmark: BenchmarkReport, site: Site): LeadView | null {
  const [lead] = benchmark.runs;
  if (lead === undefined) return null;
  const href = site.urls.run(benchmark.benchmark.id, lead.run.id);
  return { title: lead.run.title, href, ...viewRunBody(benchmark, lead, site) };
}
