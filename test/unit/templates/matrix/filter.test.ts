import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyQuery, sortRows } from '../../../../templates/matrix/filter/engine.ts';
import type { Facet, FilterIndex, Query, Range } from '../../../../templates/matrix/filter/model.ts';
import { nothing, readQuery, withoutCondition, writeQuery } from '../../../../templates/matrix/filter/query.ts';
import { findTerms, indexTerms, termsOf } from '../../../../templates/matrix/filter/search.ts';
import { formatConditions, summarize } from '../../../../templates/matrix/filter/summary.ts';

const levels = [
  { id: 'partial', label: 'at least partly' },
  { id: 'full', label: 'yes' },
  { id: 'none', label: 'no' },
];
const texts = ['Birch loops over epoll', 'Alder was Birch once', 'Cédar in C++', 'Dogwood, generators', 'Elm'];

/** Five rows: full, partial, none, unknown and not applicable documentation; styles; a rate whose highest is open. */
const index: FilterIndex = {
  ids: ['birch', 'alder', 'cedar', 'dogwood', 'elm'],
  names: ['Birch', 'alder', 'Cédar', 'Dogwood', 'Elm'],
  facets: [
    { id: 'docs', phrase: 'documented', kind: 'level', options: levels, rows: [[0, 1], [0], [2], null, []] },
    {
      ...{ id: 'style', phrase: 'style', kind: 'list' },
      options: ['callback', 'greenlet', 'actor'].map((id) => ({ id, label: id })),
      rows: [[0], [0, 1], [1], null, []],
    },
    {
      id: 'language',
      phrase: 'language',
      kind: 'choice',
      options: [{ id: 'C++', label: 'C++' }],
      rows: [[], [], [0], [], []],
    },
  ],
  ranges: [
    {
      id: 'knocks.rate',
      phrase: 'rate',
      unit: '/s',
      bound: 'least',
      stated: false,
      rows: [5000, 20_000, null, 900, null],
      open: [1],
    },
    {
      id: 'idle.memory',
      phrase: 'memory',
      unit: 'MiB',
      bound: 'most',
      stated: false,
      rows: [40, 60.5, null, null, 10],
      open: [],
    },
  ],
  text: indexTerms(texts),
};

const read = (search: string): Query => readQuery(search, index);
const idsOf = (rows: Uint8Array): readonly string[] => index.ids.filter((_, row) => rows[row] === 1);
const left = (search: string): readonly string[] => idsOf(applyQuery(read(search), index).rows);

describe('an address', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', '', index.ids],
    ['full is at least partly', 'docs=partial', ['birch', 'alder']],
    ['yes', 'docs=full', ['birch']],
    ['no is neither unknown nor not applicable', 'docs=none', ['cedar']],
    ['any of several', 'style=callback&style=greenlet', ['birch', 'alder', 'cedar']],
    ['without, where somebody knows', 'style.not=callback', ['cedar', 'elm']],
    ['with one and without another', 'style=greenlet&style.not=callback', ['cedar']],
    ['a plus sign in an id', 'language=C%2B%2B', ['cedar']],
    ['at least', 'knocks.rate=5000', ['birch', 'alder']],
    ['at most', 'idle.memory=60.4', ['birch', 'elm']],
    ['a word', 'q=birch', ['birch', 'alder']],
    ['the beginning of a word', 'q=gen', ['dogwood']],
    ['a word with a mark', 'q=cedar', ['cedar']],
    ['a word mistyped', 'q=dogwod', ['dogwood']],
    ['several words', 'q=birch+once', ['alder']],
    ['a word of nowhere', 'q=xyzzy', []],
    ['an unknown facet changes nothing', 'cost=low', index.ids],
    ['an unknown option changes nothing', 'docs=partial&docs=splendid', ['birch', 'alder']],
  ])('%s', (_name, search, expected) => {
    expect(left(search)).toEqual(expected);
  });

  test('keeps what it does not know, and says so', () => {
    const query = read('utm=x&docs=full&docs=splendid&knocks.rate=fast&sort=smell&x=%20&docs.not=full');
    expect(query.unknownParams).toEqual([
      ['utm', 'x'],
      ['docs', 'splendid'],
      ['knocks.rate', 'fast'],
      ['sort', 'smell'],
      ['docs.not', 'full'],
    ]);
    expect(writeQuery(query, index)).toBe('docs=full&utm=x&docs=splendid&knocks.rate=fast&sort=smell&docs.not=full');
    expect(summarize(query, applyQuery(query, index), index)).toBe(
      '1 of 5: documented. Unknown conditions, not applied: utm=x, docs=splendid, knocks.rate=fast, sort=smell, docs.not=full.',
    );
  });

  test('means the same when rows, facets and options are added', () => {
    const older = 'docs=partial&style=greenlet&knocks.rate=5000';
    const grown: FilterIndex = {
      ...index,
      ids: ['aspen', ...index.ids],
      names: ['Aspen', ...index.names],
      facets: [
        { id: 'new', phrase: 'new', kind: 'level', options: levels, rows: [null, ...(index.facets[0]?.rows ?? [])] },
        ...index.facets.map((facet) => ({
          ...facet,
          options: [{ id: 'fresh', label: 'fresh' }, ...facet.options],
          rows: [[0], ...facet.rows.map((row) => row?.map((option) => option + 1) ?? null)],
        })),
      ],
      ranges: index.ranges.map((range) => ({ ...range, rows: [null, ...range.rows] })),
      text: indexTerms(['Aspen', ...texts]),
    };
    const { rows } = applyQuery(readQuery(older, grown), grown);
    expect(grown.ids.filter((_, row) => rows[row] === 1)).toEqual(left(older));
  });

  test('takes one condition back at a time', () => {
    let query = read('docs=full&style.not=actor&knocks.rate=1&q=birch&sort=name&x=y');
    const conditions = formatConditions(query, index);
    expect(conditions.map(({ phrase }) => phrase)).toEqual([
      'documented',
      'style without actor',
      'rate ≥ 1/s',
      '“birch”',
    ]);
    for (const { key } of conditions) query = withoutCondition(query, key);
    expect(writeQuery(query, index)).toBe('sort=name&x=y');
    expect(writeQuery(withoutCondition(query, 'strange'), index)).toBe('sort=name');
  });
});

