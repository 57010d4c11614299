import type { Output } from '../../scripts/domain/source.ts';
import type { Site } from '../layout/site.ts';
import { type ApiTable, apiTables, type TableField } from '../parts/dataset/tables.ts';

/** `datapackage.json` (Frictionless, version 2): every CSV file of the API with the type, unit and meaning of its columns. */
export function renderDataPackage({ report, absolute }: Site): Output {
  const { site, updated } = report;
  const value = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageName(site.title),
    title: site.title,
    description: site.tagline,
    homepage: absolute.home,
    version: updated.replaceAll('-', '.').replaceAll(/\.0/g, '.'),
    created: `${updated}T00:00:00Z`,
    licenses: [{ path: site.license.url, title: site.license.label }],
    sources: [...report.sources.values()].map(({ title, url }) => ({ title, path: url })),
    contributors: [{ title: site.title, path: site.repository }],
    resources: apiTables(report).map(resourceOf),
  };
  return { path: 'datapackage.json', content: `${JSON.stringify(value, null, 1)}\n` };
}

function packageName(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** A table of the package. */
type Resource = Readonly<Record<string, unknown>>;

function resourceOf({ path, name, title, description, fields }: ApiTable): Resource {
  return {
    name,
    type: 'table',
    path,
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { header: true, delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    schema: { fields: fields.map(fieldOf), missingValues: [''] },
  };
}

function fieldOf({ name, type, title, description, unit }: TableField): Resource {
  return {
    name,
    type,
    title,
    ...(description === '' ? {} : { description }),
    ...(unit === '' ? {} : { unit }),
    ...(unit === 'share' ? { constraints: { minimum: 0, maximum: 1 } } : {}),
    ...(type === 'boolean' ? { trueValues: ['1'], falseValues: ['0'] } : {}),
  };
}
