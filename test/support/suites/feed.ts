import { XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { answersByFramework, changesOf } from '../../../templates/changes/changes.ts';
import { type BuiltSite, isMoved } from '../built-site.ts';
import { type Feed, parseFeed } from '../feed.ts';

/** The feed of changes, and the sitemap. */
export function describeFeed(open: () => Promise<BuiltSite>): void {
  describe('the feed', () => {
    let site: BuiltSite;
    let feed: Feed;
    beforeAll(async () => {
      site = await open();
      feed = parseFeed(site.texts.get('changes.xml') ?? '');
    });
    const home = (): string => `${site.report.site.url}${site.report.site.base}`;

    test('is well-formed Atom with what RFC 4287 asks for', () => {
      expect(feed.title).not.toBe('');
      expect(feed.id).toBe(`${home()}changes/`);
      expect(feed.author.name).toBe(site.report.site.title);
      expect(feed.link.find((link) => link['@_rel'] === 'self')?.['@_href']).toBe(`${home()}changes.xml`);
      expect(feed.entry).not.toEqual([]);
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
      for (const { link } of feed.entry) {
        const [path = '', anchor] = link['@_href'].slice(home().length).split('#');
        const page = site.texts.get(`${path}index.html`) ?? '';
        expect(page, link['@_href']).not.toBe('');
        if (anchor !== undefined) expect(page.includes(`id="${anchor}"`), link['@_href']).toBe(true);
      }
    });

    test('says of every change what it was, what it became, and the proof', () => {
      const sizes = changesOf(site.report).flatMap((day) => [
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

    test('has beside it a sitemap that is well-formed and names every page', () => {
      const sitemap = site.texts.get('sitemap.xml') ?? '';
      expect(XMLValidator.validate(sitemap)).toBe(true);
      for (const path of [...site.files.keys()].filter(
        (one) => /^(?!embed\/).*(?:^|\/)index\.html$/.test(one) && !isMoved(site, one),
      ))
        expect(sitemap.includes(`<loc>${home()}${path.replace(/index\.html$/, '')}</loc>`), path).toBe(true);
    });
  });
}
