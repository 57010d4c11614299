import { describe, expect, test } from 'vitest';
import { compareFields, type Disagreement } from '../../support/template-fields.ts';

const none: Disagreement = { missing: [], unread: [], unseen: [] };

function compare(text: string, ...views: readonly unknown[]): Disagreement {
  const files = [
    { file: 'templates/page/page.hbs', text },
    { file: 'templates/parts/part/partial.hbs', text: '{{y}}' },
  ];
  return compareFields(files, 'page', views);
}

describe('a template and its views', () => {
  test.each<[string, unknown]>([
    ['{{x}}', { x: 1 }],
    ['{{x.y}}', { x: { y: 1 } }],
    ['{{#each x}}{{y}}{{/each}}', { x: [{ y: 1 }] }],
    ['{{#each x}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}', { x: ['a'] }],
    ['{{#each x}}{{#each this}}{{this}}{{/each}}{{/each}}', { x: [['a']] }],
    ['{{#each x}}{{../y}}{{@root.y}}{{/each}}', { x: ['a'], y: 1 }],
    ['{{#with x}}{{#if y}}{{../z}}{{/if}}{{/with}}', { x: { y: 1 }, z: 1 }],
    ['{{#if x}}{{else}}{{y}}{{/if}}', { x: 1, y: 1 }],
    ['{{#with x}}{{> part}}{{/with}}', { x: { y: 1 } }],
  ])('agree: %s', (text, view) => {
    expect(compare(text, view)).toEqual(none);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['{{x}}', {}, ['x']],
    ['{{x}}', { x: undefined }, ['x']],
    ['{{x.y}}', { x: null }, ['x.y']],
    ['{{#if x}}{{/if}}', {}, ['x']],
    ['{{#if x}}{{else}}{{y}}{{/if}}', { x: 1 }, ['y']],
    ['{{#each x}}{{y}}{{/each}}', { x: [{ y: 1 }, {}] }, ['x[].y']],
    ['{{#each x}}{{> part}}{{/each}}', { x: ['a'] }, ['x[].y']],
    ['{{#with x}}{{../y}}{{/with}}', { x: { y: 1 } }, ['y']],
  ])('miss a field: %s', (text, view, missing) => {
    expect(compare(text, view).missing).toEqual(missing);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['', { x: 1 }, ['x']],
    ['{{#if x}}{{/if}}', { x: { y: 1 } }, ['x.y']],
    ['{{#each x}}{{y}}{{/each}}', { x: [{ y: 1, z: 1 }] }, ['x[].z']],
    ['{{#with x}}{{../y}}{{/with}}', { x: { y: 1 }, y: 1 }, ['x.y']],
  ])('leave a field unread: %s', (text, view, unread) => {
    expect(compare(text, view).unread).toEqual(unread);
  });

  test('are held against each other over all views together', () => {
    const text = '{{#each x}}{{y}}{{/each}}{{#with z}}{{y}}{{/with}}';
    expect(compare(text, { x: [], z: null }).unseen).toEqual(['x[]', 'z']);
    expect(compare(text, { x: [], z: { y: 1 } }, { x: [{ y: 1 }], z: null })).toEqual(none);
    expect(compare('{{x}}', { x: 1 }, {}).missing).toEqual(['x']);
  });

  test('end where a rule is missing', () => {
    expect(() => compare('{{shout x}}', { x: 1 })).toThrow();
    expect(() => compare('{{#lookup x}}{{/lookup}}', { x: 1 })).toThrow();
    expect(() => compare('{{> other}}', {})).toThrow('templates/parts/other/partial.hbs');
  });
});
