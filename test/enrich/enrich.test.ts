import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import type { Seen } from '../../scripts/domain/facts.ts';
import type { Source } from '../../scripts/domain/source.ts';
import { describeRow, type EnrichRow, summarizeRows } from '../../scripts/enrich/enrich.ts';
import { printFacts } from '../../scripts/enrich/git/file.ts';
import { parseJson } from '../../scripts/load/json.ts';
import { readRepositoryFacts } from '../../scripts/validate/repository.ts';
import { inMemory } from '../support/project.ts';
import { type Bench, now, processesBelow, startBench } from './enriching.ts';
import { hostile } from './farm/hostile.ts';
import { repositories } from './farm/repositories.ts';
import { type Farm, lightNames, startFarm } from './farm/server.ts';

const names = [...lightNames(), ...Object.keys(hostile), 'nobody-knows'];
/** Answers that would go on for ever. */
const endless = ['hang', 'drip', 'infinite', 'slow-pack', 'huge-pack-endless'];
/** Addresses that a pull request may try; none of them may cause a single request. */
const refused: Readonly<Record<string, string>> = {
  'plain-http': 'http://github.com/farm/plain',
  'other-host': 'https://internal.example/farm/plain',
  'no-path': 'https://github.com/plain',
  climbing: 'https://github.com/farm/../../plain',
  optional: 'https://github.com/--upload-pack=touch/plain',
};

let farm: Farm;
let bench: Bench;
let rows: ReadonlyMap<string, EnrichRow>;
beforeAll(async () => {
  farm = await startFarm([...lightNames(), 'many-refs', 'huge-license']);
  const own = Object.fromEntries(names.map((name) => [name, farm.url(name)]));
  bench = startBench(farm, {
    ...own,
    'many-refs': farm.url('many-refs'),
    'huge-license': farm.url('huge-license'),
    ...refused,
  });
  const all = Object.keys(bench.files).flatMap((file) => /^frameworks\/(.*)\.yaml$/.exec(file)?.[1] ?? []);
  const answering = await bench.run({ only: all.filter((name) => !endless.includes(name)) });
  const waiting = await bench.run({ only: endless, timeoutSeconds: 3 });
  rows = new Map([...(answering.rows ?? []), ...(waiting.rows ?? [])].map((row) => [row.framework, row]));
}, 300_000);
afterAll(async () => {
  bench.close();
  await farm.close();
});

const rowOf = (name: string): EnrichRow => {
  const row = rows.get(name);
  if (row === undefined) throw new Error(`no row of ${name}`);
  return row;
};
const seenOf = (name: string): Seen => {
  const { seen } = rowOf(name).facts;
  if (seen === null) throw new Error(`nothing seen of ${name}`);
  return seen;
};