describe('a summary', () => {
  test.each<[string, string]>([
    ['', 'All 5, not filtered.'],
    ['docs=partial', '2 of 5: documented: at least partly.'],
    ['docs=none&style=callback&style=actor', '0 of 5: documented: no, style: callback or actor.'],
    ['idle.memory=50', '2 of 5: memory ≤ 50 MiB. 2 left out without a result for memory.'],
    ['docs=partial&idle.memory=50', '1 of 5: documented: at least partly, memory ≤ 50 MiB.'],
    ['knocks.rate=5000', '2 of 5: rate ≥ 5,000/s. 2 left out without a result for rate.'],
    [
      'knocks.rate=30000',
      '0 of 5: rate ≥ 30,000/s. 2 left out without a result for rate. 1 left out that may reach it: only a lower bound is known.',
    ],
    ['q=dogwod', '1 of 5: “dogwod”. Nothing contains “dogwod”; showing “dogwood”.'],
    ['q=xyzzy', '0 of 5: “xyzzy”. Nothing contains “xyzzy”.'],
    ['sort=docs', 'All 5, not filtered. Sorted by documented.'],
    ['sort=name', 'All 5, not filtered. Sorted by name.'],
    [
      'sort=knocks.rate',
      'All 5, not filtered. Sorted by rate (median); the page of the run shows which can be told apart. Those without a result come last.',
    ],
  ])('of %s', (search, expected) => {
    const query = read(search);
    expect(summarize(query, applyQuery(query, index), index)).toBe(expected);
  });
});

describe('sorting', () => {
  test.each<[string, readonly string[]]>([
    ['', index.ids],
    ['sort=name', ['alder', 'birch', 'cedar', 'dogwood', 'elm']],
    ['sort=docs', ['birch', 'alder', 'cedar', 'elm', 'dogwood']],
    ['sort=knocks.rate', ['alder', 'birch', 'dogwood', 'cedar', 'elm']],
    ['sort=idle.memory', ['elm', 'birch', 'alder', 'cedar', 'dogwood']],
  ])('by %s', (search, expected) => {
    expect(sortRows(read(search), index).map((row) => index.ids[row])).toEqual(expected);
  });
});

