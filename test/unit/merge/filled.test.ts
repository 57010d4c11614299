import { expect, test } from 'vitest';
import type { Claim } from '../../../scripts/domain/claim.ts';
import type { FromGit } from '../../../scripts/domain/facts.ts';
import { fillFromGit } from '../../../scripts/merge/filled.ts';
import { findEvidence } from '../../../scripts/merge/git-evidence.ts';
import { commitId, contentOf, factsOf, seenOf } from '../../support/facts.ts';
import { claimOf, featureOf, frameworkOf } from '../../support/samples.ts';

const manifest = { path: 'setup.py', license: null, versions: '>= 3.10' };
const cargo = { path: 'Cargo.toml', license: null, versions: '1.70' };
const source = { kind: 'file', repository: 'somebody/one', commit: commitId, path: 'setup.py', line: null };

function fill(
  claim: Claim | null,
  more: Partial<Extract<FromGit, { kind: 'fact' }>> = {},
  manifests = [cargo, manifest],
) {
  const fromGit: FromGit = {
    ...{ kind: 'fact', fact: 'manifest-versions', absence: 'inconclusive', fill: true },
    ...{ manifests: ['setup.py'], ...more },
  };
  const feature = featureOf('versions', 'text', { fromGit });
  const facts = factsOf(seenOf({ contents: [contentOf({ manifests })] }));
  return fillFromGit(feature, claim, findEvidence(feature, claim, facts, null), frameworkOf('one', {}));
}

test('an answer that nobody knows is filled with its source and day', () => {
  for (const claim of [null, claimOf('unknown', '2026-01-01')])
    expect(fill(claim)).toMatchObject({ value: '>= 3.10', sources: [source], on: { text: '2020-06-30' } });
});

test.each([
  ['where somebody claims something', claimOf('3.8', '2026-01-01'), {}],
  ['where it does not apply', claimOf('inapplicable', '2026-01-01'), {}],
  ['where the feature does not ask for it', null, { fill: false }],
  ['from a manifest of another language', null, { manifests: ['package.json'] }],
] as const)('not %s', (_name, claim, more) => {
  expect(fill(claim, more)).toBeNull();
});
