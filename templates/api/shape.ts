import * as v from 'valibot';

/** The shapes of the API's answers; keys may be added within a version, none is taken away. */

export const text = v.string();
export const maybe = v.nullable(text);
export const day = v.pipe(text, v.isoDate());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const url = v.pipe(text, v.url());
const id = v.pipe(text, v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const columnId = v.pipe(text, v.regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/));

/** A day, month or year, or `after` or `before` one. */
const claimDate = v.pipe(text, v.regex(/^(?:(?:after|before) )?\d{4}(?:-\d{2}){0,2}$/));
const commit = v.pipe(text, v.regex(/^[0-9a-f]{7,40}$/));
const value = v.union([text, v.number(), v.array(text)]);
const labeled = v.object({ id, label: text });
const license = v.object({ label: text, url: url });

/** `index.json`: what there is, and where the API is described. */
export const indexShape = v.object({
  version: v.literal('v1'),
  title: text,
  tagline: text,
  url: url,
  license,
  updated: day,
  openapi: url,
  datapackage: url,
  feed: url,
  frameworks: v.array(id),
  editions: v.array(v.object({ id, label: text, asOf: day })),
  benchmarks: v.array(v.object({ id, runs: v.array(text) })),
});

/** `features.json`: the catalog in display order. */
export const featuresShape = v.object({
  groups: v.array(labeled),
  features: v.array(
    v.object({
      id,
      label: text,
      short: text,
      question: text,
      help: maybe,
      group: id,
      kind: v.picklist(['support', 'license', 'choice', 'list', 'text', 'link', 'date', 'number']),
      unit: v.string(),
      better: v.nullable(v.picklist(['higher', 'lower'])),
      choices: v.array(labeled),
      reviewYears: v.nullable(count),
      fromGit: v.nullable(
        v.union([
          v.object({
            kind: v.literal('fact'),
            fact: text,
            absence: v.picklist(['inconclusive', 'contradicts']),
            fill: v.boolean(),
            manifests: v.array(text),
          }),
          v.object({ kind: v.literal('grep'), patterns: v.array(text), in: v.picklist(['source', 'all']) }),
        ]),
      ),
      facet: v.nullable(
        v.object({ phrase: text, options: v.array(v.object({ id, label: text, matches: v.array(text) })) }),
      ),
    }),
  ),
});

/** `sources.json`: the sources that claims cite by name. */
export const sourcesShape = v.array(
  v.object({
    id,
    title: text,
    author: text,
    url: url,
    date: text,
    parts: v.array(text),
    partUrl: maybe,
    note: maybe,
  }),
);

const summary = {
  id,
  name: text,
  summary: maybe,
  category: id,
  language: text,
  homepage: v.nullable(url),
  repository: v.nullable(url),
  page: url,
};

const at = { repository: text, commit, href: url };
const source = v.variant('kind', [
  v.object({ kind: v.literal('named'), source: id, part: maybe, href: url }),
  v.object({ kind: v.literal('url'), url: url, retrieved: v.nullable(day), href: url }),
  v.object({ kind: v.literal('file'), ...at, path: text, line: v.nullable(count) }),
  v.object({ kind: v.literal('commit'), ...at }),
  v.object({ kind: v.literal('tag'), ...at, tag: text }),
  v.object({ kind: v.literal('search'), ...at, search: text, in: text }),
]);

const claim = v.object({
  value,
  said: maybe,
  link: v.nullable(url),
  note: maybe,
  by: maybe,
  on: v.nullable(claimDate),
  disputes: v.nullable(claimDate),
  sources: v.array(source),
});

/** `frameworks.json`: every framework in a few words. */
export const frameworksShape = v.array(v.object(summary));

/** Every claim ever made of a framework, oldest first, by feature. */
export const frameworkClaimsShape = v.object({
  ...summary,
  package: v.nullable(v.object({ index: text, name: text })),
  claims: v.record(id, v.array(claim)),
});

const cell = v.object({
  value,
  said: maybe,
  on: v.nullable(claimDate),
  disputed: v.boolean(),
  aged: v.boolean(),
  fromGit: v.boolean(),
  git: v.nullable(
    v.object({ verdict: v.picklist(['confirmed', 'contradicted', 'inconclusive']), says: text, asOf: day }),
  ),
});

/** `editions/{edition}.json`: the matrix as of a day. */
export const editionShape = v.object({
  id,
  label: text,
  asOf: day,
  features: v.array(id),
  frameworks: v.record(id, v.record(id, cell)),
});

