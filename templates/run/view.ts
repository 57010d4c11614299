import { measureOf } from '../../scripts/domain/measure.ts';
import type { BenchmarkReport, Report, RunReport } from '../../scripts/domain/report.ts';
import type { Run, Statement, Sweep } from '../../scripts/domain/run.ts';
import type { SiteSettings } from '../../scripts/domain/site.ts';
import { fileHref } from '../../scripts/render/forge.ts';
import { formatDate, formatQuantity, formatStated, qualified } from '../../scripts/render/format.ts';
import { viewSource } from '../../scripts/render/source.ts';
import { differingFacts, formatTestbed, groupByTestbed, listFacts, sameTestbed } from '../parts/dataset/testbed.ts';
import { viewSaturation } from '../parts/saturation/view.ts';
import { commandsOf, describeMethod, describeSteps, isCommand } from './method.ts';
import { compareRuns } from './run-comparison.ts';

/** Everything a run's page says beside its figures. */
export function viewRun(benchmark: BenchmarkReport, { run, sweeps }: RunReport, report: Report): object {
  const { base } = report.site;
  const { id, title, workload, saturation } = benchmark.benchmark;
  return {
    ...viewRunLink(benchmark, run, report),
    by: run.by,
    quality: describeSteps(run),
    benchmarkHref: `${base}benchmarks/${id}/`,
    benchmarkTitle: title,
    workload,
    method: describeMethod(benchmark, { run, sweeps }),
    commands: commandsOf(run),
    caveats: run.caveats,
    facts: [
      { label: 'Testbed', facts: run.testbed },
      { label: 'Load generator', facts: run.generator },
      { label: 'Parameters', facts: run.parameters },
    ]
      .map(({ label, facts }) => ({ label, facts: facts.filter((fact) => !isCommand(fact)) }))
      .filter(({ facts }) => facts.length > 0),
    saturationText: saturation?.text ?? '',
    saturationLabel: saturation?.label ?? '',
    saturation: viewSaturation(benchmark, { run, sweeps }, base),
    statements: run.statements.map((statement) => viewStatement(statement, benchmark, report)),
    csvHref: `${base}api/v1/benchmarks/${id}/${run.id}.csv`,
    jsonHref: `${base}api/v1/benchmarks/${id}/${run.id}.json`,
    hasSweeps: sweeps.length > 0,
    ...viewFiles(benchmark, run, report),
    ...viewOthers(benchmark, run, report),
  };
}

function viewRunLink({ benchmark }: BenchmarkReport, run: Run, { site }: Report): object {
  return {
    title: run.title,
    date: formatDate(run.date),
    href: `${site.base}benchmarks/${benchmark.id}/${run.id}/`,
    busy: run.condition === 'busy',
  };
}

/** The run's own files, which are in the repository, and what their columns mean. */
function viewFiles(report: BenchmarkReport, run: Run, { site }: Report): object {
  const used = new Set(run.sweeps.flatMap(({ columns }) => columns));
  return {
    runFileHref: fileHref(run.file, site),
    sourceHref: `${site.repository}/tree/${site.branch}/${run.file.slice(0, run.file.lastIndexOf('/'))}`,
    programs: run.sweeps.map((sweep) => viewProgram(sweep, site)),
    columns: report.benchmark.measures
      .filter(({ id }) => used.has(id))
      .map(({ id, label, unit, help }) => ({ id, label, unit: unit === 'share' ? '0 to 1' : unit, help: help ?? '' })),
  };
}

function viewProgram(sweep: Sweep, site: SiteSettings): object {
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

/** The other runs of the benchmark: those that may be compared with this one, and those that may not, with the reason. */
function viewOthers(report: BenchmarkReport, run: Run, site: Report): object {
  const others = report.runs.map((one) => one.run).filter((one) => one !== run);
  const view = (other: Run): object => ({
    ...viewRunLink(report, other, site),
    differences: listFacts(differencesOf(run, other)),
  });
  const replaced = others.filter(({ id }) => id === run.supersedes);
  const replacing = others.filter(({ supersedes }) => supersedes === run.id);
  return {
    testbed: formatTestbed(run.testbed),
    sameTestbed: others.filter((other) => sameTestbed(run, other)).map(view),
    otherTestbeds: others.filter((other) => !sameTestbed(run, other)).map(view),
    replaced: replaced.map(view),
    replacing: replacing.map(view),
  };
}

function differencesOf(a: Run, b: Run): readonly string[] {
  return [
    ...differingFacts(a.testbed, b.testbed),
    ...differingFacts(a.generator, b.generator),
    ...differingFacts(a.parameters, b.parameters),
    ...(a.condition === b.condition ? [] : [`condition (${b.condition})`]),
  ];
}

/** A benchmark's runs by testbed, each group with what sets it apart from the first. */
export function viewTestbeds(benchmark: BenchmarkReport, report: Report): object {
  const groups = groupByTestbed(benchmark.runs);
  const lead = groups[0]?.testbed ?? [];
  return {
    several: groups.length > 1,
    testbeds: groups.map(({ testbed, runs }, index) => ({
      testbed: formatTestbed(testbed),
      differences: index === 0 ? '' : listFacts(differingFacts(lead, testbed)),
      runs: runs.map(({ run }) => viewRunLink(benchmark, run, report)),
      runComparison: compareRuns(benchmark, runs, report),
    })),
  };
}

function viewStatement(statement: Statement, benchmark: BenchmarkReport, report: Report): object {
  const measure = measureOf(benchmark, statement.measure);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  return {
    framework: report.frameworks.find(({ id }) => id === statement.framework)?.name ?? statement.framework,
    href: `${report.site.base}frameworks/${statement.framework}/`,
    setting: statement.setting ?? '',
    axis: statement.axis === null ? 'not stated' : formatQuantity(statement.axis, axis),
    measure: measure.label,
    value: `${qualified(statement.qualifier)}${formatStated(statement.value, measure)}`,
    note: statement.note ?? '',
    sources: statement.sources.map((source) => viewSource(source, report.sources)),
  };
}
