import { describe, expect, test } from 'vitest';
import { compileTemplates } from '../../../scripts/render/templates.ts';

interface Views {
  readonly page: object;
}

const render = (text: string, view: object, partial = ''): string =>
  compileTemplates<Views>([
    { file: 'templates/parts/part/partial.hbs', text: partial },
    { file: 'templates/page/page.hbs', text },
  ])('page', view);

describe('templates', () => {
  test.each<[string, string, object, string]>([
    ['escape what they print', '{{x}}', { x: `<a href="'">&` }, '&lt;a href&#x3D;&quot;&#x27;&quot;&gt;&amp;'],
    ['leave marked HTML as it is', '{{{xHtml}}}', { xHtml: '<b>' }, '<b>'],
    ['repeat', '{{#each x}}{{y}};{{/each}}', { x: [{ y: 1 }, { y: 2 }] }, '1;2;'],
    ['choose', '{{#if x}}a{{else}}b{{/if}}', { x: '' }, 'b'],
    ['print null as nothing', '{{x}}', { x: null }, ''],
  ])('%s', (_name, text, view, expected) => {
    expect(render(text, view)).toBe(expected);
  });

  test('see the partials by their stems', () => {
    expect(render('{{> part}}', { y: '<' }, '{{y}}!')).toBe('&lt;!');
  });

  test.each<[string, string, object]>([
    ['printed', '{{x}}', {}],
    ['printed inside', '{{x.y}}', { x: {} }],
    ['of an unknown helper', '{{shout x}}', { x: 1 }],
    ['of an unknown partial', '{{> other}}', {}],
    ['used in a partial', '{{> part}}', { x: 1 }],
    ['inherited by every object', '{{x.constructor.name}}', { x: 'a' }],
  ])('throw on a name the view does not have, %s', (_name, text, view) => {
    expect(() => render(text, view, '{{y}}')).toThrow();
  });

  test('throw on a template that is not there', () => {
    expect(() => compileTemplates<Views>([])('page', {})).toThrow('templates/page/page.hbs');
    expect(() => compileTemplates<Views>([{ file: 'templates/charts/a.vl.json', text: '{}' }])('page', {})).toThrow(
      'no template',
    );
  });

  test('of two projects do not see each other', () => {
    const one = compileTemplates<Views>([
      { file: 'templates/parts/part/partial.hbs', text: 'one' },
      { file: 'templates/page/page.hbs', text: '{{> part}}' },
    ]);
    const other = compileTemplates<Views>([{ file: 'templates/page/page.hbs', text: '{{> part}}' }]);
    expect(one('page', {})).toBe('one');
    expect(() => other('page', {})).toThrow();
  });
});
