import { expect, test } from 'vitest';
import type { Claim, ClaimSource } from '../../../scripts/domain/claim.ts';
import { printIssue } from '../../../scripts/domain/issue.ts';
import { reportContradictions } from '../../../scripts/merge/contradictions.ts';
import { commitId } from '../../support/facts.ts';
import { claimOf, featureOf, frameworkOf, namedSource, somewhere } from '../../support/samples.ts';

const at = { repository: 'a/b', commit: commitId };
const evidence = {
  verdict: 'contradicted',
  short: 'BSD-3-Clause',
  says: 'LICENSE says BSD-3-Clause',
  source: { kind: 'file', ...at, path: 'LICENSE', line: null },
  asOf: '2020-06-30',
} as const;

function warn(claim: Claim, disputes: readonly Claim[] = []): readonly string[] {
  const edition = { definition: { id: 'today', label: 'Today' }, asOf: '2020-06-30', features: [], rows: [] };
  const cell = { framework: frameworkOf('one', {}), feature: featureOf('license', 'license'), disputes };
  const contradiction = { cell, claim, evidence, edition };
  return reportContradictions({ contradictions: [contradiction as never] }).map(printIssue);
}

test('a warning at the claim, with both proofs', () => {
  expect(warn(claimOf('MIT', '2009-12-22', { sources: [namedSource('post', 'table')] }))).toEqual([
    `${somewhere.file}:7:3 warning license (Today): the claim says MIT (2009-12-22, post table); the repository at 1234567, as of 2020-06-30: LICENSE says BSD-3-Clause. Add a newer claim, or dispute this one [git-contradicts]`,
  ]);
});

test.each<readonly [ClaimSource, string]>([
  [namedSource('post'), 'post'],
  [{ kind: 'url', url: 'https://one.example/', retrieved: '2020-01-01' }, 'https://one.example/'],
  [{ kind: 'file', ...at, path: 'setup.py', line: 25 }, 'setup.py:25 at 1234567'],
  [{ kind: 'file', ...at, path: 'docs/', line: null }, 'docs/ at 1234567'],
  [{ kind: 'commit', ...at }, 'commit 1234567'],
  [{ kind: 'tag', ...at, tag: 'v1' }, 'tag v1'],
  [{ kind: 'search', ...at, search: 'epoll', in: 'src/' }, 'search for epoll at 1234567'],
])('the proof %j is cited as %s', (source, text) => {
  expect(warn(claimOf('MIT', null, { sources: [source] }))[0]).toContain(`the claim says MIT (${text});`);
});

test('a claim without date and proof is cited as its value alone', () => {
  expect(warn(claimOf(['MIT', 'ISC'], null))[0]).toContain('the claim says MIT, ISC; the repository');
});

test('a claim that another one disputes already is no warning any more', () => {
  const claim = claimOf('MIT', '2009-12-22');
  const by = claimOf('ISC', '2010-01-01', { disputes: { kind: 'on', text: '2009-12-22' } });
  const byAnother = claimOf('ISC', '2010-01-01', { disputes: { kind: 'on', text: '2008-01-01' } });
  expect(warn(claim, [by])).toEqual([]);
  expect(warn(claim, [byAnother])).toHaveLength(1);
});
