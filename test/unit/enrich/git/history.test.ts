import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Commit,
  commitAt,
  dayOf,
  readIds,
  readLog,
  readTimestamps,
  subversionLine,
  summarizeHistory,
} from '../../../../scripts/enrich/git/history.ts';

const now = Date.parse('2020-07-01T00:00:00Z') / 1000;
const secondsOf = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;
const idOf = (number: number): string => String(number).padStart(40, '0');

/** A commit of a day, by somebody, with its parents. */
const commit = (number: number, day: string | null, more: Partial<Commit> = {}): Commit => ({
  id: idOf(number),
  parents: number === 1 ? [] : [idOf(number - 1)],
  authored: day === null ? null : secondsOf(day),
  committed: day === null ? null : secondsOf(day),
  signature: { name: 'Ada', email: 'ada@x.org' },
  misread: false,
  ...more,
});

describe('readLog', () => {
  const record = (...fields: readonly string[]): string => `${fields.join('\0')}\0\n`;
  const read = (text: string, timestamps = ''): readonly Commit[] => readLog(text, readTimestamps(timestamps), now);

  test('commits with parents, dates and signatures', () => {
    const text =
      record(idOf(2), `${idOf(1)} ${idOf(9)}`, '1577836800', '1577836801', 'Ada', 'ada@x.org') +
      record(idOf(1), '', '1577836700', '1577836700', '', '');
    const commits = read(text, `1577836801 ${idOf(2)}\n1577836700 ${idOf(1)}\n`);
    expect(commits.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    expect(commits.map(({ parents }) => parents.length)).toEqual([2, 0]);
    expect(commits[0]).toMatchObject({ authored: 1577836800, committed: 1577836801, misread: false });
    expect(commits[1]?.signature).toEqual({ name: '', email: '' });
  });

  test.each([
    ['0', null],
    ['', null],
    ['-5', null],
    ['1e9', null],
    ['99999999999999', null],
    ['1577836800', 1577836800],
    [String(now + 86_400), now + 86_400],
    [String(now + 86_401), null],
  ])('a date of `%s` is %s', (text, expected) => {
    expect(read(record(idOf(1), '', text, text, 'Ada', 'a@x.org'))[0]?.committed).toBe(expected);
  });

  test('a commit that git itself would select by another date is misread', () => {
    const text = record(idOf(1), '', '1577836800', '1577836800', 'Ada', 'a@x.org');
    expect(read(text, `0 ${idOf(1)}\n`)[0]?.misread).toBe(true);
  });

  test('names and e-mails of any length are cut', () => {
    const [one] = read(record(idOf(1), '', '1', '1', 'x'.repeat(100_000), 'y'.repeat(100_000)));
    expect([one?.signature.name.length, one?.signature.email.length]).toEqual([200, 200]);
  });

  test('garbage never throws, and gives no date that cannot be', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\0', '\n', ' ', '1', '9', 'a', '-', 'é') }), (text) => {
        for (const { committed } of readLog(text, readTimestamps(text), now))
          expect(committed === null || (committed > 0 && committed <= now + 86_400)).toBe(true);
      }),
    );
  });
});

