import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../../scripts/build.ts';
import type { Claim } from '../../../scripts/domain/claim.ts';
import type { Report } from '../../../scripts/domain/report.ts';
import type { Effects } from '../../../scripts/platform/effects.ts';
import { escapeXml } from '../../../scripts/render/html.ts';
import { answersByFramework, changesOf } from '../../../templates/changes/changes.ts';
import { renderFeed } from '../../../templates/changes/feed.ts';
import { inMemory, outputsOf, readFixture, realEffects } from '../../support/project.ts';
import { claimOf, featureOf, frameworkOf } from '../../support/samples.ts';
import { siteOf } from '../../support/site.ts';

interface Entry {
  readonly title: string;
  readonly id: string;
  readonly link: { readonly '@_href': string };
  readonly published: string;
  readonly updated: string;
  readonly content: { readonly '#text': string };
}

interface Feed {
  readonly title: string;
  readonly id: string;
  readonly updated: string;
  readonly author: { readonly name: string };
  readonly link: readonly { readonly '@_rel': string; readonly '@_href': string }[];
  readonly entry: readonly Entry[];
}

function feedOf(xml: string): Feed {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' });
  return parser.parse(xml).feed as Feed;
}

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

describe.each([
  ['the real project', realEffects],
  ['another comparison', () => inMemory(readFixture('json-parsers'))],
])('the feed of %s', (_, effects) => {
  let outputs: ReadonlyMap<string, string>;
  let report: Report;
  let feed: Feed;
  beforeAll(async () => {
    report = reportOf(effects());
    outputs = await outputsOf(effects());
    feed = feedOf(outputs.get('changes.xml') ?? '');
  });

  test('is well-formed Atom with what RFC 4287 asks for', () => {
    const home = `${report.site.url}${report.site.base}`;
    expect(feed.title).not.toBe('');
    expect(feed.id).toBe(`${home}changes/`);
    expect(feed.author.name).toBe(report.site.title);
    expect(feed.link.find((link) => link['@_rel'] === 'self')?.['@_href']).toBe(`${home}changes.xml`);
    expect(feed.entry.length).toBeGreaterThan(0);
    for (const date of [feed.updated, ...feed.entry.flatMap(({ published, updated }) => [published, updated])])
      expect(new Date(date).toISOString()).toBe(date.replace('Z', '.000Z'));
  });

  test('has entries with an id each, newest first', () => {
    const ids = feed.entry.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const dates = feed.entry.map(({ updated }) => updated);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test('leads to pages and anchors that exist', () => {
    const home = `${report.site.url}${report.site.base}`;
    for (const { link } of feed.entry) {
      const [path = '', anchor] = link['@_href'].slice(home.length).split('#');
      const page = outputs.get(`${path}index.html`) ?? '';
      expect(page, link['@_href']).not.toBe('');
      if (anchor !== undefined) expect(page.includes(`id="${anchor}"`), link['@_href']).toBe(true);
    }
  });

  test('says of every change what it was, what it became, and the proof', () => {
    const sizes = changesOf(report).flatMap((day) => [
      ...day.runs.map(() => 0),
      ...answersByFramework(day).map(({ answers }) => answers.length),
    ]);
    const changed = sizes.slice(0, feed.entry.length).reduce((sum, size) => sum + size, 0);
    expect(feed.entry).toHaveLength(Math.min(sizes.length, 100));
    const text = feed.entry.map(({ content }) => content['#text']).join('\n');
    expect(text.split('→').length - 1).toBe(changed);
    for (const line of text.split('\n').filter((one) => one.includes('→')))
      expect(line).toMatch(/^.+: .+ \(.+\) → .+ \(.+\)\..*(?:Source: \S|No source given\.)/);
  });

  test('stands beside a sitemap that is well-formed and names every page', () => {
    const sitemap = outputs.get('sitemap.xml') ?? '';
    expect(XMLValidator.validate(sitemap)).toBe(true);
    const home = `${report.site.url}${report.site.base}`;
    for (const path of [...outputs.keys()].filter((one) => /^(?!embed\/).*(?:^|\/)index\.html$/.test(one)))
      expect(sitemap.includes(`<loc>${home}${path.replace(/index\.html$/, '')}</loc>`), path).toBe(true);
  });
});

test('a hostile name or note is text in the feed, whatever it holds', () => {
  const hostile = 'a <b>]]>& "x" \u0001\ufffe\ud800';
  const claims = [claimOf('none', '2009-12-22'), claimOf('full', '2010-12-12', { note: hostile })];
  const { content } = renderFeed(siteOf(withHistory(claims, hostile)));
  const feed = feedOf(String(content));
  expect(feed.entry).toHaveLength(1);
  for (const part of ['<b>', '\u0001', '\ufffe', '\ud800']) expect(String(content).includes(part)).toBe(false);
  expect(escapeXml(hostile)).toBe('a &lt;b&gt;]]&gt;&amp; &quot;x&quot; ');
});
