import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../../scripts/domain/limits.ts';
import { type Asked, neededBlobs, readBatch, summarizeContent } from '../../../../scripts/enrich/git/content.ts';
import type { TreeFile } from '../../../../scripts/enrich/git/tree.ts';
import { commitId } from '../../../support/facts.ts';

const blobOf = (number: number): string => String(number).padStart(40, '0');
const epoll: Asked = { pattern: 'epoll', in: 'source' };

/** A tree of files with their texts; null for a file that is not there. */
function summarize(texts: Readonly<Record<string, string | Buffer | null>>, asked: readonly Asked[] = [epoll]) {
  const entries = Object.entries(texts).map(([path, text], index) => ({ path, text, blob: blobOf(index) }));
  const files = entries.map(({ path, text, blob }): TreeFile => ({ path, blob, bytes: text?.length ?? null }));
  const blobs = new Map(entries.flatMap(({ text, blob }) => (text === null ? [] : [[blob, Buffer.from(text)]])));
  return summarizeContent({ asOf: null, commit: commitId, committed: '2020-06-15', files }, blobs, asked, (text) =>
    text.startsWith('MIT')
      ? { expression: 'MIT', confidence: 1, holds: ['MIT'], empty: false }
      : { expression: null, confidence: 0, holds: [], empty: false },
  );
}

describe('summarizeContent', () => {
  test('lines and bytes: bundled code apart, documents left out', () => {
    const content = summarize({
      'src/a.py': 'a\nb\n',
      'src/b.c': 'no line end',
      'src/empty.py': '',
      'tests/a.py': '1\n2\n3\n',
      'vendor/x.c': 'x\n',
      'docs/a.rst': 'text\n',
    });
    expect(content.lines).toEqual({ source: 3, tests: 3, vendored: 1 });
    expect(content.languages).toEqual([
      ['C', 11],
      ['Python', 10],
    ]);
    expect([content.files, content.unread]).toEqual([6, 0]);
  });

  test('a binary file with the ending of source has bytes and no lines', () => {
    const { lines, languages } = summarize({ 'a.m': Buffer.from([1, 0, 10, 10, 10]) });
    expect([lines.source, languages]).toEqual([0, [['Objective-C', 5]]]);
  });

  test('licenses detected, and left open where the file is missing, long or unknown', () => {
    const { licenses, unread } = summarize({
      LICENSE: 'MIT, at length',
      COPYING: 'Something else',
      'LICENSE.long': `MIT${'x'.repeat(257 * 1024)}`,
      'LICENSE.gone': null,
    });
    expect(licenses.map(({ path, expression }) => [path, expression])).toEqual([
      ['LICENSE', 'MIT'],
      ['COPYING', null],
      ['LICENSE.long', null],
      ['LICENSE.gone', null],
    ]);
    expect(unread).toBe(1);
  });

  test('no more license files than the limit', () => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`LICENSE.${index}`, 'MIT']));
    expect(summarize(many).licenses).toHaveLength(limits.gitLicenseFiles);
  });

  test('a word in the source, whatever its case; where its name says so first, then where it is most', () => {
    const [found] = summarize({
      'a.py': 'x\nEPOLL\n',
      'b.py': 'epoll epoll epoll\n',
      'src/epoll.c': '\n\nint epoll;\n',
      'tests/a.py': 'epoll\n',
      'docs/a.py': 'epoll\n',
      'README.md': 'epoll\n',
      'deps/x.c': 'epoll\n',
      'c.py': Buffer.from('\0epoll'),
      'Sketches/RJL/bittorrent/server.py': 'epoll\n',
      'demos/chat.py': 'epoll\n',
    }).searches;
    expect(found).toEqual({
      ...epoll,
      files: 3,
      sample: [
        { path: 'src/epoll.c', line: 3 },
        { path: 'b.py', line: 1 },
        { path: 'a.py', line: 2 },
      ],
      elsewhere: {
        files: 5,
        sample: [
          { path: 'Sketches/RJL/bittorrent/server.py', line: 1 },
          { path: 'demos/chat.py', line: 1 },
          { path: 'deps/x.c', line: 1 },
          { path: 'docs/a.py', line: 1 },
          { path: 'tests/a.py', line: 1 },
        ],
      },
    });
  });

  test('in documents too if all files are searched, but not in tests', () => {
    const [found] = summarize({ 'README.md': 'epoll\n', 'tests/a.py': 'epoll\n' }, [
      { pattern: 'epoll', in: 'all' },
    ]).searches;
    expect([found?.files, found?.elsewhere.files]).toEqual([1, 1]);
  });
});

describe('neededBlobs', () => {
  const file = (path: string, bytes: number | null, blob: string): TreeFile => ({ path, bytes, blob });

  test('source, licenses and manifests once each; all files where a search asks for all', () => {
    const files = [file('a.py', 1, 'a'), file('b.py', 1, 'a'), file('LICENSE', 1, 'l'), file('README', 1, 'r')];
    expect(neededBlobs([...files, file('package.json', 1, 'p')], [epoll])).toEqual(['a', 'l', 'p']);
    expect(neededBlobs(files, [{ pattern: 'x', in: 'all' }])).toEqual(['a', 'l', 'r']);
  });

  test('no file above the limit, and no more in all than the limit', () => {
    expect(neededBlobs([file('a.py', limits.gitBlobBytes + 1, 'a'), file('b.py', null, 'b')], [])).toEqual(['b']);
    const many = Array.from({ length: 200 }, (_, index) => file(`${index}.py`, limits.gitBlobBytes, `${index}`));
    expect(neededBlobs(many, [])).toHaveLength(Math.floor(limits.gitSourceBytes / limits.gitBlobBytes));
  });
});

describe('readBatch', () => {
  test('blobs by id; missing ones and other objects are left out', () => {
    const output = Buffer.concat([
      Buffer.from(`${blobOf(1)} blob 4\na\n\0b\n`),
      Buffer.from(`${blobOf(2)} missing\n`),
      Buffer.from(`${blobOf(3)} blob 0\n\n`),
    ]);
    expect([...readBatch(output)].map(([id, bytes]) => [id, bytes.toString('latin1')])).toEqual([
      [blobOf(1), 'a\n\0b'],
      [blobOf(3), ''],
    ]);
  });

  test('any blobs come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (blobs) => {
        const parts = blobs.map((bytes, index) =>
          Buffer.concat([Buffer.from(`${blobOf(index)} blob ${bytes.length}\n`), bytes, Buffer.from('\n')]),
        );
        const read = readBatch(Buffer.concat(parts));
        expect([...read.values()].map((bytes) => [...bytes])).toEqual(blobs.map((bytes) => [...bytes]));
      }),
    );
  });

  test('garbage ends', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        readBatch(Buffer.from(bytes));
      }),
    );
  });
});
