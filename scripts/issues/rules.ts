import type { rules } from '../domain/issue.ts';

/** What a rule means to the one who broke it, and what to do. */
export interface Explanation {
  readonly meaning: string;
  readonly remedy: string;
  /** Input that breaks the rule, and the same mended. */
  readonly example?: { readonly bad: string; readonly good: string };
}

export type RuleId = keyof typeof rules;

/** The explanation of every rule, for `explain`, `docs/rules.md` and SARIF. */
export const explanations: Readonly<Record<RuleId, Explanation>> = {
  'file-missing': {
    meaning: 'A file that must exist does not.',
    remedy: 'Create it. `proofsheet init` writes a small complete project to copy from.',
  },
  'file-size': {
    meaning:
      'The file is too large: 128 KiB of YAML, 128 MiB of CSV (2 MiB with quotes), 256 KiB of a page, template or style.',
    remedy: 'Split the file, or remove what no page shows.',
  },
  'file-name': {
    meaning: 'The name of a file or folder is not an id, or is taken.',
    remedy: 'Rename it: lower-case letters and digits, words joined by single hyphens.',
    example: { bad: 'frameworks/My Framework.yaml', good: 'frameworks/my-framework.yaml' },
  },
  'file-unread': {
    meaning: 'A file, link or device lies where inputs are, and nothing reads it.',
    remedy: 'Give it the name that it was meant to have, replace a link by its file, or move it away.',
  },
  'text-encoding': { meaning: 'The file is not UTF-8.', remedy: 'Save it as UTF-8.' },
  'text-control': {
    meaning: 'The file has an invisible character, which a reviewer cannot see.',
    remedy: 'Delete the character. The message names it, and its line and column.',
  },
  'yaml-syntax': {
    meaning: 'The YAML does not parse.',
    remedy: 'Text with a colon and a space, or with a special first character, needs quotes. Indent with spaces.',
    example: { bad: 'note: Warning: server side only.', good: "note: 'Warning: server side only.'" },
  },
  'yaml-duplicate-key': {
    meaning: 'A key appears twice in a mapping, so that one of its values would be lost.',
    remedy: 'Keep one of them. Several claims on a feature are a list under one key.',
  },
  'yaml-feature': {
    meaning: 'The file uses an anchor, an alias, a tag, a directive, a second document or a reserved key.',
    remedy: 'Write the values out in plain YAML.',
  },
  'yaml-limit': {
    meaning: 'The file has too many lines, levels or values.',
    remedy: 'Split the file, or remove what no page shows.',
  },
  'key-unknown': {
    meaning: 'A key does not belong here. It is often a misspelling, which the message then guesses.',
    remedy: 'Correct the key or remove it.',
    example: { bad: 'sorce: {url: "https://app.example/"}', good: 'source: {url: "https://app.example/"}' },
  },
  'key-missing': {
    meaning: 'A required key is missing, such as `on`, the date of a claim.',
    remedy: 'Add the key.',
  },
  'value-type': {
    meaning: 'A value is of the wrong type: text instead of a list, a number instead of text, and the like.',
    remedy: 'Write it as the message says. Text that looks like a number needs quotes; `check --fix` adds them.',
    example: { bad: 'version: 3.10', good: "version: '3.10'" },
  },
  'value-form': {
    meaning: 'A value has the right type and the wrong form: an id, a date, a URL or a commit.',
    remedy: 'Write it as the message says. `check --fix` mends the spelling of dates.',
    example: { bad: 'on: 2026-7-4', good: 'on: 2026-07-04' },
  },
  'choice-unknown': {
    meaning: 'A value is not one of the choices.',
    remedy: 'Take one of the choices in the message.',
    example: { bad: 'value: yes', good: 'value: full' },
  },
  'id-unknown': {
    meaning: 'A reference names something that is not defined.',
    remedy: 'Correct the id, or define what it names.',
  },
  'id-duplicate': { meaning: 'An id appears twice, or is in use.', remedy: 'Rename or remove one.' },
  'license-invalid': {
    meaning: 'The value is not an SPDX license expression.',
    remedy: 'Take the identifier from https://spdx.org/licenses/, or write `LicenseRef-Name` for a license not listed.',
    example: { bad: 'value: Apache 2.0', good: 'value: Apache-2.0' },
  },
  'date-future': {
    meaning: 'A date lies in the future. It would make everything else look aged.',
    remedy:
      'Correct it. The latest day allowed is that of `SOURCE_DATE_EPOCH`, else tomorrow. Values of the kind `date` are free.',
    example: { bad: 'on: 2062-07-24', good: 'on: 2026-07-24' },
  },
  'claim-order': {
    meaning: 'Claims are not in order, oldest first.',
    remedy: 'Move the claim. The list of a feature is its history.',
  },
  'claim-duplicate': {
    meaning: 'A feature has a second claim with the same date, source and author (`by`).',
    remedy: 'Remove one of them, or correct its date or source.',
  },
  'claim-disputes': {
    meaning: '`disputes` names a date that no claim of the feature has.',
    remedy: 'Take one of the dates in the message.',
  },
  'claim-unproven': {
    meaning: 'A claim has no source.',
    remedy: 'Add `source`: a URL with the day you read it, or a file at a commit.',
  },
  'source-undated': {
    meaning: 'A source is a URL without the day on which it was read. Pages change.',
    remedy: 'Add `retrieved`.',
    example: {
      bad: 'source: {url: "https://a.example/"}',
      good: 'source: {url: "https://a.example/", retrieved: 2026-11-22}',
    },
  },
  'run-scale': {
    meaning: 'A measure is about a thousand times more or less than in an earlier run of the same program.',
    remedy:
      'Check the unit of the column. If both runs are right, acknowledge the warning in `data/acknowledged.yaml`.',
  },
  'csv-syntax': {
    meaning: 'The CSV does not parse, or a cell is too long or has a line break.',
    remedy: 'Check the commas and quotes of the line.',
  },
  'csv-empty': {
    meaning: 'A CSV file has no row beside its header.',
    remedy: 'Add the results, or remove the file and its sweep.',
  },
  'csv-header': {
    meaning: 'The header has an unknown, repeated or missing column.',
    remedy: 'Columns are the measures of `benchmark.yaml`. Correct the name, or add the measure.',
  },
  'csv-ragged': {
    meaning: 'A row has more or fewer cells than the header.',
    remedy: 'Add the missing commas or remove the extra ones. An empty cell means "not measured".',
  },
  'csv-number': {
    meaning: 'A cell is not a decimal number, or a flag is not 0 or 1.',
    remedy: 'Write the number alone: `4.15e-5`, and not `1,000` or `3ms`. The unit belongs to the measure.',
    example: { bad: '2995 /s', good: '2995' },
  },
  'csv-duplicate': { meaning: 'The same step appears twice.', remedy: 'Remove one row, or number the repeats.' },
  'csv-formula': {
    meaning: 'A spreadsheet would run the text: it begins with `=`, `+`, `-` or `@`.',
    remedy: 'Let the text begin with a letter or a digit.',
  },
  'csv-limit': { meaning: 'The file has too many rows or columns.', remedy: 'Split the sweep, or drop columns.' },
  'run-lead': {
    meaning: 'The lead run has fewer programs or repeats than another quiet run.',
    remedy: 'Name the larger run as `lead`, unless the smaller one is meant.',
  },
  'run-sweep': {
    meaning: '`run.yaml` describes a sweep that has no CSV file.',
    remedy: 'Add the file beside `run.yaml`, or remove the sweep.',
  },
  'step-impossible': {
    meaning: 'A measure has a negative quantity and is not `signed`, or a share is above 1.',
    remedy: 'Correct the number. For "not measured" leave the cell empty.',
  },
  'step-unbalanced': {
    meaning: "A step's numbers do not add up (`accounts` of the benchmark). The step is rejected.",
    remedy: 'Publish a corrected run that supersedes this one.',
  },
  'step-unphysical': {
    meaning: "A step's numbers cannot be true together (`physical` of the benchmark). The step is rejected.",
    remedy: 'Look for a wrong unit or column. Publish a corrected run that supersedes this one.',
  },
  'run-ceiling': {
    meaning: 'Three programs or more end at the same rate, and the run names no limit of the load generator.',
    remedy: 'Measure the limit of the generator and name it as `ceiling` in `run.yaml`.',
  },
  'column-kind': {
    meaning: 'A column is of a kind that cannot be what it is named for: a text as the measure of a chart, say.',
    remedy: 'Name a column of the kind in the message.',
  },
  'setting-missing': {
    meaning: 'The data have several values of a key, and a chart, filter or badge does not say which it shows.',
    remedy: 'Add `fix`, `facet` or `series`.',
  },
  'chart-empty': {
    meaning: 'No run has anything that the chart shows.',
    remedy: 'Correct the measure or the values in `fix`, or remove the chart.',
  },
  'lead-missing': {
    meaning: 'A benchmark has several runs and names none as `lead`.',
    remedy: 'Add `lead: <folder of the run>` to `benchmark.yaml`.',
  },
  'program-changed': {
    meaning: "A program's files were changed after the lead run measured them.",
    remedy: 'Measure again: `npm run bench`.',
  },
  'page-form': {
    meaning: 'A page of prose has no title, or nesting or tables beyond the limits.',
    remedy: 'Begin the page with a title (`# …`), and simplify it.',
  },
  'directive-unknown': {
    meaning: 'A page of prose has an unknown directive.',
    remedy: 'Take one of the directives in the message.',
  },
  'json-syntax': {
    meaning: 'A file in `data/repositories/` is not JSON.',
    remedy: 'Run `enrich`, which writes it again. Nobody edits these files.',
  },
  'facts-stray': {
    meaning: 'There are facts of a framework or repository that the registry does not name.',
    remedy: 'Remove the file, or run `enrich` again.',
  },
  'git-contradicts': {
    meaning: "The framework's repository contradicts the claim.",
    remedy:
      'Follow both sources. If the claim was wrong, add a claim that `disputes` it; if git was misread, say so in `note`.',
  },
  'acknowledged-stale': {
    meaning: 'An entry of `data/acknowledged.yaml` matches no warning, or has ended.',
    remedy: 'Remove the entry, or look at its warning again and write a later day.',
  },
  'facts-differ': {
    meaning: 'A claim and the repository facts count different commits at the same commit.',
    remedy: 'Count again, and correct the claim or its note.',
  },
  'tags-unmatched': {
    meaning: 'A repository has tags, but none matches `tags` of its framework.',
    remedy: 'Correct `tags`, as in `v{semver}`.',
  },
  'repository-host': {
    meaning: 'A repository is on a host that is not in `hosts` of `data/site.yaml`, so that `enrich` does not read it.',
    remedy: 'Add the host if you trust it.',
  },
  'look-missing': {
    meaning: 'A sweep in a figure has no series style.',
    remedy: 'Add `look` to the framework, or `looks` to the benchmark.',
  },
  'look-shared': {
    meaning: 'Two sweeps of a run have the same series style, so that readers cannot tell them apart.',
    remedy: 'Take a free one from the message.',
  },
};

/** Where the rules are explained on the web. */
export const rulesUrl = 'https://github.com/proofsheet/proofsheet/blob/main/docs/rules.md';

/** The address of a rule's explanation. */
export function ruleUrl(rule: string): string {
  return `${rulesUrl}#${rule}`;
}