/** `shortlists.json`: every named rule, applied to every edition. */
export const shortlistsShape = v.array(
  v.object({
    id,
    edition: id,
    conditions: v.array(v.object({ feature: id, atLeast: v.picklist(['partial', 'full']), still: v.boolean() })),
    frameworks: v.array(id),
    disagreements: v.array(v.object({ framework: id, listed: v.boolean(), meets: v.boolean() })),
  }),
);

/** `changes.json`: answers that changed, and runs, newest first. */
export const changesShape = v.array(
  v.object({
    date: claimDate,
    answers: v.array(
      v.object({
        framework: id,
        feature: id,
        kind: v.picklist(['changed', 'disputed']),
        before: v.object({ value, on: claimDate }),
        after: v.object({ value, said: maybe, sources: v.array(url) }),
      }),
    ),
    runs: v.array(v.object({ benchmark: id, run: text, title: text })),
    first: v.record(id, count),
    confirmed: count,
  }),
);

const condition = v.picklist(['quiet', 'busy', 'unknown']);

const axisValue = v.union([v.number(), text]);

/** `benchmarks/{benchmark}.json`: what is measured, and its runs. */
export const benchmarkShape = v.object({
  id,
  title: text,
  summary: text,
  workload: text,
  axis: columnId,
  key: v.array(columnId),
  repeat: v.nullable(columnId),
  categories: v.nullable(v.array(text)),
  attempt: v.nullable(columnId),
  lead: maybe,
  accounts: v.nullable(
    v.object({
      attempted: columnId,
      answered: columnId,
      serverErrors: v.array(columnId),
      generatorErrors: v.array(columnId),
      share: v.nullable(columnId),
    }),
  ),
  lag: v.nullable(v.object({ measure: columnId, most: v.number() })),
  disturbed: v.nullable(columnId),
  rejected: v.nullable(columnId),
  measures: v.array(
    v.object({
      id: columnId,
      label: text,
      unit: text,
      better: v.nullable(v.picklist(['higher', 'lower'])),
      kind: v.picklist(['number', 'text', 'flag']),
      signed: v.boolean(),
      help: maybe,
    }),
  ),
  saturation: v.nullable(
    v.object({
      label: text,
      text,
      tests: v.array(v.object({ measure: columnId, relativeTo: v.nullable(columnId), atLeast: v.number() })),
    }),
  ),
  charts: v.array(v.object({ id, title: text, question: text })),
  filters: v.array(
    v.object({
      id,
      label: text,
      at: v.nullable(v.object({ measure: text, axis: axisValue })),
      fix: v.record(columnId, axisValue),
      bound: v.picklist(['least', 'most']),
      unit: v.string(),
      per: v.number(),
    }),
  ),
  runs: v.array(v.object({ id: text, date: claimDate, title: text, condition })),
});

const facts = v.array(v.object({ label: text, value: text }));
const number = v.nullable(v.number());

const sweep = v.object({
  id,
  label: text,
  framework: v.nullable(id),
  version: maybe,
  runtime: maybe,
  style: maybe,
  scenario: maybe,
  note: maybe,
  columns: v.array(columnId),
  setting: v.record(columnId, axisValue),
  saturation: v.nullable(
    v.object({ value: number, low: number, below: number, censored: v.boolean(), disturbed: v.boolean() }),
  ),
});

/** `benchmarks/{benchmark}/{run}.json`: a run with what was found of each program; `steps` leads to the CSV of every step. */
export const runShape = v.object({
  id: text,
  benchmark: id,
  date: claimDate,
  title: text,
  testbed: facts,
  generator: facts,
  parameters: facts,
  caveats: v.array(text),
  condition,
  withheld: v.array(columnId),
  ceiling: number,
  by: text,
  supersedes: maybe,
  steps: v.nullable(url),
  statements: v.array(
    v.object({
      framework: id,
      setting: maybe,
      axis: v.nullable(axisValue),
      measure: columnId,
      value: v.number(),
      qualifier: v.picklist(['exactly', 'about', 'at least', 'at most']),
      note: maybe,
      sources: v.array(source),
    }),
  ),
  sweeps: v.array(sweep),
});

/** `contradictions.json`: every claim that its framework's own repository contradicts. */
export const contradictionsShape = v.array(
  v.object({
    framework: id,
    feature: id,
    edition: id,
    claim: v.object({ value, said: maybe, on: v.nullable(claimDate), sources: v.array(url) }),
    git: v.object({ says: text, asOf: day, source: url }),
  }),
);
