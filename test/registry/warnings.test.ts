import { expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { printIssue } from '../../scripts/domain/issue.ts';
import { realEffects } from '../support/project.ts';

test('every warning of this comparison is mended, or acknowledged in data/acknowledged.yaml', () => {
  expect(check(realEffects()).issues.map(printIssue)).toEqual([]);
});
