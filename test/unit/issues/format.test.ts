import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issue } from '../../../scripts/domain/issue.ts';
import type { Issue } from '../../../scripts/domain/source.ts';
import { renderRules } from '../../../scripts/issues/explain.ts';
import { formatIssues, type IssueFormat } from '../../../scripts/issues/format.ts';
import { memoryFiles } from '../../../scripts/platform/effects.ts';
import { root } from '../../support/project.ts';

const hostile = 'a\u001b[31m%,:\n::error::x';
const files = memoryFiles({
  'frameworks/one.yaml': `name: One\nclaims:\n  tsl: full\n  tls: ${hostile}\n`,
  'frameworks/long.yaml': `name: ${'x'.repeat(5000)}\n`,
});
const unknown = issue('id-unknown', { file: 'frameworks/one.yaml', line: 3, column: 3 }, 'Unknown feature `tsl`');
const unproven = issue('claim-unproven', { file: 'frameworks/one.yaml', line: 4, column: 8 }, hostile);
const format = (issues: readonly Issue[], as: IssueFormat, color = false): string =>
  formatIssues(issues, as, { files, color, version: '1.2.3', pathOf: (file) => `../${file}` });

describe('pretty', () => {
  test('groups by file, with a frame, a caret and what the rules mean', () => {
    expect(format([unknown, unproven], 'pretty')).toMatchInlineSnapshot(`
      "../frameworks/one.yaml
        3:3 error Unknown feature \`tsl\` [id-unknown]
            1 | name: One
            2 | claims:
          > 3 |   tsl: full
              |    ^
            4 |   tls: a\\u{1b}[31m%,:
        4:8 warning a\\u{1b}[31m%,:\\u{a}::error::x [claim-unproven]
            2 | claims:
            3 |   tsl: full
          > 4 |   tls: a\\u{1b}[31m%,:
              |         ^
            5 | ::error::x

      Rules (\`proofsheet explain <rule>\` says more):
        claim-unproven: A claim has no source.
          https://github.com/proofsheet/proofsheet/blob/main/docs/rules.md#claim-unproven
        id-unknown: A reference names something that is not defined.
          https://github.com/proofsheet/proofsheet/blob/main/docs/rules.md#id-unknown

      1 error, 1 warning"
    `);
  });

  test('has colors and links only if they are wanted, and never those of an input', () => {
    expect(format([unknown, unproven], 'pretty')).not.toContain('\u001b');
    const colored = format([unknown, unproven], 'pretty', true);
    expect(colored).toContain('\u001b[31merror\u001b[0m');
    expect(colored).toContain('\u001b]8;;https://');
    expect(colored).not.toContain('a\u001b[31m');
  });

  test('cuts a long line around the caret, and does without a frame for a file that is not there', () => {
    const long = issue('value-form', { file: 'frameworks/long.yaml', line: 1, column: 3000 }, 'x');
    const missing = issue('file-missing', { file: 'data/site.yaml', line: 1, column: 1 }, 'The file is missing');
    const text = format([long, missing], 'pretty');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(260);
    expect(text).toContain('../data/site.yaml\n  1:1 error The file is missing [file-missing]\n\nRules');
  });
});

test('text is a line an issue, and a count', () => {
  expect(format([unknown], 'text')).toBe(
    '../frameworks/one.yaml:3:3 error Unknown feature `tsl` [id-unknown]\n1 error, 0 warnings',
  );
  expect(format([], 'text')).toBe('0 errors, 0 warnings');
});

test('json has every issue with its rule and a link', () => {
  const { ok, issues } = JSON.parse(format([unknown, unproven], 'json'));
  expect(ok).toBe(false);
  expect(issues[0]).toMatchObject({ file: '../frameworks/one.yaml', line: 3, column: 3, rule: 'id-unknown' });
  expect(issues[1].message).toBe(hostile);
  expect(JSON.parse(format([unproven], 'json')).ok).toBe(true);
});

test('github has one command an issue, which its text cannot leave', () => {
  const [first, second, count] = format([unknown, unproven], 'github').split('\n');
  expect(first).toBe('::error file=../frameworks/one.yaml,line=3,col=3,title=id-unknown::Unknown feature `tsl`');
  expect(second).toMatch(/^::warning file=\.\.\/frameworks\/one\.yaml,line=4,col=8,title=claim-unproven::a\\u\{1b\}/);
  expect(count).toBe('1 error, 1 warning');
});

test('sarif names every rule, and gives each result its region', () => {
  const log = JSON.parse(format([unknown], 'sarif'));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('id-unknown');
  expect(run.results[0]).toMatchObject({
    level: 'error',
    ruleId: 'id-unknown',
    locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 4 } } }],
  });
});

test('the document of the rules says what the code says', () => {
  expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(renderRules());
});