describe('search terms', () => {
  test('are lower case, without marks, with what names carry', () => {
    expect(termsOf('Cédar’s C++, C# and µSockets 0.4')).toEqual([
      'cedar',
      's',
      'c++',
      'c#',
      'and',
      'μsockets',
      '0',
      '4',
    ]);
  });

  test('short ones are never taken for others', () => {
    const phrase = indexTerms(['abc abcdefgh']);
    expect(findTerms(phrase, 'abd', 1).rows[0]).toBe(0);
    expect(findTerms(phrase, 'abxdefxh', 1).taken).toEqual([{ asked: 'abxdefxh', terms: ['abcdefgh'] }]);
  });

  test('every word of every text is found where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), (all) => {
        const phrase = indexTerms(all);
        all.forEach((text, row) => {
          for (const word of termsOf(text)) {
            const { rows, taken } = findTerms(phrase, word, all.length);
            expect([rows[row], taken]).toEqual([1, []]);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});

const anyFacet = (count: number, at: number): fc.Arbitrary<Facet> =>
  fc
    .record({ kind: fc.constantFrom('level', 'choice', 'list'), size: fc.integer({ min: 1, max: 5 }) })
    .chain(({ kind, size }) =>
      fc
        .array(fc.option(fc.subarray([...Array(size).keys()]), { nil: null }), { minLength: count, maxLength: count })
        .map((rows) => ({
          ...{ id: `facet-${at}`, phrase: `facet ${at}`, kind, rows },
          options: [...Array(size).keys()].map((option) => ({ id: `o${option}`, label: `o ${option}` })),
        })),
    );

const anyRange = (count: number, at: number): fc.Arbitrary<Range> =>
  fc.record({
    ...{
      id: fc.constant(`range.${at}`),
      phrase: fc.constant(`range ${at}`),
      unit: fc.constant('s'),
      stated: fc.constant(false),
      open: fc.constant([]),
    },
    bound: fc.constantFrom('least', 'most'),
    rows: fc.array(fc.option(fc.nat(20), { nil: null }), { minLength: count, maxLength: count }),
  });

const vocabulary = ['tornado', 'gevent', 'trio', 'loop'];

/** An index of up to twelve rows. */
const anyIndex: fc.Arbitrary<FilterIndex> = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    ids: fc.constant([...Array(count).keys()].map((row) => `row-${row}`)),
    names: fc.constant([...Array(count).keys()].map((row) => `Row ${row}`)),
    facets: fc.tuple(anyFacet(count, 0), anyFacet(count, 1), anyFacet(count, 2)),
    ranges: fc.tuple(anyRange(count, 0), anyRange(count, 1)),
    text: fc
      .array(
        fc.subarray(vocabulary).map((phrase) => phrase.join(' ')),
        { minLength: count, maxLength: count },
      )
      .map(indexTerms),
  }),
);

/** An index, and the pairs of an address made of what it knows and of what it does not. */
const anySearch = anyIndex.chain((one) => {
  const known = one.facets.flatMap(({ id, options, kind }) =>
    options.flatMap((option) => [`${id}=${option.id}`, ...(kind === 'list' ? [`${id}.not=${option.id}`] : [])]),
  );
  const measured = one.ranges.map(({ id }) => fc.nat(20).map((bound) => `${id}=${bound}`));
  const other = fc.constantFrom('q=tornado', 'q=trio+loop', 'sort=name', 'facet-0=nope', 'x=1', 'x=2', 'range.0=-1');
  return fc.tuple(
    fc.constant(one),
    fc.array(fc.oneof(fc.constantFrom(...known), ...measured, other), { maxLength: 7 }).map((pairs) => pairs.join('&')),
  );
});

describe('for any index and address', () => {
  test('writing and reading an address gives the same query', () => {
    fc.assert(
      fc.property(anySearch, ([one, search]) => {
        const query = readQuery(search, one);
        const written = writeQuery(query, one);
        expect(readQuery(written, one)).toEqual(query);
        expect(writeQuery(readQuery(written, one), one)).toBe(written);
      }),
    );
  });

  test('no pair of an address is lost', () => {
    fc.assert(
      fc.property(anySearch, ([one, search]) => {
        const before = [...new URLSearchParams(search)];
        const after = [...new URLSearchParams(writeQuery(readQuery(search, one), one))].map(String);
        expect(before.map(String).filter((pair) => !after.includes(pair))).toEqual([]);
      }),
    );
  });

  test('every count is what choosing that answer alone leaves', () => {
    fc.assert(
      fc.property(anySearch, ([one, search]) => {
        const query = readQuery(search, one);
        const { chosen, without } = applyQuery(query, one);
        for (const { id, options, kind } of one.facets) {
          options.forEach((option, at) => {
            const choosing = { ...query, chosen: new Map([...query.chosen, [id, [option.id]]]) };
            expect(chosen.get(id)?.[at]).toBe(applyQuery(choosing, one).count);
            if (kind !== 'list') return;
            const refusing = { ...query, without: new Map([...query.without, [id, [option.id]]]) };
            expect(without.get(id)?.[at]).toBe(applyQuery(refusing, one).count);
          });
        }
      }),
    );
  });

  test('what a condition keeps out is what taking it back brings', () => {
    fc.assert(
      fc.property(anySearch, ([one, search]) => {
        const query = readQuery(search, one);
        const { kept, count } = applyQuery(query, one);
        for (const { key } of formatConditions(query, one)) {
          expect((kept.get(key) ?? 0) + count).toBe(applyQuery(withoutCondition(query, key), one).count);
        }
      }),
    );
  });

  test('nothing asked leaves all, and sorting keeps every row', () => {
    fc.assert(
      fc.property(anySearch, ([one, search]) => {
        expect(applyQuery(nothing, one).count).toBe(one.ids.length);
        const rows = sortRows(readQuery(search, one), one);
        expect([...rows].sort((a, b) => a - b)).toEqual(one.ids.map((_, row) => row));
      }),
    );
  });
});
