/**
 * What a contributor may add breaks no test: the checks of this comparison, run against copies of it with something valid added.
 */
import { describe } from 'vitest';
import { memoryFiles } from '../../scripts/platform/effects.ts';
import { type BuiltSite, buildSite } from '../support/built-site.ts';
import { readFixture, realEffects } from '../support/project.ts';
import { describeRegistry } from './registry.suite.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

const framework = `name: A New One
category: modern-python
language: Python
claims:
  license:
    - value: MIT
      on: 2026-11-22
      source: {repository: example/sample, commit: ${commit}, path: LICENSE}
  epoll: unknown
`;

/** The example of the README, with a date that has passed. */
const run = `date: 2026-11-24
title: Tornado on a laptop
condition: quiet
by: your name
testbed:
  CPU: 4 cores at 3 GHz
  operating system: Debian 12
generator:
  command: httperf --server=localhost --port=8001 --rate=R --num-conns=N
caveats:
  - One repeat only.
sweeps:
  tornado-streams:
    label: 'Tornado, streams'
    framework: tornado
    version: tornado 6.6.1
    runtime: CPython 3.14
`;

const steps = `repeat,attempt,attempted_rate_per_s,connections,replies,achieved_rate_per_s,success_share,latency_p50_ms
1,1,1000,2000,2000,1000,1,0.27
1,1,2000,4000,3990,1995,0.9975,
`;

/** A claim of today, and a reader who says that it is wrong. */
function withDispute(text: string): string {
  return `${text.trimEnd()}
  license:
    - {value: MIT, on: 2026-11-22, source: {repository: example/sample, commit: ${commit}, path: LICENSE}}
    - value: Apache-2.0
      by: a reader
      on: 2026-11-23
      source: {url: https://reader.example/, retrieved: 2026-11-23}
      disputes: 2026-11-22
`;
}

const folder = 'data/ping-pong/runs/2026-11-24-laptop';
const contributions: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a framework', { 'frameworks/a-new-one.yaml': framework }],
  [
    'a dispute',
    {
      'frameworks/disputed-one.yaml': withDispute('name: Disputed One\ncategory: modern-python\nlanguage: Go\nclaims:'),
    },
  ],
  ['a run', { [`${folder}/run.yaml`]: run, [`${folder}/tornado-streams.csv`]: steps }],
  ['a benchmark', benchmarkOf('json-parsers')],
];

describe.each(contributions)('with %s added, this comparison', (_name, added) => {
  let site: Promise<BuiltSite> | undefined;
  describeRegistry(() => {
    site ??= buildSite(withAdded(added));
    return site;
  });
});

/** The real project, with files added. */
function withAdded(added: Readonly<Record<string, string>>): ReturnType<typeof realEffects> {
  const effects = realEffects();
  const more = memoryFiles(added);
  const files = {
    list: (inside: string) => [...new Set([...effects.files.list(inside), ...more.list(inside)])].sort(),
    read: (file: string) => (Object.hasOwn(added, file) ? more : effects.files).read(file),
  };
  return { ...effects, files };
}

/** The benchmark of a small project, whose sweeps are baselines here, since its frameworks are not. */
function benchmarkOf(name: string): Readonly<Record<string, string>> {
  const files = Object.entries(readFixture(name)).filter(([file]) => /^data\/[^/]+\//.test(file));
  return Object.fromEntries(
    files.map(([file, text]) => [
      file,
      file.endsWith('run.yaml') ? `${text.trimEnd()}\nsweeps: {twig: {label: Twig}, brook: {label: Brook}}\n` : text,
    ]),
  );
}
