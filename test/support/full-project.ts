import { contentOf, historyOf, licenseOf, seenOf } from './facts.ts';

/** A small project that gives every list of every page something to show. */
const yaml = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const site = {
  title: 'Kettles',
  tagline: 'Four kettles, and all that can be said of them.',
  url: 'https://kettles.example',
  base: '/',
  license: { label: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  repository: 'https://github.com/example/kettles',
  branch: 'main',
  categories: [{ id: 'all', label: 'Kettles' }],
  editions: [
    { id: 'now', label: 'Today' },
    { id: 'then', label: '2020', on: '2020-06-01', source: 'survey' },
  ],
  comparisons: [{ frameworks: ['one', 'two', 'three', 'four'], note: 'All of them.' }],
  badges: [{ id: 'rate', label: 'cups', benchmark: 'pour' }],
  navigation: [{ label: 'Matrix', path: 'matrix/' }],
};

const supports = Array.from({ length: 10 }, (_, at) => `answer-${at}`);
const feature = (id: string, kind: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id, kind, label: id, short: id, question: `What of ${id}?`, group: 'all' },
  ...more,
});
const catalog = {
  groups: [{ id: 'all', label: 'All' }],
  features: [
    ...supports.map((id) => feature(id, 'support', { facet: { words: id } })),
    feature('lid', 'support', { review: '1y', facet: { words: 'with a lid' } }),
    feature('metals', 'list', {
      facet: { options: ['iron', 'steel'].map((id) => ({ id, label: id, matches: [id] })) },
    }),
    feature('license', 'license', { fromGit: { fact: 'license-files' } }),
  ],
};

const claim = (value: unknown, on: string) => ({ value, on, source: 'survey' });
const framework = (name: string, lid: string) => ({
  ...{ name, category: 'all', language: 'C', repository: `https://github.com/example/${name}` },
  claims: {
    ...Object.fromEntries(supports.map((id) => [id, [claim('full', '2020-01-02')]])),
    lid: [claim(lid, '2020-01-02'), { ...claim('full', '2021-01-02'), source: 'post' }],
    metals: [claim(['iron', 'steel'], '2020-01-02')],
    license: [claim('MIT', '2026-01-02')],
  },
});

const benchmark = {
  ...{ title: 'Pouring', summary: 'Cups an hour.', workload: 'Cups are filled.', axis: 'rate', key: ['rate', 'turn'] },
  ...{ repeat: 'turn', lead: 'first' },
  measures: [
    { id: 'rate', label: 'Attempted', unit: '/h' },
    { id: 'cups', label: 'Cups', unit: '/h', better: 'higher' },
    { id: 'turn', label: 'Turn' },
  ],
  saturation: {
    label: 'Highest rate',
    text: 'Nine in ten.',
    tests: [{ measure: 'cups', relativeTo: 'rate', atLeast: 0.9 }],
  },
  charts: [{ id: 'cups', template: 'lines', title: 'Cups', question: 'How many?', measure: 'cups', panels: true }],
  filters: [{ id: 'rate', label: 'Highest rate', unit: '/h' }],
};
const run = (date: string, machine: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ date, title: `On ${machine}`, condition: 'quiet', by: 'A. Author', caveats: ['Made up.'] },
  ...{ testbed: { machine }, generator: { command: 'pour' }, parameters: { cup: 'large' } },
  sweeps: Object.fromEntries(['one', 'two', 'three', 'four'].map((id) => [id, { label: id, framework: id }])),
  statements: [{ framework: 'one', measure: 'cups', value: 5, source: 'survey' }],
  ...more,
});
const csv = (most: number): string => {
  const steps = [10, 100, 1000].flatMap((rate) => [1, 2].map((turn) => `${rate},${Math.min(rate, most)},${turn}`));
  return ['rate,cups,turn', ...steps].join('\n');
};
const runFiles = (id: string, description: unknown): Readonly<Record<string, string>> => ({
  [`data/pour/runs/${id}/run.yaml`]: yaml(description),
  [`data/pour/runs/${id}/one.csv`]: csv(20),
  [`data/pour/runs/${id}/two.csv`]: csv(200),
  [`data/pour/runs/${id}/three.csv`]: csv(2000),
  [`data/pour/runs/${id}/four.csv`]: csv(2),
});

const history = historyOf({ '2020-06': { 0: 1 } }, { mailmap: true });
const repository = {
  repository: 'https://github.com/example/one',
  failure: null,
  seen: {
    ...seenOf(),
    history: { ...history, months: { '2020-06': { human: '0:1', bot: 0, agent: 0 } } },
    contents: [{ ...contentOf({ licenses: [licenseOf('LICENSE', 'Zlib')] }), languages: { C: 5 } }],
  },
};

const source = (title: string, date: string) => ({ title, author: 'A. Author', url: 'https://survey.example/', date });

export const fullProject: Readonly<Record<string, string>> = {
  'data/site.yaml': yaml(site),
  'data/features.yaml': yaml(catalog),
  'data/sources.yaml': yaml({ survey: source('A survey', '2020-01-02'), post: source('A post', '2021-01-02') }),
  'data/shortlists.yaml': yaml([
    {
      ...{ id: 'lidded', label: 'With a lid', all: [{ feature: 'lid' }] },
      listed: { source: 'survey', edition: 'then', frameworks: ['one', 'two'] },
    },
  ]),
  'frameworks/one.yaml': yaml(framework('one', 'none')),
  'frameworks/two.yaml': yaml(framework('two', 'full')),
  'frameworks/three.yaml': yaml(framework('three', 'none')),
  'frameworks/four.yaml': yaml(framework('four', 'none')),
  'data/repositories/one.json': yaml(repository),
  'data/pour/benchmark.yaml': yaml(benchmark),
  ...runFiles('first', run('2025-01-01', 'a stove')),
  ...runFiles('again', run('2025-02-01', 'a stove', { supersedes: 'first', parameters: { cup: 'small' } })),
  ...runFiles('other', run('2025-03-01', 'a fire')),
};
