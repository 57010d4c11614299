import { describe, expect, test } from 'vitest';
import { check } from '../../../scripts/build.ts';
import { issue } from '../../../scripts/domain/issue.ts';
import type { Issue, Source } from '../../../scripts/domain/source.ts';
import { parseYaml } from '../../../scripts/load/yaml.ts';
import { readAcknowledged, type Split, splitAcknowledged } from '../../../scripts/validate/acknowledged.ts';
import { inMemory, readFixture } from '../../support/project.ts';
import { bytesOf, rulesOf } from '../../support/samples.ts';

const file = 'data/acknowledged.yaml';
const sourceOf = (text: string): Source => {
  const { source } = parseYaml(file, bytesOf(text));
  if (source === null) throw new Error('the sample does not parse');
  return source;
};
const place = { file: 'frameworks/a.yaml', line: 3, column: 5 };
const pool: Issue = issue('git-contradicts', place, 'Thread pool (Today): the claim says none');
const tests: Issue = issue('git-contradicts', place, 'Tests (Today): the claim says none');

function split(entry: string, issues: readonly Issue[], latestDay = '2026-11-28'): Split {
  const source = sourceOf(`- {rule: git-contradicts, reason: Read., ${entry}}\n`);
  const { value } = readAcknowledged(source);
  if (value === null) throw new Error('the sample is no list of acknowledged warnings');
  return splitAcknowledged(issues, value, source, latestDay);
}

describe('an acknowledged warning', () => {
  test('is taken out, the others are not', () => {
    const found = split('place: frameworks/a.yaml, says: Thread pool, until: 2027-01-01', [pool, tests]);
    expect(found).toEqual({ issues: [tests], acknowledged: [pool] });
  });

  test('may be all of a rule in a file', () => {
    const found = split('place: frameworks/a.yaml, until: 2027-01-01', [pool, tests]);
    expect(found).toEqual({ issues: [], acknowledged: [pool, tests] });
  });

  test('is shown again when its day has come, and the entry is told', () => {
    const { issues, acknowledged } = split('place: frameworks/a.yaml, until: 2026-11-27', [pool]);
    expect(acknowledged).toEqual([]);
    expect(rulesOf(issues)).toEqual(['acknowledged-stale', 'git-contradicts']);
    expect(issues[1]?.message).toContain('ended on 2026-11-27');
    expect(issues[1]?.place).toMatchObject({ file, line: 1 });
  });

  test('that does not exist is told', () => {
    const { issues } = split('place: frameworks/b.yaml, until: 2027-01-01', [pool]);
    expect(issues.map(({ message }) => message)).toEqual([
      pool.message,
      'Found no warning git-contradicts in frameworks/b.yaml that this entry could mean; remove the entry',
    ]);
  });

  test('is never an error', () => {
    const error: Issue = { ...pool, level: 'error' };
    expect(split('place: frameworks/a.yaml, until: 2027-01-01', [error]).acknowledged).toEqual([]);
  });
});

test('the file is checked like any other', () => {
  const { value, issues } = readAcknowledged(
    sourceOf('- {rule: id-unknown, place: a, reason: x, untill: 2027-01-01}\n'),
  );
  expect(value).toBeNull();
  expect(rulesOf(issues)).toEqual(['choice-unknown', 'key-unknown']);
  const read = check(inMemory({ ...readFixture('minimal'), [file]: '- {rule: look-missing}\n' }));
  expect(read.issues.some((one) => one.place.file === file && one.rule === 'key-missing')).toBe(true);
});

test('an entry is not called stale while errors hide the warnings', () => {
  const entry = '- {rule: git-contradicts, place: frameworks/a.yaml, reason: Read., until: 9999-12-31}\n';
  const files = { ...readFixture('minimal'), [file]: entry };
  expect(rulesOf(check(inMemory(files)).issues)).toContain('acknowledged-stale');
  const broken = check(inMemory({ ...files, 'data/shortlists.yaml': 'a: [' }));
  expect(rulesOf(broken.issues)).not.toContain('acknowledged-stale');
});
