import { describe, expect, test } from 'vitest';
import { check } from '../../../scripts/build.ts';
import type { Claim } from '../../../scripts/domain/claim.ts';
import type { Report } from '../../../scripts/domain/report.ts';
import type { Effects } from '../../../scripts/platform/effects.ts';
import { escapeXml } from '../../../scripts/render/html.ts';
import { changesOf } from '../../../templates/changes/changes.ts';
import { renderFeed } from '../../../templates/changes/feed.ts';
import { parseFeed } from '../../support/feed.ts';
import { inMemory, readFixture } from '../../support/project.ts';
import { claimOf, featureOf, frameworkOf } from '../../support/samples.ts';
import { siteOf } from '../../support/site.ts';

function reportOf(effects: Effects): Report {
  const { report } = check(effects);
  if (report === null) throw new Error('the project has errors');
  return report;
}

/** The fixture's report with one framework whose single feature has this history. */
function withHistory(claims: readonly Claim[], name = 'One'): Report {
  const report = reportOf(inMemory(readFixture('json-parsers')));
  const feature = featureOf('speed');
  return {
    ...report,
    catalog: { ...report.catalog, features: [feature] },
    frameworks: [{ ...frameworkOf('one', { speed: claims }), name }],
    benchmarks: [],
  };
}

describe('the changes of a history', () => {
  const days = (claims: readonly Claim[]): readonly string[] =>
    changesOf(withHistory(claims)).map(({ date, answers, first, confirmed }) => {
      const text = answers.map(({ before, after, kind }) => `${before.value}>${after.value} ${kind}`);
      return `${date.kind} ${date.text}: ${[...text, ...first.map(([, count]) => `first ${count}`), `again ${confirmed}`].join(', ')}`;
    });

  test('are newest first: another value is a change, the same value is an answer given again', () => {
    const claims = [claimOf('none', '2009-12-22'), claimOf('none', '2010-12-12'), claimOf('full', '2026-07')];
    expect(days(claims)).toEqual([
      'on 2026-07: none>full changed, again 0',
      'on 2010-12-12: again 1',
      'on 2009-12-22: first 1, again 0',
    ]);
  });

  test('tell a dispute from a change', () => {
    const disputes = { kind: 'on', text: '2009-12-22' } as const;
    const claims = [claimOf('none', '2009-12-22'), claimOf('full', 'after 2009-12-22', { disputes })];
    expect(days(claims)[0]).toBe('after 2009-12-22: none>full disputed, again 0');
  });

  test('leave out what has no date', () => {
    expect(days([claimOf('unknown', null)])).toEqual([]);
    expect(days([claimOf('unknown', null), claimOf('full', '2026-01-01')])).toEqual([
      'on 2026-01-01: first 1, again 0',
    ]);
  });
});

test('a hostile name or note is text in the feed, whatever it holds', () => {
  const hostile = 'a <b>]]>& "x" \u0001\ufffe\ud800';
  const claims = [claimOf('none', '2009-12-22'), claimOf('full', '2010-12-12', { note: hostile })];
  const { content } = renderFeed(siteOf(withHistory(claims, hostile)));
  const feed = parseFeed(String(content));
  expect(feed.entry).toHaveLength(1);
  for (const part of ['<b>', '\u0001', '\ufffe', '\ud800']) expect(String(content).includes(part)).toBe(false);
  expect(escapeXml(hostile)).toBe('a &lt;b&gt;]]&gt;&amp; &quot;x&quot; ');
});
