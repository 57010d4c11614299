import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, endpointsOf, pathsOf } from '../../../templates/api/endpoints.ts';
import { type BuiltSite, isMoved } from '../built-site.ts';

type Json = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly unit?: string;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: { readonly fields: readonly Field[]; readonly missingValues: readonly string[] };
}

function jsonOf(outputs: ReadonlyMap<string, string>, path: string): Json {
  return JSON.parse(outputs.get(path) ?? 'null') as Json;
}

/** The schema of an answer, as the description of the API holds it. */
function schemaOf(outputs: ReadonlyMap<string, string>, id: string): Json {
  const { components } = jsonOf(outputs, 'api/v1/openapi.json') as { components: { schemas: Record<string, Json> } };
  return components.schemas[id] ?? {};
}

/** A schema that allows no key it does not name: what the site writes must be described in full. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inside && !('additionalProperties' in inside)
    ? { ...inside, additionalProperties: false }
    : inside;
}

function validatorOf(schema: Json): (value: unknown) => string {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
}

/** The API: every answer against its schema, the columns of every table, what a run withholds. */
export function describeApi(open: () => Promise<BuiltSite>): void {
  let outputs: ReadonlyMap<string, string>;
  let endpoints: readonly Endpoint[];
  let site: BuiltSite;
  beforeAll(async () => {
    site = await open();
    endpoints = endpointsOf(site.report);
    outputs = site.texts;
  });

  describe('the API', () => {
    test('describes every address there is, and no other', () => {
      const described = endpoints.flatMap(pathsOf).sort();
      const written = [...outputs.keys()]
        .filter((path) => path.startsWith('api/v1/') && path !== 'api/v1/openapi.json' && !isMoved(site, path))
        .sort();
      expect(described).toEqual(written);
    });

    test('holds every answer against its schema, with no key that the schema does not name', () => {
      const answers = endpoints.filter(({ shape }) => shape !== null);
      expect(answers).not.toEqual([]);
      for (const endpoint of answers) {
        const complain = validatorOf(closed(schemaOf(outputs, endpoint.id)) as Json);
        for (const path of pathsOf(endpoint)) expect(`${path} ${complain(jsonOf(outputs, path))}`).toBe(`${path} `);
      }
    });

    test('has schemas that refuse what is wrong, and allow what a later build adds', () => {
      const complain = validatorOf(schemaOf(outputs, 'index'));
      const index = jsonOf(outputs, 'api/v1/index.json');
      expect(complain({ ...index, updated: 'yesterday' })).toContain('/updated');
      expect(complain({ ...index, frameworks: [1] })).toContain('/frameworks/0');
      expect(complain({ ...index, license: undefined })).toContain('license');
      expect(complain({ ...index, more: true })).toBe('');
    });

    test('is a valid OpenAPI document whose every reference leads somewhere', async () => {
      const document = jsonOf(outputs, 'api/v1/openapi.json');
      const { valid, errors } = await new Validator().validate(document as Record<string, unknown>);
      expect(errors ?? []).toEqual([]);
      expect(valid).toBe(true);
      const schemas = (document['components'] as { schemas: Json }).schemas;
      const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
      expect(references.length).toBe(Object.keys(schemas).length);
      for (const [, name = ''] of references) expect(schemas).toHaveProperty(name);
      expect(Object.keys(document['paths'] as Json)).toEqual(endpoints.map(({ path }) => `/${path}`));
    });

    test('refuses an OpenAPI document that is none', async () => {
      const { paths: _paths, components: _components, ...rest } = jsonOf(outputs, 'api/v1/openapi.json');
      expect((await new Validator().validate(rest)).valid).toBe(false);
    });

    test('lists every address on its page', () => {
      const page = outputs.get('api/index.html') ?? '';
      for (const path of endpoints.flatMap(pathsOf)) expect(page.includes(`${path}"`), path).toBe(true);
    });
  });

  describe('the data package', () => {
    let resources: readonly Resource[];
    beforeAll(() => {
      resources = jsonOf(outputs, 'datapackage.json')['resources'] as readonly Resource[];
    });

    const rowsOf = (path: string): readonly (readonly string[])[] =>
      parse(outputs.get(path) ?? '', { record_delimiter: '\r\n' });

    test('describes every CSV file of the API once', () => {
      const csv = [...outputs.keys()]
        .filter((path) => path.startsWith('api/') && path.endsWith('.csv') && !isMoved(site, path))
        .sort();
      expect(resources.map(({ path }) => path).sort()).toEqual(csv);
      expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
      for (const { name } of resources) expect(name).toMatch(/^[a-z0-9._-]+$/);
    });

    test('names the columns that the files have, in their order', () => {
      for (const { path, schema } of resources) {
        expect(rowsOf(path)[0], path).toEqual(schema.fields.map(({ name }) => name));
      }
    });

    test('gives every cell the type of its column; an empty one is missing and no number', () => {
      const forms = { string: /^/, number: /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/, boolean: /^[01]$/ } as const;
      for (const { path, schema } of resources) {
        expect(schema.missingValues).toEqual(['']);
        for (const row of rowsOf(path).slice(1)) {
          const odd = row.filter(
            (cell, index) => cell !== '' && !forms[schema.fields[index]?.type ?? 'string'].test(cell),
          );
          expect(odd, path).toEqual([]);
        }
      }
    });

    test('gives a spreadsheet nothing to run', () => {
      for (const { path, schema } of resources) {
        for (const row of rowsOf(path).slice(1)) {
          const formulas = row.filter(
            (cell, index) => schema.fields[index]?.type === 'string' && /^\s*[=+\-@＝＋－＠\t\r]/.test(cell),
          );
          expect(formulas, path).toEqual([]);
        }
      }
    });
  });

  test('no file of the API holds what a run withholds', () => {
    const runs = [...outputs.keys()].filter((path) => /^api\/v1\/benchmarks\/[^/]+\/[^/]+\.json$/.test(path));
    const withholding = runs.filter((path) => (jsonOf(outputs, path)['withheld'] as readonly string[]).length > 0);
    for (const path of withholding) {
      const { withheld, sweeps } = jsonOf(outputs, path) as {
        withheld: readonly string[];
        sweeps: readonly { columns: readonly string[] }[];
      };
      const header = (outputs.get(path.replace(/\.json$/, '.csv')) ?? '').split('\r\n')[0]?.split(',');
      for (const column of withheld) {
        expect(header).not.toContain(column);
        for (const { columns } of sweeps) expect(columns).not.toContain(column);
      }
    }
  });
}
