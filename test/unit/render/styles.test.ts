import { expect, test } from 'vitest';
import { memoryEffects, memoryFiles } from '../../../scripts/platform/effects.ts';
import { packStyles, type StyleSources, sheetsOf } from '../../../scripts/render/styles.ts';

const template = (file: string, text: string) => ({ file: `templates/${file}.hbs`, text });
const sheet = (file: string, text: string) => ({ file, text });
const sources: StyleSources = {
  templates: [
    template('layout/page', '{{{bodyHtml}}}'),
    template('one/page', '{{#if a}}{{#each b}}{{> figure}}{{/each}}{{/if}}'),
    template('other/page', '<p>'),
    template('prose/page', '{{{bodyHtml}}}'),
    template('prose/table', '{{> table}}'),
    template('parts/figure/partial', '{{> table}}'),
    template('parts/table/partial', '<table>'),
  ],
  styles: [
    sheet('site/styles/base.css', 'p{margin:0}\n'),
    sheet('site/styles/print.css', '@media print{p{margin:1px}}\n'),
    sheet('site/styles/tokens.css', ':root{--ink:red}\n'),
    sheet('templates/layout/style.css', '.head{color:var(--ink)}\n'),
    sheet('templates/one/style.css', '@import "../parts/cards/style.css";\n\n.one{margin:0}\n'),
    sheet('templates/parts/cards/style.css', '.cards{margin:0}\n'),
    sheet('templates/parts/figure/style.css', '.figure{margin:0}\n'),
    sheet('templates/parts/table/style.css', '.table{margin:0}\n'),
  ],
  addedStyles: [sheet('site/styles/ours.css', 'p{color:blue}')],
  madeRules: new Map([['templates/one/style.css', '.made{margin:0}']]),
};
const effects = () => memoryEffects({}, memoryFiles({}));

test('a page needs the sheets of the parts it includes, of theirs, of what its sheet imports, and its own last', () => {
  const parts = ['table', 'figure', 'cards'].map((part) => `templates/parts/${part}/style.css`);
  expect(sheetsOf('one', sources)).toEqual([...parts, 'templates/one/style.css']);
  expect(sheetsOf('other', sources)).toEqual([]);
});

test('a page needs the parts of every template in its folder', () => {
  expect(sheetsOf('prose', sources)).toEqual(['templates/parts/table/style.css']);
});

test('two sheets that import each other come once', () => {
  const styles = [
    sheet('templates/a/style.css', '@import "../b/style.css";\n'),
    sheet('templates/b/style.css', '@import "../a/style.css";\n'),
  ];
  expect(sheetsOf('a', { templates: [], styles })).toEqual(['templates/b/style.css', 'templates/a/style.css']);
});

test('every sheet is packed into its layer, what a project adds into the last', async () => {
  const { base, pages } = await packStyles(sources, effects());
  expect(base).toMatch(
    /^@layer tokens,base,parts,page,project;@layer tokens\{:root\{--ink:red\}\}@layer base\{p\{margin:0\}\}/,
  );
  expect(base).toContain('@layer parts{.head{color:var(--ink)}}');
  expect(base.trimEnd()).toMatch(/@layer project\{p\{color:#00f\}\}$/);
  expect(pages.get('one')?.trimEnd()).toMatch(
    /^@layer parts\{\.table\{.*@layer parts\{\.cards\{margin:0\}\}@layer page\{\.one,\.made\{margin:0\}\}$/,
  );
  expect(pages.get('other')).toBe('');
  expect(pages.get('layout')).toBe('');
});

test('what was packed once is not packed again', async () => {
  const world = effects();
  const first = await packStyles(sources, world);
  const kept = { ...world, cache: { ...world.cache, write: () => expect.fail('packed again') } };
  expect(await packStyles(sources, kept)).toEqual(first);
});

test('an import of a sheet that is not there is an error', async () => {
  const styles = sources.styles.filter(({ file }) => file !== 'site/styles/print.css');
  await expect(packStyles({ ...sources, styles }, effects())).rejects.toThrow('no style sheet site/styles/print.css');
});
