import { describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { evil, hostileProject } from '../support/hostile.ts';
import { inMemory } from '../support/project.ts';
import { brief } from '../support/samples.ts';

describe('what a file may not hold is refused at its place', () => {
  const refused = (file: string, from: string, to: string): readonly string[] => {
    const text = hostileProject[file] ?? '';
    expect(text).toContain(from);
    const { issues, project } = check(inMemory({ ...hostileProject, [file]: text.replace(from, to) }));
    expect(project).toBeNull();
    const errors = issues.filter(({ level }) => level === 'error');
    return brief(errors.filter(({ place }) => place.file === file));
  };

  test.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['vbscript:x'],
    ['//evil.example/'],
    ['https://user@evil.example/'],
    ['https://evil.example/\\"onclick=\\"a()'],
    ['https://evil.example/a b'],
    ['\\u0001javascript:alert(1)'],
  ])('an address that is none: %s', (url) => {
    const found = refused(
      'frameworks/one.yaml',
      '"homepage": "https://evil.example/(a)/;//javascript:alert(1)?x=[y](z)&amp;!--%22%3E"',
      `"homepage": "${url}"`,
    );
    expect(found).toEqual(['value-form@5:14']);
  });

  test.each([
    [
      'an address of parts without a scheme of the web',
      'data/sources.yaml',
      'https://evil.example/{part}/x',
      'javascript:alert(1)//{part}',
      'value-form',
    ],
    [
      'an address of parts that choose the host',
      'data/sources.yaml',
      'https://evil.example/{part}/x',
      'https://{part}/x',
      'value-form',
    ],
    ['a climbing page in a redirect', 'data/redirects.yaml', 'old/page', '../../page', 'value-form'],
    ['a redirect to another site', 'data/redirects.yaml', '"about"', '"https://evil.example/"', 'value-form'],
    ['a redirect from a page of the site', 'data/redirects.yaml', 'old/page', 'matrix', 'id-duplicate'],
    ['a redirect from below the site', 'data/redirects.yaml', 'old/page', 'assets/page', 'id-duplicate'],
    ['a climbing base', 'data/site.yaml', '/sub/', '/sub/../../', 'value-form'],
    ['a pin in an id', 'data/figures.yaml', '"part"', '"part@now"', 'value-form'],
    ['a page among figures', 'data/figures.yaml', '"part"', '"index"', 'id-duplicate'],
    ['a figure that is there already', 'data/load/benchmark.yaml', '"id": "top"', '"id": "replies"', 'id-duplicate'],
    ['a name that Windows keeps', 'data/figures.yaml', '"part"', '"con"', 'value-form'],
    ['a name that objects keep', 'data/features.yaml', '"id": "words"', '"id": "constructor"', 'value-form'],
    [
      'a key that changes an object',
      'data/load/runs/first/run.yaml',
      '"testbed": {',
      '"testbed": {"__proto__": "x",',
      'yaml-feature',
    ],
    ['a label as long as a book', 'data/site.yaml', '"tagline": "', `"tagline": "${'a'.repeat(10_000)}`, 'value-form'],
    ['text that turns around', 'data/site.yaml', '"tagline": "', '"tagline": "\\u202e', 'value-form'],
    ['a NUL', 'data/site.yaml', '"tagline": "', '"tagline": "\\u0000', 'value-form'],
    ['half a character', 'data/site.yaml', '"tagline": "', '"tagline": "\\ud800', 'value-form'],
    ['a program outside its folder', 'benchmarks/load/programs.yaml', '"id": "one"', '"id": "../one"', 'value-form'],
    ['a path that climbs', 'frameworks/one.yaml', '"path": "src/', '"path": "../', 'value-form'],
    ['a formula in a table', 'data/load/runs/first/one.csv', '"<img', '"=1+<img', 'csv-formula'],
  ])('%s', (_name, file, from, to, rule) => {
    expect(refused(file, from, to).join(' ')).toMatch(new RegExp(`^${rule}@\\d+:\\d+`));
  });

  test.each([
    'data/Load/benchmark.yaml',
    'data/load/runs/First/run.yaml',
    'data/load/runs/con/run.yaml',
    'frameworks/..yaml',
    'frameworks/One.yaml',
    'frameworks/constructor.yaml',
    'site/pages/matrix.md',
    'site/pages/changes.md',
    'site/pages/card.md',
    'site/pages/compare.md',
    'site/pages/a..b.md',
    'site/pages/aux.md',
  ])('a file at %s', (file) => {
    const source = file.startsWith('frameworks')
      ? 'frameworks/one.yaml'
      : file.endsWith('.md')
        ? 'site/pages/about.md'
        : file.replace(/Load/, 'load').replace(/First|con/, 'first');
    const { issues, project } = check(inMemory({ ...hostileProject, [file]: hostileProject[source] ?? '' }));
    expect(project).toBeNull();
    expect(brief(issues.filter(({ place, rule }) => place.file === file && rule === 'file-name')).length).toBe(1);
  });

  test('a sweep by a name that is none', () => {
    const { issues } = check(
      inMemory({ ...hostileProject, 'data/load/runs/first/"><b onclick=a()>.csv': 'rate\n1\n' }),
    );
    expect(issues.some(({ rule }) => rule === 'file-name')).toBe(true);
    expect(evil.length).toBeLessThanOrEqual(100);
  });
});
