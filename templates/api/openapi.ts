import { toJsonSchema } from '@valibot/to-json-schema';
import type { Output } from '../../scripts/domain/source.ts';
import type { Site } from '../layout/site.ts';
import { type Endpoint, endpointsOf, placesOf } from './endpoints.ts';

/** The version of the API: the first number stands in its addresses, the second rises when something is added. */
const version = '1.0';

/** `api/v1/openapi.json` (OpenAPI 3.1), with the JSON Schema of every JSON answer among its components. */
export function renderOpenApi(site: Site): Output {
  return {
    path: 'api/v1/openapi.json',
    content: `${JSON.stringify(openApiOf(endpointsOf(site.report), site), null, 1)}\n`,
  };
}

/** A part of the description. */
type Part = Readonly<Record<string, unknown>>;

function schemaOf({ shape }: Endpoint): Part | null {
  if (shape === null) return null;
  const { $schema: _, ...schema } = toJsonSchema(shape, { target: 'draft-2020-12', errorMode: 'ignore' });
  return schema;
}

function openApiOf(endpoints: readonly Endpoint[], { report, absolute }: Site): Part {
  const { title, tagline, license } = report.site;
  const schemas = endpoints.flatMap((endpoint) => {
    const schema = schemaOf(endpoint);
    return schema === null ? [] : [[endpoint.id, schema] as const];
  });
  return {
    openapi: '3.1.0',
    info: {
      title,
      summary: tagline,
      description:
        'Static files that change only when the site is rebuilt. Within a version, keys may be added, but none is renamed or removed.',
      version,
      license: { name: license.label, url: license.url },
    },
    servers: [{ url: absolute.home }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [`/${endpoint.path}`, pathItem(endpoint)])),
    components: { schemas: Object.fromEntries(schemas) },
  };
}

function pathItem(endpoint: Endpoint): Part {
  const example = endpoint.urls[0] ?? {};
  return {
    get: {
      operationId: endpoint.id,
      summary: endpoint.summary,
      parameters: placesOf(endpoint).map((name) => ({
        name,
        in: 'path',
        required: true,
        description: `The id of a ${name}.`,
        schema: { type: 'string' },
        example: example[name] ?? '',
      })),
      responses: {
        200: { description: endpoint.summary, content: contentOf(endpoint) },
        404: { description: 'The file does not exist.' },
      },
    },
  };
}

function contentOf({ id, shape }: Endpoint): Part {
  return shape === null
    ? { 'text/csv': { schema: { type: 'string' } } }
    : { 'application/json': { schema: { $ref: `#/components/schemas/${id}` } } };
}
