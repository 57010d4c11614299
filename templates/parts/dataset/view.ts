import type { Measure } from '../../../scripts/domain/benchmark.ts';
import type { BenchmarkReport, RunReport } from '../../../scripts/domain/report.ts';
import type { Run } from '../../../scripts/domain/run.ts';
import { formatCount, formatDate } from '../../../scripts/render/format.ts';
import { jsonInScript } from '../../../scripts/render/html.ts';
import type { Urls } from '../../../scripts/render/urls.ts';
import type { Site } from '../../layout/site.ts';
import { apiTables, publishedMeasures } from './tables.ts';
import { formatTestbed } from './testbed.ts';

/** A node of JSON-LD. */
type Node = Readonly<Record<string, unknown>>;

/** The registry as a `Dataset` of schema.org: every table of the API. */
export function registryDataset({ report, absolute }: Site): string {
  const { site, frameworks, catalog, claimCount } = report;
  return dataBlock({
    ...common(absolute.api, report, absolute),
    name: site.title,
    description: `${site.tagline} ${formatCount(frameworks.length, 'framework')}, ${formatCount(catalog.features.length, 'feature')}, ${formatCount(claimCount, 'dated claim')}, each with its source.`,
    distribution: apiTables(report).map(({ path, title }) => download(absolute.file(path), 'text/csv', title)),
    hasPart: report.benchmarks.map(({ benchmark }) => ({
      '@type': 'Dataset',
      '@id': absolute.benchmark(benchmark.id),
      name: benchmark.title,
      description: `${benchmark.summary} ${benchmark.workload}`,
      url: absolute.benchmark(benchmark.id),
      license: site.license.url,
    })),
  });
}

/** A benchmark as a `Dataset` of schema.org with its runs as parts: a data block, which no browser runs. */
export function benchmarkDataset(benchmark: BenchmarkReport, { report, absolute }: Site): string {
  const { id, title, summary, workload, measures } = benchmark.benchmark;
  return dataBlock({
    ...common(absolute.benchmark(id), report, absolute),
    name: `${report.site.title}: ${title}`,
    description: `${summary} ${workload}`,
    variableMeasured: measures.filter(({ better }) => better !== null).map(propertyOf),
    distribution: [
      download(absolute.apiFile(`benchmarks/${id}.json`), 'application/json', 'The benchmark and its runs'),
    ],
    hasPart: benchmark.runs.map(({ run }) => ({
      '@type': 'Dataset',
      '@id': absolute.run(id, run.id),
      name: `${title}: ${run.title}`,
      description: formatRun(benchmark, run),
      url: absolute.run(id, run.id),
      license: report.site.license.url,
    })),
  });
}

/** A run as a `Dataset` of schema.org: what was measured, when, by whom, and every file of it. */
export function runDataset(benchmark: BenchmarkReport, run: RunReport, { report, absolute }: Site): string {
  const { id, title } = benchmark.benchmark;
  const { date, by, generator } = run.run;
  return dataBlock({
    ...common(absolute.run(id, run.run.id), report, absolute),
    name: `${title}: ${run.run.title}`,
    description: formatRun(benchmark, run.run),
    ...(date.kind === 'on' ? { temporalCoverage: date.text, datePublished: date.text } : {}),
    creator: { '@type': 'Organization', name: by },
    ...(generator.length === 0 ? {} : { measurementTechnique: generator.map(({ value }) => value).join('; ') }),
    variableMeasured: publishedMeasures(benchmark, run)
      .filter(({ better }) => better !== null)
      .map(propertyOf),
    isPartOf: { '@type': 'Dataset', '@id': absolute.benchmark(id), name: title },
    distribution: distributionOf(id, run.run, absolute),
  });
}

function common(url: string, { site, updated }: Site['report'], absolute: Urls): Node {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': url,
    url: url,
    license: site.license.url,
    isAccessibleForFree: true,
    dateModified: updated,
    publisher: { '@type': 'Organization', name: site.title, url: absolute.home },
  };
}

function formatRun({ benchmark }: BenchmarkReport, run: Run): string {
  const testbed = formatTestbed(run.testbed);
  return `${benchmark.summary} A run of ${formatDate(run.date)}, by ${run.by}, condition: ${run.condition}; testbed: ${testbed}.`;
}

function propertyOf({ label, unit, help }: Measure): Node {
  return {
    '@type': 'PropertyValue',
    name: label,
    ...(unit === '' ? {} : { unitText: unit }),
    ...(help === null ? {} : { description: help }),
  };
}

function distributionOf(benchmark: string, run: Run, { apiFile }: Urls): readonly Node[] {
  const stem = `benchmarks/${benchmark}/${run.id}`;
  return [
    ...(run.sweeps.length === 0 ? [] : [download(apiFile(`${stem}.csv`), 'text/csv', 'Every step')]),
    download(apiFile(`${stem}.json`), 'application/json', 'The run and its results'),
  ];
}

function download(contentUrl: string, encodingFormat: string, name: string): Node {
  return { '@type': 'DataDownload', name, encodingFormat, contentUrl };
}

function dataBlock(value: Node): string {
  return `<script type="application/ld+json">${jsonInScript(value)}</script>`;
}
