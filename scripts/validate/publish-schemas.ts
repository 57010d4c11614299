import { toJsonSchema } from '@valibot/to-json-schema';
import type { Output } from '../domain/source.ts';
import { benchmarkSchema } from './benchmark-shape.ts';
import { catalogSchema } from './catalog.ts';
import { partsSchema, redirectsSchema } from './figures.ts';
import { frameworkSchema } from './framework.ts';
import { programsSchema } from './program.ts';
import { runSchema } from './run.ts';
import { shortlistsSchema, siteSchema, sourcesSchema } from './site.ts';

const schemas = {
  framework: frameworkSchema,
  features: catalogSchema,
  sources: sourcesSchema,
  shortlists: shortlistsSchema,
  site: siteSchema,
  benchmark: benchmarkSchema,
  run: runSchema,
  programs: programsSchema,
  figures: partsSchema,
  redirects: redirectsSchema,
};

const entriesOf = <T extends object>(record: T): readonly (readonly [keyof T, T[keyof T]])[] =>
  Object.entries(record) as [keyof T, T[keyof T]][];

/** JSON Schemas of all authored files, for editors; `check` also makes the checks that a schema cannot express. */
export function renderSchemas(): readonly Output[] {
  return entriesOf(schemas).map(([name, schema]) => ({
    path: `schema/${name}.schema.json`,
    content: `${JSON.stringify(describe(name, schema), null, 1)}\n`,
  }));
}

/** A schema with an id and a title, as editors show them. */
function describe(
  name: keyof typeof schemas,
  schema: (typeof schemas)[typeof name],
): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
  return { $schema, $id: `${home}${name}.schema.json`, title: titles[name], ...rest };
}

const home = 'https://github.com/proofsheet/proofsheet/raw/main/schema/';

const titles: Readonly<Record<keyof typeof schemas, string>> = {
  framework: 'What is compared: frameworks/<id>.yaml',
  features: 'The questions: data/features.yaml',
  sources: 'The cited texts: data/sources.yaml',
  shortlists: 'The rules over features: data/shortlists.yaml',
  site: 'The settings of the site: data/site.yaml',
  benchmark: 'A benchmark: data/<benchmark>/benchmark.yaml',
  run: 'A run: data/<benchmark>/runs/<date>-<testbed>/run.yaml',
  programs: 'The programs of a benchmark: benchmarks/<benchmark>/programs.yaml',
  figures: 'Parts of figures: data/figures.yaml',
  redirects: 'Renamed ids: data/redirects.yaml',
};