describe('a farm of repositories', () => {
  test.each(names.filter((name) => repositories[name]?.facts !== undefined && isReadable(name)).map((name) => [name]))(
    '%s is read, and says what was planted',
    (name) => {
      const facts = repositories[name]?.facts;
      const { history, releases, contents } = seenOf(name);
      expect(history.commits).toBe(facts?.commits);
      if (facts?.merges !== undefined) expect(history.merges).toBe(facts.merges);
      if (facts?.roots !== undefined) expect(history.roots).toHaveLength(facts.roots);
      if (facts?.last !== undefined) expect(history.last.committed).toBe(facts.last);
      if (facts?.tags !== undefined) expect(releases.tags).toBe(facts.tags);
      if (facts?.humans !== undefined) expect(history.authors.human).toBe(facts.humans.joined);
      if (facts?.bots !== undefined) expect(history.authors.bot).toBe(facts.bots);
      if (facts?.agents !== undefined) expect(history.authors.agent).toBe(facts.agents);
      if (facts?.license !== undefined) expect(contents[0]?.licenses[0]?.expression ?? null).toBe(facts.license);
      if (facts?.declared !== undefined)
        expect(contents[0]?.manifests.find(({ license }) => license !== null)?.license?.expression ?? null).toBe(
          facts.declared,
        );
    },
  );

  test.each([
    ['shallow', 'broken', 'is shallow, or lacks commits of its history'],
    ['missing-commit', 'broken', 'is shallow, or lacks commits of its history'],
    ['missing-tree', 'broken', 'is damaged, or its server does not speak git'],
    ['empty', 'broken', 'has no commits: it is empty, or its URL leads to something else'],
    ['login-page', 'broken', 'has no commits: it is empty, or its URL leads to something else'],
    ['no-head', 'broken', 'has no head: its default branch does not exist'],
    ['tree-bomb', 'refused', 'has more than 200000 files'],
    ['many-refs', 'refused', 'has more than 200000 refs'],
    ['moved', 'moved', 'has moved'],
    ['moved-inside', 'moved', 'has moved'],
    ['gone', 'gone', 'does not exist'],
    ['nobody-knows', 'gone', 'does not exist'],
    ['private', 'unreachable', 'asks for a login: it is private, or gone'],
    ['forbidden', 'unreachable', 'asks for a login: it is private, or gone'],
    ['server-error', 'unreachable', 'cannot be reached'],
    ['hang', 'unreachable', 'did not answer in time'],
    ['drip', 'unreachable', 'did not answer in time'],
    ['slow-pack', 'unreachable', 'did not answer in time'],
    ['garbage', 'broken', 'is damaged, or its server does not speak git'],
    ['bad-lines', 'broken', 'is damaged, or its server does not speak git'],
    ['cut-pack', 'broken', 'is damaged, or its server does not speak git'],
    ...Object.keys(refused).map((name) => [name, 'refused', 'has a URL that may not be read'] as const),
  ] as const)('%s is %s: %s', (name, outcome, detail) => {
    const { outcome: found, facts } = rowOf(name);
    expect([found, facts.failure?.detail, facts.seen]).toEqual([outcome, detail, null]);
  });

  test('every other answer ends as a state of the repository, never as a mistake of ours', () => {
    const states = ['fresh', 'moved', 'gone', 'unreachable', 'refused', 'broken'];
    expect([...rows.values()].filter(({ outcome, bug }) => bug !== null || !states.includes(outcome))).toEqual([]);
    expect(rows.size).toBe(names.length + 2 + Object.keys(refused).length);
  });

  test('nothing else was reached, nothing was left: no request elsewhere, no process, no file', () => {
    expect(farm.requests.filter(({ server }) => server === 'elsewhere')).toEqual([]);
    expect(processesBelow(bench.workFolder)).toEqual([]);
    expect(readdirSync(bench.workFolder)).toEqual([]);
    for (const folder of ['.', farm.folder, farm.home]) expect(existsSync(join(folder, 'pwned')), folder).toBe(false);
  });

  test('nothing a server or a repository says can begin a line, color it or turn it around', () => {
    const text = [...bench.said, ...summarizeRows([...rows.values()], now), ...Object.values(bench.files)].join('\n');
    expect(text).not.toMatch(/::error::|(?!\n)\p{Cc}|\p{Bidi_Control}/u);
  });

  test('facts survive their file: printed and read, they are the same', () => {
    for (const { facts, framework } of rows.values()) {
      const text = bench.files[`data/repositories/${framework}.json`] ?? '';
      const { source, issues } = parseJson(facts.file, Buffer.from(text));
      expect(issues).toEqual([]);
      const read = readRepositoryFacts(source as Source, framework);
      expect(read.issues).toEqual([]);
      expect(read.value).toEqual(facts);
      expect(printFacts(read.value ?? facts)).toBe(text);
    }
  });
});

function isReadable(name: string): boolean {
  return !['shallow', 'missing-commit', 'missing-tree', 'tree-bomb', 'empty', 'no-head', 'thirty-thousand'].includes(
    name,
  );
}

