import { check } from '../../scripts/build.ts';
import type { BenchmarkReport } from '../../scripts/domain/report.ts';
import type { Issue } from '../../scripts/domain/source.ts';
import { inMemory, readFixture } from './project.ts';

/** The lines of a benchmark file and the CSV of two programs, in place of those of the fixture `json-parsers`. */
export interface MeasuredFiles {
  readonly benchmark: readonly string[];
  readonly twig: string;
  readonly brook?: string;
  /** More files by their paths. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The path of the run whose files these are. */
export const measuredRun = 'data/parse/runs/2026-01-10-laptop';

/** A small project with the templates of this one. */
export function measuredProject({ benchmark, twig, brook = twig, more = {} }: MeasuredFiles): Record<string, string> {
  return {
    ...readFixture('json-parsers'),
    'data/parse/benchmark.yaml': [...head, ...benchmark, ''].join('\n'),
    [`${measuredRun}/twig.csv`]: twig,
    [`${measuredRun}/brook.csv`]: brook,
    ...more,
  };
}

const head = ['title: Parsing', 'summary: How fast.', 'workload: Parse.'];

/** The issues of the data of such a project but those of looks, as `rule@line`, and its benchmark where there is no error. */
export function checkMeasured(files: MeasuredFiles): {
  readonly found: readonly string[];
  readonly issues: readonly Issue[];
  readonly report: BenchmarkReport | undefined;
} {
  const { issues, report } = check(inMemory(measuredProject(files)));
  const own = issues.filter(({ rule, place }) => place.file.startsWith('data/') && !rule.startsWith('look-'));
  const found = own.map(({ rule, place }) => `${rule}@${place.file.replace(/^.*\//, '')}:${place.line}`);
  return { found, issues: own, report: report?.benchmarks[0] };
}
