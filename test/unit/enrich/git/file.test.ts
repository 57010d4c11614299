import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printFacts } from '../../../../scripts/enrich/git/file.ts';
import { parseJson } from '../../../../scripts/load/json.ts';
import { readRepositoryFacts } from '../../../../scripts/validate/repository.ts';
import {
  commitId,
  contentOf,
  factsOf,
  historyOf,
  licenseOf,
  releaseOf,
  releasesOf,
  seenOf,
} from '../../../support/facts.ts';

test('one month, release and file a line, in a fixed order', () => {
  const seen = seenOf({
    history: historyOf({ '2019-12': { 0: 12, 3: 2 }, '2020-06': { 0: 1 } }),
    releases: { ...releasesOf([releaseOf('1.0', '2020-01-02')]), tags: 2 },
    contents: [contentOf({ languages: [['Python', 10]] })],
  });
  const text = printFacts(factsOf(seen));
  expect(text.split('\n').slice(0, 8)).toEqual([
    '{',
    ' "repository": "https://github.com/somebody/one",',
    ' "failure": null,',
    ' "seen": {',
    `  "commit": "${commitId}",`,
    '  "branch": "main",',
    '  "observed": "2020-06-30",',
    '  "collected": "2020-06-30",',
  ]);
  expect(text).toContain('\n    "2019-12": {"human": "0:12 3:2", "bot": 0, "agent": 0},\n');
  expect(text).toContain(
    `\n    {"tag": "v1.0", "version": "1.0", "date": "2020-01-02", "commit": "${commitId}", "stable": true}\n`,
  );
  expect(text).toContain('\n    "languages": {"Python": 10},\n');
  expect(text.endsWith('}\n')).toBe(true);
});

test('what was never read, and why', () => {
  const failure = { state: 'gone', detail: 'does not exist', since: '2020-06-30', to: null } as const;
  expect(printFacts(factsOf(null, { failure }))).toBe(
    '{\n "repository": "https://github.com/somebody/one",\n' +
      ' "failure": {"state": "gone", "detail": "does not exist", "since": "2020-06-30", "to": null},\n "seen": null\n}\n',
  );
});

test('any facts come back from their file as they were', () => {
  const count = fc.nat(1_000_000);
  const word = fc.constantFrom('a', 'docs/', 'é', '{"', '1', 'v1.0');
  const day = fc.constantFrom('1999-12-31', '2020-02-29', '2026-09-21');
  const presence = fc.record({ files: count, sample: fc.array(word, { maxLength: 4 }) });
  const month = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.constantFrom('01', '07', '12'));
  const authors = fc.uniqueArray(fc.nat(50), { maxLength: 5 });
  const any = fc.record({
    observed: day,
    months: fc.uniqueArray(fc.tuple(month, authors, count), { selector: ([[year, own]]) => `${year}-${own}` }),
    present: fc.record({ tests: presence, documentation: presence, examples: presence, ci: presence }),
    languages: fc.uniqueArray(fc.tuple(fc.constantFrom('C', 'C++', 'F#', 'Python'), count), {
      selector: ([name]) => name,
    }),
    confidence: fc.constantFrom(0, 0.85, 0.97, 1),
    stable: fc.boolean(),
  });
  fc.assert(
    fc.property(any, ({ observed, months, present, languages, confidence, stable }) => {
      const list = months
        .map(([[year, own], human, bot]) => ({
          month: `${year}-${own}`,
          human: human.sort((a, b) => a - b).map((author) => [author, author + 1] as const),
          ...{ bot, agent: 0 },
        }))
        .sort((a, b) => (a.month < b.month ? -1 : 1));
      const licenses = [licenseOf('LICENSE', null, { confidence })];
      const facts = factsOf(
        seenOf({
          observed,
          history: { ...historyOf({}), months: list },
          releases: releasesOf([releaseOf('1.0', observed, stable)], []),
          contents: [contentOf({ present, languages, licenses })],
        }),
      );
      const { source } = parseJson(facts.file, Buffer.from(printFacts(facts)));
      if (source === null) throw new Error('the text is no JSON');
      expect(readRepositoryFacts(source, 'one')).toEqual({ value: facts, issues: [] });
    }),
  );
});