describe('what is read', () => {
  test('people, the tags of releases, and the tree of an older day', () => {
    expect(seenOf('plain').releases.list.map(({ tag, stable }) => `${tag} ${stable}`)).toEqual([
      'v1.0 true',
      'v1.1rc1 false',
      'v1.2.0 true',
      'v1.10.0 true',
    ]);
    expect(seenOf('relicensed').contents.map(({ asOf, licenses }) => [asOf, licenses[0]?.expression])).toEqual([
      [null, 'BSD-3-Clause'],
      ['2009-12-22', 'MIT'],
    ]);
  });

  test('words in the source, not in tests and documentation', () => {
    const [newest] = seenOf('pollers').contents;
    expect(newest?.searches.map(({ pattern, files }) => [pattern, files])).toEqual([
      ['epoll', 1],
      ['threadpool', 1],
    ]);
  });

  test('a license behind a link or in a submodule is none, and a huge one is not read', () => {
    for (const name of ['symlinked-license', 'submodule-license', 'huge-license'])
      expect(seenOf(name).contents[0]?.licenses.filter(({ expression }) => expression !== null)).toEqual([]);
  });

  test('a tag that points to a tree is left out and named, the others are read', () => {
    const { list, strays, tags } = seenOf('stray-tag').releases;
    expect([list.map(({ tag }) => tag), strays, tags]).toEqual([['v1.0.0', 'v3.0.0'], ['v2.0.0'], 3]);
    expect(seenOf('tree-tag').releases).toMatchObject({ list: [], strays: ['v1.0.0'] });
  });

  test('a history joined by a replacement ref is read as it is cloned, and the ref is counted', () => {
    expect([seenOf('replaced').history.replaced, seenOf('plain').history.replaced]).toEqual([1, 0]);
  });

  test('tags that match no template are counted, with examples', () => {
    expect(seenOf('plain').releases.others.length).toBe(
      seenOf('plain').releases.tags - seenOf('plain').releases.list.length,
    );
  });

  test('malformed identities are dated by their committer', () => {
    expect(seenOf('malformed-identities').history.anomalies.malformed).toBeGreaterThan(0);
    for (const name of ['malformed-dates', 'future-head']) {
      const { first, last, months } = seenOf(name).history;
      for (const day of [first.committed, last.committed, ...months.map(({ month }) => `${month}-01`)])
        expect(day >= '1970-01-01' && day <= '2026-09-22', day).toBe(true);
    }
  });
});

