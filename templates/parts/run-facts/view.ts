import type { BenchmarkReport, RunReport } from '../../../scripts/domain/report.ts';
import type { Fact } from '../../../scripts/domain/run.ts';
import { commandsOf, describeMethod, isCommand } from './method.ts';

/** How a run was made: in sentences, commands and facts. */
export interface RunFactsView {
  readonly workload: string;
  readonly method: readonly string[];
  readonly commands: readonly Fact[];
  readonly facts: readonly { readonly label: string; readonly facts: readonly Fact[] }[];
}

/** How a run was made. */
export function viewRunFacts(benchmark: BenchmarkReport, report: RunReport): RunFactsView {
  const { run } = report;
  return {
    workload: benchmark.benchmark.workload,
    method: describeMethod(benchmark, report),
    commands: commandsOf(run),
    facts: [
      { label: 'Testbed', facts: run.testbed },
      { label: 'Load generator', facts: run.generator },
      { label: 'Parameters', facts: run.parameters },
    ]
      .map(({ label, facts }) => ({ label, facts: facts.filter((fact) => !isCommand(fact)) }))
      .filter(({ facts }) => facts.length > 0),
  };
}
