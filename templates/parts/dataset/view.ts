import type { Measure } from '../../../scripts/domain/benchmark.ts';
import type { BenchmarkReport, Report, RunReport } from '../../../scripts/domain/report.ts';
import type { Run } from '../../../scripts/domain/run.ts';
import { formatCount, formatDate } from '../../../scripts/render/format.ts';
import { jsonInScript } from '../../../scripts/render/html.ts';
import { apiTables, publishedMeasures } from './tables.ts';
import { formatTestbed } from './testbed.ts';

/** The registry as a `Dataset` of schema.org: every table of the API. */
export function registryDataset(report: Report): string {
  const { site, frameworks, catalog, claimCount } = report;
  const home = homeOf(report);
  return dataBlock({
    ...common(report, `${home}api/`),
    name: site.title,
    description: `${site.tagline} ${formatCount(frameworks.length, 'framework')}, ${formatCount(catalog.features.length, 'feature')}, ${formatCount(claimCount, 'dated claim')}, each with its source.`,
    distribution: apiTables(report).map(({ path, title }) => download(`${home}${path}`, 'text/csv', title)),
    hasPart: report.benchmarks.map(({ benchmark }) => ({
      '@type': 'Dataset',
      '@id': `${home}benchmarks/${benchmark.id}/`,
      name: benchmark.title,
      description: `${benchmark.summary} ${benchmark.workload}`,
      url: `${home}benchmarks/${benchmark.id}/`,
      license: site.license.url,
    })),
  });
}

/** A benchmark as a `Dataset` of schema.org with its runs as parts: a data block, which no browser runs. */
export function benchmarkDataset(report: BenchmarkReport, site: Report): string {
  const { id, title, summary, workload, measures } = report.benchmark;
  const home = homeOf(site);
  return dataBlock({
    ...common(site, `${home}benchmarks/${id}/`),
    name: `${site.site.title}: ${title}`,
    description: `${summary} ${workload}`,
    variableMeasured: measures.filter(({ better }) => better !== null).map(propertyOf),
    distribution: [download(`${home}api/v1/benchmarks/${id}.json`, 'application/json', 'The benchmark and its runs')],
    hasPart: report.runs.map(({ run }) => ({
      '@type': 'Dataset',
      '@id': `${home}benchmarks/${id}/${run.id}/`,
      name: `${title}: ${run.title}`,
      description: formatRun(report, run),
      url: `${home}benchmarks/${id}/${run.id}/`,
      license: site.site.license.url,
    })),
  });
}

/** A run as a `Dataset` of schema.org: what was measured, when, by whom, and every file of it. */
export function runDataset(report: BenchmarkReport, run: RunReport, site: Report): string {
  const { id, title } = report.benchmark;
  const home = homeOf(site);
  const { date, by, generator } = run.run;
  return dataBlock({
    ...common(site, `${home}benchmarks/${id}/${run.run.id}/`),
    name: `${title}: ${run.run.title}`,
    description: formatRun(report, run.run),
    ...(date.kind === 'on' ? { temporalCoverage: date.text, datePublished: date.text } : {}),
    creator: { '@type': 'Organization', name: by },
    ...(generator.length === 0 ? {} : { measurementTechnique: generator.map(({ value }) => value).join('; ') }),
    variableMeasured: publishedMeasures(report, run)
      .filter(({ better }) => better !== null)
      .map(propertyOf),
    isPartOf: { '@type': 'Dataset', '@id': `${home}benchmarks/${id}/`, name: title },
    distribution: distributionOf(report, run.run, home),
  });
}

function homeOf({ site }: Report): string {
  return `${site.url}${site.base}`;
}

function common({ site, updated }: Report, url: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': url,
    url: url,
    license: site.license.url,
    isAccessibleForFree: true,
    dateModified: updated,
    publisher: { '@type': 'Organization', name: site.title, url: `${site.url}${site.base}` },
  };
}

function formatRun({ benchmark }: BenchmarkReport, run: Run): string {
  const testbed = formatTestbed(run.testbed);
  return `${benchmark.summary} A run of ${formatDate(run.date)}, by ${run.by}, condition: ${run.condition}; testbed: ${testbed}.`;
}

function propertyOf({ label, unit, help }: Measure): object {
  return {
    '@type': 'PropertyValue',
    name: label,
    ...(unit === '' ? {} : { unitText: unit }),
    ...(help === null ? {} : { description: help }),
  };
}

function distributionOf({ benchmark }: BenchmarkReport, run: Run, home: string): readonly object[] {
  const api = `${home}api/v1/benchmarks/${benchmark.id}/${run.id}`;
  return [
    ...(run.sweeps.length === 0 ? [] : [download(`${api}.csv`, 'text/csv', 'Every step')]),
    download(`${api}.json`, 'application/json', 'The run and its results'),
  ];
}

function download(contentUrl: string, encodingFormat: string, name: string): object {
  return { '@type': 'DataDownload', name, encodingFormat, contentUrl };
}

function dataBlock(value: object): string {
  return `<script type="application/ld+json">${jsonInScript(value)}</script>`;
}
