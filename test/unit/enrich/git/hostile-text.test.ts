import { beforeAll, describe, expect, test } from 'vitest';
import { summarizeContent } from '../../../../scripts/enrich/git/content.ts';
import { classifyFailure, GitFailure } from '../../../../scripts/enrich/git/failure.ts';
import { readLog, readTimestamps, summarizeHistory } from '../../../../scripts/enrich/git/history.ts';
import { joinIdentities, kindOf } from '../../../../scripts/enrich/git/identity.ts';
import { languageOf } from '../../../../scripts/enrich/git/languages.ts';
import { readManifest } from '../../../../scripts/enrich/git/manifest.ts';
import { parseRepository, readRemote, redirectTarget } from '../../../../scripts/enrich/git/remote.ts';
import { readReleases } from '../../../../scripts/enrich/git/tags.ts';
import {
  findLicenseFiles,
  findManifests,
  findPresences,
  readTree,
  roleOf,
} from '../../../../scripts/enrich/git/tree.ts';
import { type LicenseReader, readLicenseList } from '../../../../scripts/enrich/licenses/read.ts';
import { commitId } from '../../../support/facts.ts';

// A megabyte of what an expression would have to try again and again. Work that grows with the square of the text takes
// minutes to hours here, and these tests never end; work that grows with the text takes moments.
const size = 1024 * 1024;
const pump = (part: string): string => part.repeat(Math.ceil(size / part.length));
const parts = [
  ...['a', ' ', '\t', '\n', '\0', '/', '_', '-', '.', '<', '(', '[', '"', "'", '=', '{', '\r', 'é', '\ufffd'],
  ...['a/', 'a_', '_test', 'test_', 'test/', '-license', '.license.', 'copying.', 'vendor', 'LICENSES/'],
  ...[
    '<licenses>',
    '<name>',
    '<licenses><name>a',
    'license = ',
    'license = "',
    'license\t',
    'License :: OSI Approved :: ',
  ],
  ...['python_requires', '[a]\n', '[[a]]\n', 'a.', 'a=[', '{"a":', '[', 'MIT OR ', 'GNU '],
  ...['expected ', 'expected packet', "repository '", "transport '", 'credentials in ', '10:00:00.000000 x\n'],
  ...['Recv header: location: http', 'https://github.com/a/', 'ref: refs/heads/', `${commitId}\tHEAD\n`],
  ...[`${commitId} ${commitId}\0`, '1.', 'v1.0rc', 'refs/tags/v1\0'],
  ...['copyright ', '* ', 'a. b. ', '<<beginoptional>>', 'Permission is hereby granted '],
] as const;
const texts = parts.map((part) => `${pump(part)}!`);

describe('a megabyte of hostile text is read to its end', () => {
  const now = 1_790_000_000;

  test('as the output of git log, rev-list, for-each-ref, ls-tree and ls-remote', () => {
    for (const text of texts) {
      const history = summarizeHistory(readLog(text, readTimestamps(text), now), false);
      expect(history === null || history.commits > 0).toBe(true);
      expect(readReleases(text, ['v{semver}', '{semver}'], now).releases.length).toBeLessThan(size);
      expect(readTree(text).length).toBeLessThan(size);
      expect(() => readRemote(text)).toThrow(GitFailure);
    }
  });

  test('as a path', () => {
    for (const path of texts) {
      const file = { path, blob: commitId, bytes: 1 };
      expect(['source', 'test', 'document', 'example', 'vendored', 'other']).toContain(roleOf(path));
      expect(findPresences([file]).ci.files + findLicenseFiles([file]).length).toBeLessThan(3);
      expect(findManifests([file])).toEqual([]);
      expect(languageOf(path)).toBeNull();
    }
  });

  test('as a manifest of each kind', () => {
    for (const name of ['pyproject.toml', 'package.json', 'pom.xml', 'setup.py', 'setup.cfg']) {
      for (const text of texts) expect(readManifest(name, text).license?.said.length ?? 0).toBeLessThanOrEqual(200);
    }
  });

  test('as what a manifest calls its license', () => {
    for (const text of texts) {
      const short = text.slice(0, 990);
      for (const license of [text, short, '('.repeat(900), `${'('.repeat(400)}MIT${')'.repeat(400)}`])
        expect(readManifest('package.json', JSON.stringify({ license })).versions).toBeNull();
    }
  });

  test('as an error of git, an address, a redirect', () => {
    for (const text of texts) {
      expect(classifyFailure(new Error(text)).message.length).toBeLessThan(100);
      expect(parseRepository(`https://github.com/${text}`, ['github.com'])).toSatisfy(
        (one: { readonly path: string } | null) => one === null || !one.path.includes('..'),
      );
      expect(redirectTarget(`Recv header: location: https://${text}`)?.length ?? 0).toBeLessThan(400);
    }
  });

  test('as names and e-mails: of one author, and of very many', () => {
    for (const text of texts) expect(['human', 'bot', 'agent']).toContain(kindOf({ name: text, email: text }));
    const many = Array.from({ length: 100_000 }, (_, index) => ({ name: `n${index}`, email: `e${index + 1}@x.org` }));
    const chain = many.flatMap((one, index) => [one, { name: `n${index + 1}`, email: one.email }]);
    expect(new Set(joinIdentities(chain)).size).toBe(1);
    expect(new Set(joinIdentities(chain.reverse())).size).toBe(1);
  });
});

describe('as a license', () => {
  let read: LicenseReader;
  beforeAll(async () => {
    read = await readLicenseList();
  });

  test('the longest that are compared are read to their ends', () => {
    const file = (path: string, index: number) => ({ path, blob: String(index).padStart(40, '0'), bytes: 128 * 1024 });
    for (let at = 0; at < texts.length; at += 12) {
      const own = texts.slice(at, at + 12).map((text) => Buffer.from(text.slice(0, 120 * 1024)));
      const files = own.map((_, index) => file(`LICENSE.${index}`, index));
      const blobs = new Map(files.map(({ blob }, index) => [blob, own[index] ?? Buffer.alloc(0)]));
      const tree = { asOf: null, commit: commitId, committed: '2020-06-15', files };
      const { licenses } = summarizeContent(tree, blobs, [{ pattern: 'epoll', in: 'all' }], read);
      expect(licenses.map(({ expression }) => expression)).toEqual(own.map(() => null));
    }
  });
});
