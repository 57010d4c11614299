import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { formatCount, formatDate } from '../../scripts/render/format.ts';
import { endpointsOf, pathsOf } from './endpoints.ts';

/** `llms.txt`: what the site is and where its parts are, as Markdown for readers that are machines. */
export function renderLlms(report: Report): Output {
  const { site, updated, frameworks, catalog, claimCount, sourcedCount } = report;
  const link = (path: string, text: string, note: string): string =>
    `- [${oneLine(text)}](${site.url}${site.base}${path}): ${oneLine(note)}`;
  const lines = [
    `# ${oneLine(site.title)}`,
    '',
    `> ${oneLine(site.tagline)}`,
    '',
    `${formatCount(frameworks.length, 'framework')}, ${formatCount(catalog.features.length, 'feature')}, ${formatCount(claimCount, 'dated claim')}, ${formatCount(sourcedCount, 'proof')}. Data as of ${updated}, under ${oneLine(site.license.label)} (${site.license.url}).`,
    '',
    'A claim has a value, a date and a source; quote it with its date and proof. `unknown` is an answer and never means no. A result belongs to one run on one testbed: numbers of different testbeds cannot be compared, and runs on a busy machine are never ranked.',
    '',
    '## Pages',
    '',
    ...pagesOf(report).map(([path, title, note]) => link(path, title, note)),
    '',
    '## Data',
    '',
    ...dataOf(report).map(([path, title, note]) => link(path, title, note)),
    '',
    '## Benchmarks',
    '',
    ...report.benchmarks.flatMap(({ benchmark, runs }) => [
      link(`benchmarks/${benchmark.id}/`, benchmark.title, benchmark.summary),
      ...runs.map(({ run }) =>
        link(
          `api/v1/benchmarks/${benchmark.id}/${run.id}.json`,
          `${benchmark.title}: ${run.title}`,
          `run of ${formatDate(run.date)}, condition ${run.condition}`,
        ),
      ),
    ]),
    '',
    '## Optional',
    '',
    ...frameworks.map(({ id, name, summary }) =>
      link(`api/v1/frameworks/${id}.json`, name, summary ?? 'every claim ever made of it'),
    ),
  ];
  return { path: 'llms.txt', content: `${lines.join('\n')}\n` };
}

type Line = readonly [path: string, title: string, note: string];

function pagesOf({ site, editions, latest }: Report): readonly Line[] {
  return [
    ...editions.map((edition): Line => {
      const path = edition === latest ? 'matrix/' : `matrix/${edition.definition.id}/`;
      return [path, `Matrix: ${edition.definition.label}`, `the feature matrix as of ${edition.asOf}`];
    }),
    ['features/', 'Features', 'the questions asked of every framework'],
    ['changes/', 'Changes', 'what became of which answer, by date'],
    ['contradictions/', 'Contradictions', "claims that a framework's own repository contradicts"],
    ['api/', 'API', `every machine-readable address of ${site.title}`],
  ];
}

/** The answers that have one address; those of single frameworks, editions and runs are found through the index. */
function dataOf(report: Report): readonly Line[] {
  const single = endpointsOf(report).filter(({ urls }) => urls.length === 1);
  return [
    ['api/v1/openapi.json', 'OpenAPI 3.1', 'every kind of answer and its schema'],
    ['datapackage.json', 'Frictionless Data Package', 'every CSV file and its columns'],
    ['changes.xml', 'Atom feed', 'changes, newest first'],
    ...single.flatMap((endpoint) => pathsOf(endpoint).map((path): Line => [path, path, endpoint.summary])),
  ];
}

/** Text that cannot end a line, a link's text or a quotation of Markdown. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[[\]\\<`]/g, '\\$&');
}
