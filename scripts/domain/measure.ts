import type { Measure } from './benchmark.ts';
import type { BenchmarkReport } from './report.ts';

/** A measure that the benchmark's own file names; that it is there was checked. */
export function measureOf({ benchmark, measures }: BenchmarkReport, id: string): Measure {
  const measure = measures.get(id);
  if (measure === undefined) throw new Error(`no measure ${id} in ${benchmark.file}`);
  return measure;
}
