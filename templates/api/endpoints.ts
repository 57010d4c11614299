import type { GenericSchema } from 'valibot';
import type { Report } from '../../scripts/domain/report.ts';
import { frameworkShape } from './facts-shape.ts';
import {
  benchmarkShape,
  changesShape,
  contradictionsShape,
  editionShape,
  featuresShape,
  frameworksShape,
  indexShape,
  runShape,
  shortlistsShape,
  sourcesShape,
} from './shape.ts';

/** A kind of answer of the API: an address with places for ids, and what comes back. */
export interface Endpoint {
  /** The id of the operation, and the name of its schema. */
  readonly id: string;
  /** Below the site's base: `api/v1/frameworks/{framework}.json`. */
  readonly path: string;
  readonly summary: string;
  /** The shape of a JSON answer; null for CSV, whose columns the data package describes. */
  readonly shape: GenericSchema | null;
  /** The values for the places of the path, one record for every address there is. */
  readonly urls: readonly Readonly<Record<string, string>>[];
}

type Scope = 'site' | 'framework' | 'edition' | 'benchmark' | 'run' | 'steps';
type Row = readonly [id: string, path: string, scope: Scope, shape: GenericSchema | null, summary: string];

const rows: readonly Row[] = [
  ['index', 'index.json', 'site', indexShape, 'What there is: frameworks, editions, benchmarks, runs, by id.'],
  ['features', 'features.json', 'site', featuresShape, 'The feature catalog, in display order.'],
  ['sources', 'sources.json', 'site', sourcesShape, 'The sources that claims cite by name.'],
  ['frameworks', 'frameworks.json', 'site', frameworksShape, 'Every framework in a few words.'],
  [
    'framework',
    'frameworks/{framework}.json',
    'framework',
    frameworkShape,
    'Every claim made of a framework, with proofs, and what git tells of its repository.',
  ],
  [
    'contradictions',
    'contradictions.json',
    'site',
    contradictionsShape,
    "Claims that the framework's own repository contradicts.",
  ],
  ['claims-csv', 'claims.csv', 'site', null, 'All claims, one row a claim.'],
  ['edition', 'editions/{edition}.json', 'edition', editionShape, 'The matrix as of a day.'],
  ['edition-csv', 'editions/{edition}.csv', 'edition', null, 'The matrix as of a day, one row a framework.'],
  ['shortlists', 'shortlists.json', 'site', shortlistsShape, 'Every named rule, applied to every edition.'],
  ['changes', 'changes.json', 'site', changesShape, 'Answers that changed, and runs, newest first.'],
  ['benchmark', 'benchmarks/{benchmark}.json', 'benchmark', benchmarkShape, 'What a benchmark measures, and its runs.'],
  ['run', 'benchmarks/{benchmark}/{run}.json', 'run', runShape, 'A run with its testbed, caveats and results.'],
  ['run-csv', 'benchmarks/{benchmark}/{run}.csv', 'steps', null, 'Every step of a run, one row a step and repeat.'],
];

/** Every kind of answer, in the order in which a reader meets them; those that a report has no address for are left out. */
export function endpointsOf(report: Report): readonly Endpoint[] {
  return rows
    .map(([id, path, scope, shape, summary]) => ({
      id,
      path: `api/v1/${path}`,
      shape,
      summary,
      urls: urlsOf(scope, report),
    }))
    .filter(({ urls }) => urls.length > 0);
}

function urlsOf(scope: Scope, report: Report): Endpoint['urls'] {
  switch (scope) {
    case 'site':
      return [{}];
    case 'framework':
      return report.frameworks.map(({ id }) => ({ framework: id }));
    case 'edition':
      return report.editions.map(({ definition }) => ({ edition: definition.id }));
    case 'benchmark':
      return report.benchmarks.map(({ benchmark }) => ({ benchmark: benchmark.id }));
    case 'run':
      return runsOf(report, false);
    case 'steps':
      return runsOf(report, true);
    default:
      return scope satisfies never;
  }
}

function runsOf({ benchmarks }: Report, measuredOnly: boolean): Endpoint['urls'] {
  return benchmarks.flatMap(({ benchmark, runs }) =>
    runs
      .filter(({ sweeps }) => !measuredOnly || sweeps.length > 0)
      .map(({ run }) => ({ benchmark: benchmark.id, run: run.id })),
  );
}

/** Every address of an endpoint, its places filled. */
export function pathsOf({ path, urls }: Endpoint): readonly string[] {
  return urls.map((values) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''));
}

/** The names of the places in an endpoint's path. */
export function placesOf({ path }: Endpoint): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
