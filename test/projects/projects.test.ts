/**
 * A folder here is a test: a tiny project, and in `expected/` what is held of it. `issues.txt` holds every issue as it is printed,
 * `files.txt` the path of every output, any other file the output of that path; of a page, a `.txt` holds what a reader reads.
 * Only what is in `expected/` is compared; `UPDATE=1 npm run test:projects` writes it again.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Built, build } from '../../scripts/build.ts';
import { hasErrors, printIssue } from '../../scripts/domain/issue.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { inMemory, readFixture } from '../support/project.ts';
import { stableText, textOfPage } from '../support/snapshot.ts';

const folder = import.meta.dirname;
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(cases)('%s', (name) => {
  const expected = join(folder, name, 'expected');
  const held = readdirSync(expected, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file).slice(expected.length + 1));
  let built: Built;
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    built = await build(inMemory(readFixture(name)));
    const text = ({ path, content }: Output): string => stableText(path, Buffer.from(content).toString('utf8'));
    texts = new Map((built.outputs ?? []).map((one) => [one.path, text(one)]));
  });

  test('is a test: something is expected of it', () => {
    expect(held).not.toEqual([]);
  });

  test('has the issues that are expected, and no other error', async () => {
    const { outputs, issues } = built;
    const printed = issues.map((one) => `${printIssue(one)}\n`).join('');
    if (held.includes('issues.txt')) await expect(printed).toMatchFileSnapshot(join(expected, 'issues.txt'));
    else expect(hasErrors(issues), printed).toBe(false);
    expect(outputs === null).toBe(hasErrors(issues));
  });

  test.each(held.filter((file) => file !== 'issues.txt'))('builds the expected %s', async (file) => {
    const found = file === 'files.txt' ? listOf(texts) : (texts.get(file) ?? readText(texts, file));
    expect(found, 'an output of that path').toBeDefined();
    await expect(found).toMatchFileSnapshot(join(expected, file));
  });
});

test('no folder holds what a build left behind', () => {
  expect(cases.filter((name) => existsSync(join(folder, name, 'dist')))).toEqual([]);
});

/** The paths of all outputs, those of assets without their hashes. */
function listOf(texts: ReadonlyMap<string, string>): string {
  return [...texts.keys()]
    .map((path) => `${stableText('', path)}\n`)
    .sort()
    .join('');
}

function readText(texts: ReadonlyMap<string, string>, file: string): string | undefined {
  const page = texts.get(file.replace(/\.txt$/, '.html'));
  return page === undefined ? undefined : textOfPage(page);
}
