import { expect, test } from 'vitest';
import { checkPage } from '../../../scripts/validate/page.ts';
import { brief } from '../../support/samples.ts';

const title = '# Title\n\n';

test.each<[string, string, string, readonly string[]]>([
  ['fine', 'about', `${title}Some *text*, > no quote.\n`, []],
  ['fine-in-a-folder', 'guide/first-steps', title, []],
  ['page-name-with-space', 'Über uns', title, ['file-name@1:1']],
  ['page-name-of-the-site', 'matrix', title, ['file-name@1:1']],
  ['page-name-below-the-site', 'api/mine', title, ['file-name@1:1']],
  ['page-without-title', 'about', 'Text.\n', ['page-form@1:1']],
  ['page-title-of-second-level', 'about', '## Title\n', ['page-form@1:1']],
  ['page-quotes-in-quotes', 'about', `${title}${'> '.repeat(11)}x\n`, ['page-form@3:1']],
  ['page-lists-in-lists', 'about', `${title}${'- '.repeat(11)}x\n`, ['page-form@3:1']],
  ['page-numbered-lists-in-lists', 'about', `${title}${'1. '.repeat(11)}x\n`, ['page-form@3:1']],
  ['page-with-a-list', 'about', `${title}- one\n  - two\n    1. three - four 5. six\n`, []],
  ['page-notes-without-end', 'about', `${title}${'[^a]\n\n'.repeat(201)}[^a]: x\n`, ['page-form@1:1']],
  ['page-containers-without-end', 'about', `${title}${':::a\n'.repeat(21)}`, ['page-form@1:1']],
  ['page-longer-than-anybody-reads', 'about', `${title}${'Text.\n\n'.repeat(10_000)}`, ['page-form@1:1']],
  ['page-wide-table', 'about', `${title}${'|a'.repeat(30)}|\n`, ['page-form@3:1']],
  ['page-marks-without-end', 'about', `${title}Text.\n\n${'*a_'.repeat(2000)}\n`, ['page-form@5:1']],
])('%s', (_name, name, text, expected) => {
  expect(brief(checkPage({ file: `site/pages/${name}.md`, text }))).toEqual(expected);
});
