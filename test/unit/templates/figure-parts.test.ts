import { describe, expect, test } from 'vitest';
import { compileTemplates } from '../../../scripts/render/templates.ts';
import { checkParts, checkRedirects, readParts, readRedirects } from '../../../scripts/validate/figures.ts';
import { renderRedirects } from '../../../templates/redirect/page.ts';
import { brief, sourceOf } from '../../support/samples.ts';

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

  const site = { url: 'https://site.example', base: '/sub/', title: 'A site' } as Parameters<typeof renderRedirects>[2];
  const render = compileTemplates([
    { file: 'templates/redirect/page.hbs', text: '<link rel="canonical" href="{{canonical}}">{{href}} {{title}}' },
  ]);
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
    const moved = renderRedirects([{ kind: 'figures', from: 'speed', to: 'rate' }], outputs, site, render);
    const page = (path: string): string =>
      `<link rel="canonical" href="https://site.example/sub/${path}">/sub/${path} A site`;
    expect(moved).toEqual([
      { path: 'figures/speed/index.html', content: page('figures/rate/') },
      { path: 'figures/speed@first/index.html', content: page('figures/rate@first/') },
      { path: 'figures/speed.svg', content: 'the content of figures/rate.svg' },
      { path: 'figures/speed@first.png', content: 'the content of figures/rate@first.png' },
      { path: 'embed/speed/index.html', content: 'the content of embed/rate/index.html' },
    ]);
  });

  test('of a framework leave figures alone', () => {
    const moved = renderRedirects([{ kind: 'frameworks', from: 'old', to: 'rate' }], outputs, site, render);
    expect(moved.map(({ path }) => path)).toEqual(['frameworks/old/index.html']);
  });
});
