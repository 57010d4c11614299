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
  ['index', 'index.json', 'site', indexShape, 'The ids of all frameworks, editions, benchmarks and runs.'],
  ['features', 'features.json', 'site', featuresShape, 'The feature catalog, in display order.'],
  ['sources', 'sources.json', 'site', sourcesShape, 'The sources that claims cite by name.'],
  ['frameworks', 'frameworks.json', 'site', frameworksShape, 'Every framework with its main facts.'],
  [
    'framework',
    'frameworks/{framework}.json',
    'framework',
    frameworkShape,
    'Every claim on a framework with its sources, and its repository facts.',
  ],
  [
    'contradictions',
    'contradictions.json',
    'site',
    contradictionsShape,
    "Claims that the framework's own repository contradicts.",
  ],
  ['claims-csv', 'claims.csv', 'site', null, 'All claims, one per row.'],
  ['edition', 'editions/{edition}.json', 'edition', editionShape, 'The matrix as of a day.'],
  ['edition-csv', 'editions/{edition}.csv', 'edition', null, 'The matrix as of a day, one framework per row.'],
  ['shortlists', 'shortlists.json', 'site', shortlistsShape, 'Every named rule, applied to every edition.'],
  ['changes', 'changes.json', 'site', changesShape, 'Changed answers and new runs, newest first.'],
  [
    'benchmark',
    'benchmarks/{benchmark}.json',
    'benchmark',
    benchmarkShape,
    'The measures and the runs of a benchmark.',
  ],
  ['run', 'benchmarks/{benchmark}/{run}.json', 'run', runShape, 'A run with its testbed, caveats and results.'],
  ['run-csv', 'benchmarks/{benchmark}/{run}.csv', 'steps', null, 'Every step of a run, one step and repeat per row.'],
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
