import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { classesIn, selectorsOf, subjectsOf } from '../support/css.ts';
import { root } from '../support/project.ts';

const files = diskFiles(root);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sheets = ['site/styles', 'templates']
  .flatMap((folder) => files.list(folder))
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: read(file) }));

/** States that any part may style its own way: of support (`is-full`), of a claim (`is-aged`), of what a script does (`is-compact`). */
const state = /^is-/;

/** Classes whose names come from data: the states of support, and the kinds of words that the highlighter knows. */
const named =
  /^is-(?:full|partial|none|unknown|inapplicable|text|aged|disputed|corrected|contradicted|confirmed|different)$|^t-/;

/** The words that a template or a script may print as a class: those of `class` attributes, those of strings. */
function namesPrinted(file: string): readonly string[] {
  const literal = file.endsWith('.ts') ? /class="([^"]*)|'([^'\n]*)'/g : /class="([^"]*)"/g;
  return /\.(?:hbs|ts)$/.test(file)
    ? [...read(file).matchAll(literal)].flatMap(([, one = '', other = '']) => `${one} ${other}`.split(/[\s.]+/))
    : [];
}

describe('the sheets of the site', () => {
  test('are the shared three, and one a page or part', () => {
    const places = /^site\/styles\/(?:tokens|base|print)\.css$|^templates\/(?:parts\/)?[a-z-]+\/style\.css$/;
    expect(sheets.map(({ file }) => file).filter((file) => !places.test(file))).toEqual([]);
  });

  test('style each class in one place', () => {
    const defined = sheets.flatMap(({ file, css }) =>
      selectorsOf(css)
        .flatMap(subjectsOf)
        .map((name) => ({ file, name })),
    );
    const several = [...Map.groupBy(defined, ({ name }) => name)]
      .filter(([name]) => !state.test(name))
      .map(([name, places]) => `.${name}: ${[...new Set(places.map(({ file }) => file))].join(', ')}`)
      .filter((line) => line.includes(', '));
    expect(several).toEqual([]);
  });

  test('style no class that nothing prints', () => {
    const printed = new Set(['scripts', 'templates'].flatMap((folder) => files.list(folder)).flatMap(namesPrinted));
    const all = sheets.flatMap(({ file, css }) =>
      selectorsOf(css)
        .flatMap(classesIn)
        .map((name) => ({ file, name })),
    );
    expect(all.filter(({ name }) => !printed.has(name) && !named.test(name))).toEqual([]);
  });

  test('import sheets that exist', () => {
    const known = new Set(sheets.map(({ file }) => file));
    const missing = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/@import "([^"]*)"/g)]
        .map(([, path = '']) => new URL(path, `file:///${file}`).pathname.slice(1))
        .filter((path) => !known.has(path)),
    );
    expect(missing).toEqual([]);
  });

  test('leave the layers to the build', () => {
    expect(sheets.filter(({ css }) => css.includes('@layer')).map(({ file }) => file)).toEqual([]);
  });
});

test.each([
  ['.a .b:hover', ['b']],
  ['.a > .b:not(.c, :has(.d))', ['b']],
  [':is(.a, .b) .c.d::before', ['c', 'd']],
  ['td:is(.a, .b)', ['a', 'b']],
  ['.a > a::before', []],
])('%s styles %j', (selector, subjects) => {
  expect(subjectsOf(selector)).toEqual(subjects);
});