describe('summarizeHistory', () => {
  test('no commit, or none with a date, is no history', () => {
    expect(summarizeHistory([], false)).toBeNull();
    expect(summarizeHistory([commit(1, null)], false)).toBeNull();
  });

  test('first by the earlier of its dates, last by the committer, roots sorted', () => {
    const history = summarizeHistory(
      [
        commit(3, '2020-03-01'),
        commit(2, '2020-04-01', { authored: secondsOf('2019-01-05'), parents: [] }),
        commit(1, '2020-01-01'),
      ],
      true,
    );
    expect(history?.first).toEqual({ commit: idOf(2), authored: '2019-01-05', committed: '2020-04-01' });
    expect(history?.last.committed).toBe('2020-04-01');
    expect(history?.roots).toEqual([idOf(1), idOf(2)]);
    expect(history?.mailmap).toBe(true);
  });

  test('anomalies are counted by what is wrong', () => {
    const history = summarizeHistory(
      [
        commit(5, '2020-05-01', { misread: true }),
        commit(4, '2020-01-01'),
        commit(3, '2020-04-01', { authored: secondsOf('2019-03-01') }),
        commit(2, '2020-02-01', { authored: secondsOf('2020-02-03') }),
        commit(1, '2020-01-01', { authored: null }),
      ],
      false,
    );
    expect(history?.anomalies).toEqual({ malformed: 2, olderThanParent: 1, authoredLongBefore: 1, authoredAfter: 1 });
  });

  test('commits from Subversion, and without an e-mail of their own', () => {
    const by = (email: string): Partial<Commit> => ({ signature: { name: 'Ada', email } });
    const emails = ['ada@bbbe8e31-12d6-0310-92fd-ac37d47ddeeb', 'none@none', '', 'ada', 'ada@x.org'];
    const history = summarizeHistory(
      emails.map((email, index) => commit(index + 1, '2020-01-01', by(email))),
      false,
    );
    expect(history?.imported).toEqual({ subversion: 1, withoutEmail: 3 });
    expect(history?.emails).toBe(5);
  });

  test('commits whose message says that they came from Subversion count once', () => {
    const uuid: Partial<Commit> = { signature: { name: 'Ada', email: 'ada@bbbe8e31-12d6-0310-92fd-ac37d47ddeeb' } };
    const commits = [commit(1, '2020-01-01', uuid), commit(2, '2020-01-02'), commit(3, '2020-01-03')];
    const fromSubversion = readIds(`${idOf(1)}\n${idOf(3)}\n`);
    expect(summarizeHistory(commits, false, fromSubversion)?.imported.subversion).toBe(2);
  });

  test.each([
    ['git-svn-id: https://svn.example.org/repo/trunk@120 bbbe8e31-12d6-0310-92fd-ac37d47ddeeb', true],
    ['svn path=/trunk/; revision=7', true],
    ['SVN-Revision: 12', true],
    ['See git-svn-id: in the manual', false],
  ])('%j is a line of an import: %s', (line, expected) => {
    expect(new RegExp(subversionLine, 'im').test(`Change\n\n${line}\n`)).toBe(expected);
  });

  test('months count people by number, bots and agents apart, and leave merges out', () => {
    const by = (name: string): Partial<Commit> => ({ signature: { name, email: `${name}@x.org` } });
    const history = summarizeHistory(
      [
        commit(6, '2020-03-02', by('Claude')),
        commit(5, '2020-03-01', { ...by('Bo'), parents: [idOf(4), idOf(3)] }),
        commit(4, '2020-03-01', by('Ada')),
        commit(3, '2020-01-31', by('dependabot[bot]')),
        commit(2, '2020-01-30', by('Bo')),
        commit(1, '2020-01-01', by('Cleo')),
      ],
      false,
    );
    expect(history?.merges).toBe(1);
    expect(history?.months).toEqual([
      {
        month: '2020-01',
        human: [
          [0, 1],
          [1, 1],
        ],
        bot: 1,
        agent: 0,
      },
      { month: '2020-03', human: [[2, 1]], bot: 0, agent: 1 },
    ]);
    expect(history?.authors).toEqual({ human: 3, bot: 1, agent: 1 });
  });

  test('months sum to the dated commits without merges, and their authors to no more than the people', () => {
    const person = fc.constantFrom('Ada', 'Bo', 'Cleo', 'dependabot[bot]', 'Claude', '');
    const any = fc.record({
      id: fc.integer({ min: 1, max: 10 ** 9 }).map(idOf),
      parents: fc.array(fc.constant(idOf(1)), { maxLength: 3 }),
      authored: fc.option(fc.integer({ min: 1, max: now })),
      committed: fc.option(fc.integer({ min: 1, max: now })),
      signature: fc.record({ name: person, email: person }),
      misread: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), (commits) => {
        const history = summarizeHistory(commits, false);
        const formatCount = commits.filter(({ committed, parents }) => committed !== null && parents.length < 2);
        if (history === null) return commits.every(({ committed }) => committed === null);
        const { months, authors } = history;
        const people = months.flatMap(({ human }) => human);
        const sum = people.reduce((all, [, own]) => all + own, 0);
        expect(sum + months.reduce((all, { bot, agent }) => all + bot + agent, 0)).toBe(formatCount.length);
        expect(new Set(people.map(([author]) => author)).size).toBeLessThanOrEqual(authors.human);
        expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).sort());
        return true;
      }),
    );
  });
});

test.each([
  ['2019-12-31', null],
  ['2020-01-01', 1],
  ['2020-02-28', 2],
  ['2020-12-31', 3],
])('the newest commit at the end of %s is %s', (day, expected) => {
  const commits = [commit(4, null), commit(3, '2020-03-01'), commit(2, '2020-02-01'), commit(1, '2020-01-01')];
  expect(commitAt(commits, day)?.id ?? null).toBe(expected === null ? null : idOf(expected));
});

test('a day ends at midnight in UTC', () => {
  const last = commit(1, '2020-01-01', { committed: Date.parse('2020-01-01T23:59:59Z') / 1000 });
  expect(commitAt([last], '2020-01-01')).toBe(last);
  expect(dayOf(Date.parse('2020-01-02T00:00:00Z') / 1000)).toBe('2020-01-02');
});
