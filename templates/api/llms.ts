import type { Output } from '../../scripts/domain/source.ts';
import { formatCount, formatDate } from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { endpointsOf, pathsOf } from './endpoints.ts';

/** `llms.txt`: what the site is and where its parts are, as Markdown for readers that are machines. */
export function renderLlms(site: Site): Output {
  const { report, absolute } = site;
  const { updated, frameworks, catalog, claimCount, sourcedCount } = report;
  const { title, tagline, license } = report.site;
  const lines = [
    `# ${oneLine(title)}`,
    '',
    `> ${oneLine(tagline)}`,
    '',
    `${formatCount(frameworks.length, 'framework')}, ${formatCount(catalog.features.length, 'feature')}, ${formatCount(claimCount, 'dated claim')}, ${formatCount(sourcedCount, 'claim')} with a source. Data as of ${updated}, under ${oneLine(license.label)} (${license.url}).`,
    '',
    'A claim has a value, a date and a source; quote it with its date and source. `unknown` is an answer and never means no. A result belongs to one run on one testbed: results of different testbeds are not comparable, and runs on a busy machine are not ranked.',
    '',
    '## Pages',
    '',
    ...pagesOf(site).map(linkTo),
    '',
    '## Data',
    '',
    ...dataOf(site).map(linkTo),
    '',
    '## Benchmarks',
    '',
    ...report.benchmarks.flatMap(({ benchmark, runs }) => [
      linkTo([absolute.benchmark(benchmark.id), benchmark.title, benchmark.summary]),
      ...runs.map(({ run }) =>
        linkTo([
          absolute.apiFile(`benchmarks/${benchmark.id}/${run.id}.json`),
          `${benchmark.title}: ${run.title}`,
          `run of ${formatDate(run.date)}, condition ${run.condition}`,
        ]),
      ),
    ]),
    '',
    '## Optional',
    '',
    ...frameworks.map(({ id, name, summary }) =>
      linkTo([absolute.apiFile(`frameworks/${id}.json`), name, summary ?? 'every claim on it']),
    ),
  ];
  return { path: 'llms.txt', content: `${lines.join('\n')}\n` };
}

type Line = readonly [url: string, title: string, note: string];

function linkTo([url, title, note]: Line): string {
  return `- [${oneLine(title)}](${url}): ${oneLine(note)}`;
}

function pagesOf({ report, absolute }: Site): readonly Line[] {
  return [
    ...report.editions.map(({ definition: { id, label }, asOf }): Line => {
      return [absolute.edition(id), `Matrix: ${label}`, `the feature matrix as of ${asOf}`];
    }),
    [absolute.features, 'Features', 'the questions asked of every framework'],
    [absolute.changes, 'Changes', 'changed answers, by date'],
    [absolute.contradictions, 'Contradictions', "claims that a framework's own repository contradicts"],
    [absolute.api, 'API', `every machine-readable URL of ${report.site.title}`],
  ];
}

/** The answers that have one address; those of single frameworks, editions and runs are found through the index. */
function dataOf({ report, absolute }: Site): readonly Line[] {
  const single = endpointsOf(report).filter(({ urls }) => urls.length === 1);
  return [
    [absolute.apiFile('openapi.json'), 'OpenAPI 3.1', 'every endpoint and its schema'],
    [absolute.file('datapackage.json'), 'Frictionless Data Package', 'every CSV file and its columns'],
    [absolute.file('changes.xml'), 'Atom feed', 'changes, newest first'],
    ...single.flatMap((endpoint) =>
      pathsOf(endpoint).map((path): Line => [absolute.file(path), path, endpoint.summary]),
    ),
  ];
}

/** Text that cannot end a line, a link's text or a quotation of Markdown. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[[\]\\<`]/g, '\\$&');
}
