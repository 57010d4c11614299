import type { GenericSchema } from 'valibot';
import type { Report } from '../report.ts';
import { repositoryShape } from './api-facts-shape.ts';
import {
  benchmarkShape,
  changesShape,
  contradictionsShape,
  editionShape,
  featuresShape,
  frameworkShape,
  frameworksShape,
  indexShape,
  runShape,
  shortlistsShape,
  sourcesShape,
} from './api-shape.ts';

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
  readonly addresses: readonly Readonly<Record<string, string>>[];
}

/** Every kind of answer, in the order in which a reader meets them. */
export function endpointsOf(report: Report): readonly Endpoint[] {
  const once: Endpoint['addresses'] = [{}];
  const frameworks = report.frameworks.map(({ id }) => ({ framework: id }));
  const editions = report.editions.map(({ definition }) => ({ edition: definition.id }));
  const benchmarks = report.benchmarks.map(({ benchmark }) => ({ benchmark: benchmark.id }));
  const read = [...report.repositories.keys()].map((framework) => ({ framework }));
  const json = (id: string, path: string, shape: GenericSchema, addresses: Endpoint['addresses'], summary: string): Endpoint => ({
    id,
    path: `api/v1/${path}.json`,
    summary,
    shape,
    addresses,
  });
  const csv = (id: string, path: string, addresses: Endpoint['addresses'], summary: string): Endpoint => ({
    id,
    path: `api/v1/${path}.csv`,
    summary,
    shape: null,
    addresses,
  });
  return [
    json('index', 'index', indexShape, once, 'What there is: frameworks, editions, benchmarks, runs, by id.'),
    json('features', 'features', featuresShape, once, 'The feature catalogue, in display order.'),
    json('sources', 'sources', sourcesShape, once, 'The sources that claims cite by name.'),
    json('frameworks', 'frameworks', frameworksShape, once, 'Every framework in a few words.'),
    json('framework', 'frameworks/{framework}', frameworkShape, frameworks, 'Every claim ever made of a framework, with its proofs.'),
    json('repository', 'repositories/{framework}', repositoryShape, read, "What git tells of a framework's repository."),
    json('contradictions', 'contradictions', contradictionsShape, once, "Every claim that its framework's own repository contradicts."),
    csv('claims-csv', 'claims', once, 'All claims, one row a claim.'),
    json('edition', 'editions/{edition}', editionShape, editions, 'The matrix as of a day.'),
    csv('edition-csv', 'editions/{edition}', editions, 'The matrix as of a day, one row a framework.'),
    json('shortlists', 'shortlists', shortlistsShape, once, 'Every named rule, applied to every edition.'),
    json('changes', 'changes', changesShape, once, 'Answers that changed, and runs, newest first.'),
    json('benchmark', 'benchmarks/{benchmark}', benchmarkShape, benchmarks, 'What a benchmark measures, and its runs.'),
    json('run', 'benchmarks/{benchmark}/{run}', runShape, runsOf(report, false), 'A run with its testbed, caveats and every step.'),
    csv('run-csv', 'benchmarks/{benchmark}/{run}', runsOf(report, true), 'Every step of a run, one row a step and repeat.'),
  ];
}

function runsOf({ benchmarks }: Report, measuredOnly: boolean): Endpoint['addresses'] {
  return benchmarks.flatMap(({ benchmark, runs }) =>
    runs
      .filter(({ sweeps }) => !measuredOnly || sweeps.length > 0)
      .map(({ run }) => ({ benchmark: benchmark.id, run: run.id })),
  );
}

/** Every address of an endpoint, its places filled. */
export function pathsOf({ path, addresses }: Endpoint): readonly string[] {
  return addresses.map((values) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''));
}

/** The names of the places in an endpoint's path. */
export function placesOf({ path }: Endpoint): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
