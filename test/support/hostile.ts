import { contentOf, historyOf, licenseOf, seenOf } from './facts.ts';

/** Text of at most a hundred characters that tries to leave every place it could stand at. */
export const evil = `"'><img src=x onerror=alert(1)></script><!-- ]]> [a](javascript:alert(1)) | on=alert(1) &amp; {{x}}`;
/** The same for twenty characters. */
const short = '"><svg onload=a()>';
/** What a spreadsheet would run. */
export const formula = '=HYPERLINK("javascript:alert(1)")</title><script>alert(1)</script>';
const prose = `${evil}\n\n<iframe srcdoc="<script>alert(1)</script>"></iframe>\n| a |\n|---|\n${formula}`;
const url = 'https://evil.example/(a)/;//javascript:alert(1)?x=[y](z)&amp;!--%22%3E';

// JSON is YAML, so that every text arrives as it is here.
const yaml = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const support = (value: string): object => ({ value, said: evil, note: prose, by: evil, on: '2020-01-02' });

const site = {
  title: evil,
  tagline: evil,
  url: 'https://hostile.example',
  base: '/sub/',
  license: { label: evil, url },
  repository: url,
  branch: evil,
  categories: [{ id: 'sort', label: evil }],
  editions: [
    { id: 'now', label: evil, note: prose },
    { id: 'then', label: formula, on: '2021-01-01', source: 'post', note: prose },
  ],
  comparisons: [{ frameworks: ['one', 'two'], note: prose }],
  hosts: ['evil.example'],
  badges: [
    { id: 'speed', label: formula, benchmark: 'load' },
    { id: 'again', label: evil, benchmark: 'load' },
  ],
  navigation: [{ label: evil, path: 'matrix/' }],
};

const feature = (id: string, kind: string, more: object = {}): object => ({
  ...{ id, kind, label: evil, short, question: evil, help: prose, group: 'all' },
  ...more,
});
const catalog = {
  groups: [{ id: 'all', label: evil }],
  features: [
    feature('answer', 'support', { facet: { words: '"><script>alert(1)</script>' } }),
    feature('words', 'text'),
    feature('many', 'list', { facet: { options: [{ id: 'a', label: '"><b onclick=a()>', matches: [evil] }] } }),
    feature('choice', 'choice', { choices: [{ id: 'a', label: evil }], facet: true }),
    feature('where', 'link'),
    feature('day', 'date'),
    feature('license', 'license', { fromGit: { fact: 'license-files' } }),
    feature('language', 'text', { fromGit: { fact: 'main-language' } }),
    feature('newest', 'text', { fromGit: { fact: 'newest-tag' } }),
  ],
};

const sources = [
  { source: 'post', part: evil },
  { url, retrieved: '2020-01-02' },
  { repository: 'a/b', commit: '0'.repeat(40), path: `src/${evil}`, line: 3 },
  { repository: 'a/b', commit: '0'.repeat(40), tag: evil },
  { repository: 'a/b', commit: '0'.repeat(40), search: evil, in: formula },
];
const framework = (name: string): object => ({
  ...{ name, summary: evil, category: 'sort', homepage: url, repository: url, language: evil },
  package: { index: 'pypi', name: evil },
  claims: {
    answer: [
      { ...support('none'), on: '2019-01-02' },
      { ...support('full'), source: sources },
    ],
    words: [{ value: evil, note: prose, on: '2020-01-02', source: sources }],
    many: [{ value: [evil, formula], on: '2020-01-02' }],
    choice: [{ value: 'a', said: evil, link: url, on: '2020-01-02' }],
    where: [{ value: url, on: '2020-01-02' }],
    day: [{ value: '2020-01-02', note: prose, on: '2020-01-02' }],
    license: [{ value: 'MIT', said: evil, on: '2020-01-02' }],
    language: [{ value: evil, on: '2020-01-02' }],
    newest: [{ value: formula, on: '2020-01-02' }],
  },
});

