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

/** JSON Schemas of all authored files, for editors; `check` also makes the checks that a schema cannot express. */
export function renderSchemas(): readonly Output[] {
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `schema/${name}.schema.json`,
    content: `${JSON.stringify(toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }), null, 1)}\n`,
  }));
}
