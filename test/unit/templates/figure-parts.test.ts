import { describe, expect, test } from 'vitest';
import type { Redirect } from '../../../scripts/domain/figure.ts';
import type { Report } from '../../../scripts/domain/report.ts';
import { checkParts, checkRedirects, readParts, readRedirects } from '../../../scripts/validate/figures.ts';
import type { Site } from '../../../templates/layout/site.ts';
import { movedFiles, redirects } from '../../../templates/redirect/page.ts';
import type { RedirectView } from '../../../templates/redirect/view.ts';
import { brief, sourceOf } from '../../support/samples.ts';
import { siteOf } from '../../support/site.ts';

const known = {
  figures: ['knocks-rate', 'part'],
  frameworks: ['one', 'two'],
  features: ['doors'],
  benchmarks: ['knocks'],
  pages: ['about'],
};
const whole = ['knocks-rate', 'matrix-today'];

function partIssues(text: string): readonly string[] {
  const source = sourceOf(text, 'data/figures.yaml');
  const { value, issues } = readParts(source);
  return brief(value === null ? issues : checkParts(source, value, whole, known));
}

function redirectIssues(text: string): readonly string[] {
  const source = sourceOf(text, 'data/redirects.yaml');
  const { value, issues } = readRedirects(source);
  return brief(value === null ? issues : checkRedirects(source, value, known));
}

describe('parts of figures', () => {
  test.each([
    ['- {id: part, title: A, figure: knocks-rate, frameworks: [one]}', []],
    ['- {id: part, title: A, figure: matrix-today, features: [doors]}', []],
    ['- {id: part, title: A, figure: knocks-rte}', ['id-unknown@1:32']],
    ['- {id: knocks-rate, title: A, figure: knocks-rate}', ['id-duplicate@1:8']],
    ['- {id: part, title: A, figure: knocks-rate}\n- {id: part, title: B, figure: knocks-rate}', ['id-duplicate@2:8']],
    ['- {id: part, title: A, figure: knocks-rate, frameworks: [three]}', ['id-unknown@1:58']],
    ['- {id: part, figure: knocks-rate}', ['key-missing@1:3']],
  ])('%s', (text, expected) => {
    expect(partIssues(text)).toEqual(expected);
  });
});

describe('redirects', () => {
  test.each([
    ['figures: {old: knocks-rate}', []],
    ['pages: {old/one: about}', []],
    ['figures: {part: knocks-rate}', ['id-duplicate@1:11']],
    ['frameworks: {old: thre}', ['id-unknown@1:19']],
    ['figure: {old: knocks-rate}', ['key-unknown@1:1']],
  ])('%s', (text, expected) => {
    expect(redirectIssues(text)).toEqual(expected);
  });

  const siteWith = (redirect: Redirect): Site => {
    const site = { url: 'https://site.example', base: '/sub/', title: 'A site', editions: [] };
    return siteOf({ site, redirects: [redirect] } as unknown as Report);
  };
  const outputs = [
    'figures/rate/index.html',
    'figures/rate@first/index.html',
    'figures/rate.svg',
    'figures/rate@first.png',
    'figures/rate-and-more.svg',
    'embed/rate/index.html',
    'frameworks/rate/index.html',
  ].map((path) => ({ path, content: `the content of ${path}` }));

  test('keep every address of an old figure: pages lead on, files and frames are copied', () => {
    const site = siteWith({ kind: 'figures', from: 'speed', to: 'rate' });
    const leadsTo = (path: string): RedirectView => ({
      title: 'A site',
      href: `/sub/${path}`,
      canonical: `https://site.example/sub/${path}`,
    });
    expect(redirects(site, outputs).map(({ url, view }) => ({ url, view }))).toEqual([
      { url: 'figures/speed/', view: leadsTo('figures/rate/') },
      { url: 'figures/speed@first/', view: leadsTo('figures/rate@first/') },
    ]);
    expect(movedFiles(site, outputs)).toEqual([
      { path: 'figures/speed.svg', content: 'the content of figures/rate.svg' },
      { path: 'figures/speed@first.png', content: 'the content of figures/rate@first.png' },
      { path: 'embed/speed/index.html', content: 'the content of embed/rate/index.html' },
    ]);
  });

  test('of a framework leave figures alone', () => {
    const site = siteWith({ kind: 'frameworks', from: 'old', to: 'rate' });
    expect(redirects(site, outputs).map(({ url }) => url)).toEqual(['frameworks/old/']);
    expect(movedFiles(site, outputs)).toEqual([]);
  });
});
