import { expect, test } from 'vitest';
import { printIssue } from '../../../scripts/domain/issue.ts';
import { reportFacts } from '../../../scripts/merge/facts-issues.ts';
import { commitId, factsOf, historyOf, seenOf } from '../../support/facts.ts';
import { claimOf, frameworkOf } from '../../support/samples.ts';

const seen = seenOf({ history: historyOf({ '2020-06': { 0: 7335 } }) });

function warn(note: string, commit = commitId): readonly string[] {
  const source = { kind: 'commit', repository: 'somebody/one', commit } as const;
  const claim = { ...claimOf('full', '2020-06-30', { sources: [source] }), note };
  const framework = { ...frameworkOf('one', { activity: [claim] }), repository: 'https://github.com/somebody/one' };
  return reportFacts({ frameworks: [framework], repositories: new Map([['one', factsOf(seen)]]) }).map(printIssue);
}

test('a claim that counts other commits than the facts at the same commit is a warning', () => {
  expect(warn('738 commits in the year before, 10,944 in all, merges included.')).toEqual([
    expect.stringContaining(
      'Found 10944 commits in all in the note, but the repository facts count 7335 at the same commit',
    ),
  ]);
});

test.each([
  ['the same count', '738 in the year before, 7,335 in all', commitId],
  ['one of two counts', '7335 in all, and 10,944 in all with the older history', commitId],
  ['no count of all', '738 commits in the year before', commitId],
  ['an older commit with fewer', '7,000 in all', 'b'.repeat(40)],
])('%s is none', (_name, note, commit) => {
  expect(warn(note, commit)).toEqual([]);
});

test('a history that is shorter than at another commit is a warning too', () => {
  expect(warn('10,944 in all', 'b'.repeat(40))).toHaveLength(1);
});