const chart = (id: string, measure: string, more: object = {}): object => ({
  ...{ id, measure, template: 'lines', title: evil, question: evil },
  ...more,
});
const benchmark = {
  ...{ title: evil, summary: evil, workload: prose, axis: 'rate', key: ['rate', 'words'], repeat: 'words' },
  measures: [
    { id: 'rate', label: evil, unit: short, help: prose },
    { id: 'replies', label: formula, unit: short, better: 'higher', help: prose },
    { id: 'words', label: evil, kind: 'text' },
  ],
  saturation: { label: evil, text: prose, tests: [{ measure: 'replies', relativeTo: 'rate', atLeast: 0.9 }] },
  charts: [
    chart('replies', 'replies', { panels: true }),
    chart('top', 'rate', { template: 'saturation', saturation: true }),
  ],
  filters: [{ id: 'rate', label: '"><script>alert(1)</script>', unit: short }],
};
const facts = { [evil]: evil, '<script>alert(1)</script>': formula };
const run = {
  ...{ date: '2022-03-04', title: evil, condition: 'quiet', by: evil },
  ...{ testbed: facts, generator: facts, parameters: facts, caveats: [evil, formula] },
  sweeps: {
    one: { label: evil, framework: 'one', version: evil, runtime: evil, style: evil, scenario: evil, note: prose },
    two: { label: formula, framework: 'two', note: prose },
  },
  statements: [{ framework: 'one', setting: evil, measure: 'replies', value: 5, note: prose, source: sources }],
};
const csv = (rate: number): string =>
  [
    'rate,replies,words',
    ...[1, 10, 100].map((step) => `${step},${step * rate},"<img src=x onerror=alert(1)>""'</script>"`),
  ].join('\n');

const source = {
  title: evil,
  author: evil,
  url,
  date: '2019-01-02',
  partUrl: 'https://evil.example/{part}/x',
  note: prose,
};

const page = `# ${evil.replaceAll('<', '&lt;')} :value{run="load/first" program=one}

<script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:alert(1)" onclick="alert(1)">x</a>

[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,<script>alert(1)</script>) [d](vbscript:x)
[e](<java&#x0A;script:alert(1)>) [f](//evil.example/) [g](/\\\\evil.example) ![h](https://evil.example/track.png) <javascript:alert(1)>
[i](https://evil.example/ "\\" onmouseover=alert(1) x=\\"") [j][k] \`<script>\` a:b{onclick=alert(1)}

[k]: javascript:alert(1)

<svg><style><img src=x onerror=alert(1)></style></svg><math><mtext><style><!--</style><img title="--><img src=x onerror=alert(1)>">

::figure{id=load-replies}

::figure{id=part}

::matrix{edition=now}

::saturation{run="load/first"}
`;

const languages = { [evil]: 5, '<script>alert(1)</script>': 1 };
const content = {
  ...contentOf({ licenses: [licenseOf(evil, evil)] }),
  present: { ...contentOf().present, tests: { files: 1, sample: [evil, formula] } },
  manifests: [{ path: evil, license: { said: evil, expression: evil, line: 1 }, versions: evil }],
  languages,
};
const history = { ...historyOf({ '2020-06': { 0: 1 } }), months: { '2020-06': { human: '0:1', bot: 0, agent: 0 } } };
const repository = {
  repository: url,
  failure: {
    state: 'moved',
    detail: evil,
    since: '2021-01-01',
    to: 'https://evil.example/"><script>alert(1)</script>',
  },
  seen: {
    ...seenOf({ branch: evil }),
    history,
    releases: {
      ...{ tags: 1, templates: [evil], others: [evil], strays: [evil] },
      list: [{ tag: evil, version: evil, date: '2020-06-01', commit: '0'.repeat(40), stable: true }],
    },
    contents: [content],
  },
};
const code = `# </code></pre><script>alert(1)</script><!--\nprint("</script>", '<img src=x onerror=alert(1)>')\n`;

/** A project in which every text that an author may write is hostile, as far as it may be. */
export const hostileProject: Readonly<Record<string, string>> = {
  'data/site.yaml': yaml(site),
  'data/features.yaml': yaml(catalog),
  'data/sources.yaml': yaml({ post: source }),
  'data/shortlists.yaml': yaml([{ id: 'few', label: evil, note: prose, all: [{ feature: 'answer' }] }]),
  'data/figures.yaml': yaml([{ id: 'part', title: evil, question: evil, figure: 'load-replies', frameworks: ['one'] }]),
  'data/redirects.yaml': yaml({
    frameworks: { old: 'one' },
    figures: { 'old-part': 'part' },
    pages: { 'old/page': 'about' },
  }),
  'frameworks/one.yaml': yaml(framework(evil)),
  'frameworks/two.yaml': yaml(framework(formula)),
  'data/repositories/one.json': yaml(repository),
  'data/load/benchmark.yaml': yaml(benchmark),
  'data/load/runs/first/run.yaml': yaml(run),
  'data/load/runs/first/one.csv': csv(1),
  'data/load/runs/first/two.csv': csv(0.5),
  'benchmarks/load/programs.yaml': yaml({
    ...{ written: '2022-03-04', note: prose },
    programs: [
      { id: 'one', build: evil, command: evil, sweeps: ['one'], note: prose },
      { id: 'two', build: evil, command: formula, sweeps: ['two'] },
    ],
  }),
  'benchmarks/load/servers/one/pong.py': code,
  'benchmarks/load/servers/two/"><img src=x onerror=alert(1)>.py': code,
  'site/pages/about.md': page,
};
