import type { BenchmarkReport } from '../../../scripts/domain/report.ts';
import type { Run, Sweep } from '../../../scripts/domain/run.ts';
import type { SiteSettings } from '../../../scripts/domain/site.ts';
import { fileHref, folderHref } from '../../../scripts/render/forge.ts';
import type { Site } from '../../layout/site.ts';

/** The run's own files, which are in the repository, and what their columns mean. */
export interface RunFilesView {
  readonly runFileHref: string;
  readonly sourceHref: string;
  readonly csvHref: string;
  readonly jsonHref: string;
  readonly hasSweeps: boolean;
  readonly programs: readonly ProgramView[];
  readonly columns: readonly ColumnView[];
}

interface ProgramView {
  readonly label: string;
  readonly version: string;
  readonly runtime: string;
  readonly style: string;
  readonly scenario: string;
  readonly note: string;
  readonly steps: string;
  readonly file: string;
  readonly href: string;
}

interface ColumnView {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly help: string;
}

/** Where a run's files are. */
export function viewRunFiles({ benchmark }: BenchmarkReport, run: Run, { report, urls }: Site): RunFilesView {
  const { site } = report;
  const used = new Set(run.sweeps.flatMap(({ columns }) => columns));
  return {
    runFileHref: fileHref(run.file, site),
    sourceHref: folderHref(run.file, site),
    csvHref: urls.apiFile(`benchmarks/${benchmark.id}/${run.id}.csv`),
    jsonHref: urls.apiFile(`benchmarks/${benchmark.id}/${run.id}.json`),
    hasSweeps: run.sweeps.length > 0,
    programs: run.sweeps.map((sweep) => viewProgram(sweep, site)),
    columns: benchmark.measures
      .filter(({ id }) => used.has(id))
      .map(({ id, label, unit, help }) => ({ id, label, unit: unit === 'share' ? '0 to 1' : unit, help: help ?? '' })),
  };
}

function viewProgram(sweep: Sweep, site: SiteSettings): ProgramView {
  const { id, label, version, runtime, style, scenario, note, steps, file } = sweep;
  return {
    label,
    version: version ?? '',
    runtime: runtime ?? '',
    style: style ?? '',
    scenario: scenario ?? '',
    note: note ?? '',
    steps: String(steps.length),
    file: `${id}.csv`,
    href: fileHref(file, site),
  };
}