describe('a second time', () => {
  test('an unchanged repository costs one request for its refs, and only its day is new', async () => {
    const before = bench.files['data/repositories/plain.json'] ?? '';
    const asked = farm.requests.length;
    const row = await bench.one('plain', {}, now + 5 * 86_400);
    expect(row.outcome).toBe('unchanged');
    expect(farm.requests.slice(asked).map(({ url }) => url.replace(/\?.*/, ''))).toEqual([
      '/plain/info/refs',
      '/plain/git-upload-pack',
    ]);
    const after = bench.files['data/repositories/plain.json'] ?? '';
    expect(after).toBe(before.replace('"observed": "2026-09-21"', '"observed": "2026-09-26"'));
  });

  test('what was observed lately is left alone when only stale facts are asked for', async () => {
    const asked = farm.requests.length;
    expect((await bench.one('zones', { staleDays: 7 })).outcome).toBe('kept');
    expect(farm.requests.length).toBe(asked);
    expect((await bench.one('zones', { staleDays: 7 }, now + 8 * 86_400)).outcome).toBe('unchanged');
  });

  test('a dry run writes nothing', async () => {
    const before = { ...bench.files };
    const { changed } = await bench.one('zones', { dryRun: true }, now + 20 * 86_400);
    expect(changed).toBe(true);
    expect(bench.files).toEqual(before);
  });

  test.each([
    ['rewritten', 'rewritten-later', 'was rewritten: it begins with another commit than before'],
    ['shrunk', 'shrunk-later', 'has lost more than half of its commits: 24 of 60 are left'],
  ])('%s keeps its facts until a person accepts the new history', async (name, later, detail) => {
    const before = rowOf(name).facts.seen;
    farm.plant(later, name);
    const row = await bench.one(name);
    expect([row.outcome, row.facts.failure?.detail, row.facts.seen]).toEqual(['broken', detail, before]);
    const again = await bench.one(name, {}, now + 86_400);
    expect(again.facts.failure?.since).toBe('2026-09-21');
    const accepted = await bench.one(name, { accepted: [name] });
    expect([accepted.outcome, accepted.facts.failure]).toEqual(['fresh', null]);
    expect(accepted.facts.seen?.history.commits).toBe(24);
  });

  test('other templates of tags in the registry are no loss in the repository', async () => {
    const file = 'frameworks/plain.yaml';
    const text = bench.files[file] ?? '';
    bench.files[file] = text.replace('tags: v{semver}', 'tags: release-{semver}');
    const row = await bench.one('plain');
    expect([row.outcome, row.facts.seen?.releases.list]).toEqual(['fresh', []]);
    const { issues } = check(inMemory(bench.files));
    const unmatched = issues.filter(({ rule }) => rule === 'tags-unmatched').map(({ message }) => message);
    expect(unmatched.filter((message) => message.endsWith('frameworks/plain.yaml'))).toEqual([
      expect.stringMatching(/^Found 5 tags, such as .*; none matches `release-\{semver\}` of/),
    ]);
    bench.files[file] = text;
    expect((await bench.one('plain')).facts.seen?.releases.list).toHaveLength(4);
  });

  test('a repository that has gone keeps its facts, byte for byte', async () => {
    const file = 'data/repositories/svn-import.json';
    const kept = (text: string | undefined): string => (text ?? '').slice((text ?? '').indexOf('"seen"'));
    const before = kept(bench.files[file]);

    farm.plant('empty', 'svn-import');
    const row = await bench.one('svn-import');
    expect(row.outcome).toBe('broken');
    expect(kept(bench.files[file])).toBe(before);
    expect(describeRow(row)).toContain('10 commits, observed until 2026-09-21');
  });

  test('facts of an address that the registry no longer names stay until new ones are read', async () => {
    const file = 'frameworks/zones.yaml';
    const facts = bench.files['data/repositories/zones.json'];
    const text = bench.files[file] ?? '';
    bench.files[file] = text.replace('/zones', '/gone');
    expect((await bench.one('zones')).outcome).toBe('gone');
    expect(bench.files['data/repositories/zones.json']).toBe(facts);
    bench.files[file] = text;
  });

  test('damaged facts are an issue with a place, and the next run mends them', async () => {
    const file = 'data/repositories/plain.json';
    const sound = bench.files[file] ?? '';
    bench.files[file] = sound.replace('"observed": "', '"observed": "not ');
    const line = sound.split('\n').findIndex((one) => one.includes('"observed"')) + 1;
    const { issues } = check(inMemory(bench.files));
    expect(issues.filter(({ place }) => place.file === file).map(({ place, rule }) => [place.line, rule])).toEqual([
      [line, 'value-form'],
    ]);
    bench.files[file] = sound.slice(0, 400);
    expect(check(inMemory(bench.files)).issues.filter(({ place }) => place.file === file)[0]?.rule).toBe('json-syntax');
    expect((await bench.one('plain')).outcome).toBe('fresh');
    expect(check(inMemory(bench.files)).issues.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('facts of no framework of the registry are a warning', () => {
  const text = bench.files['data/repositories/two-roots.json'] ?? '';
  const { issues } = check(inMemory({ ...bench.files, 'data/repositories/stranger.json': text }));
  expect(issues.filter(({ rule }) => rule === 'facts-stray').map(({ place }) => place.file)).toEqual([
    'data/repositories/stranger.json',
  ]);
});

test('an unknown name after --only is a mistake of the user, with the nearest guess', async () => {
  await expect(bench.run({ only: ['plian'] })).rejects.toThrow('did you mean `plain`?');
});
