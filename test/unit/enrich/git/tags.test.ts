import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../../scripts/domain/versions.ts';
import { readReleases, readVersion } from '../../../../scripts/enrich/git/tags.ts';

describe('readVersion', () => {
  test.each([
    ['v1.2.3', ['v{semver}'], '1.2.3', true],
    ['1.2.3', ['v{semver}', '{semver}'], '1.2.3', true],
    ['v1.2.3rc1', ['v{semver}'], '1.2.3rc1', false],
    ['v1.2.3-beta.2', ['v{semver}'], '1.2.3-beta.2', false],
    ['v1.2.3.dev', ['v{semver}'], '1.2.3.dev', false],
    ['v3.0.0.M1', ['v{semver}'], '3.0.0.M1', false],
    ['v1.2.3.post1', ['v{semver}'], '1.2.3.post1', true],
    ['1.2.3.Final', ['{semver}'], '1.2.3.Final', true],
    ['v20', ['v{semver}'], '20', true],
    ['v1.2.3.4.5', ['v{semver}'], '1.2.3.4.5', true],
    ['netty-4.1.0.Final', ['netty-{semver}.Final'], '4.1.0', true],
    ['release-2.1.12-stable', ['release-{semver}-stable'], '2.1.12', true],
  ])('%s under %j is %s', (tag, templates, text, stable) => {
    expect(readVersion(tag, templates)).toMatchObject({ text, stable });
  });

  test.each([
    ['no template', 'v1.2.3', []],
    ['another prefix', 'util-v1.2.3', ['v{semver}']],
    ['another suffix', 'v1.2.3-stable', ['v{semver}']],
    ['nothing in the place of the version', 'v', ['v{semver}']],
    ['prefix and suffix that overlap', 'aba', ['ab{semver}ba']],
    ['too many numbers', 'v1.2.3.4.5.6', ['v{semver}']],
    ['a huge number', 'v12345678901', ['v{semver}']],
    ['a word behind it that says nothing', 'v1.2.3-windows', ['v{semver}']],
    ['characters that mean something in expressions', 'v1', ['.{semver}']],
    ['a very long name', `v${'1'.repeat(300)}`, ['v{semver}']],
  ])('%s is no version', (_name, tag, templates) => {
    expect(readVersion(tag, templates)).toBeNull();
  });

  test('any tag under any template: null, or a part of the tag', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (tag, before, after) => {
        const version = readVersion(tag, [`${before}{semver}${after}`]);
        expect(version === null || tag.includes(version.text)).toBe(true);
      }),
    );
  });
});

describe('compareVersions', () => {
  const order = (...tags: readonly string[]): readonly string[] =>
    tags
      .flatMap((tag) => readVersion(tag, ['{semver}']) ?? [])
      .sort(compareVersions)
      .map(({ text }) => text);

  test.each([
    ['numbers, not letters', ['1.10', '1.9', '1.2'], ['1.2', '1.9', '1.10']],
    ['missing numbers are 0', ['1.0.1', '1.0', '1'], ['1', '1.0', '1.0.1']],
    ['a candidate comes before its release', ['2.0', '2.0rc1', '1.9'], ['1.9', '2.0rc1', '2.0']],
  ])('%s', (_name, tags, expected) => {
    expect(order(...tags)).toEqual(expected);
  });

  test.each([
    ['rel_2_0_52', 'rel_{semver}', '2.0.52', true],
    ['rel_2_0_0b1', 'rel_{semver}', '2.0.0b1', false],
    ['release-1-4-2', 'release-{semver}', '1.4.2', true],
    ['1!2.0', '{semver}', '1!2.0', true],
    ['v1.0.0-alpha.1', 'v{semver}', '1.0.0-alpha.1', false],
    ['v1.0.0-next.3', 'v{semver}', '1.0.0-next.3', false],
    ['v1.2.3+build.5', 'v{semver}', '1.2.3+build.5', true],
    ['OpenSSL_1_1_1w', 'OpenSSL_{semver}', '1.1.1w', true],
    ['1.0a1.dev2', '{semver}', '1.0a1.dev2', false],
    ['4.1.0.Final', '{semver}', '4.1.0.Final', true],
  ])('%s by %s is %s', (tag, template, text, stable) => {
    expect(readVersion(tag, [template])).toMatchObject({ text, stable });
  });

  test('an epoch counts before all numbers, a letter behind them', () => {
    const [epoch, plain, letter, before] = ['1!1.0', '2.0', '1.1.1w', '1.1.1v'].map((tag) =>
      readVersion(tag, ['{semver}']),
    );
    if (epoch == null || plain == null || letter == null || before == null) throw new Error('every one is a version');
    expect(compareVersions(epoch, plain)).toBeGreaterThan(0);
    expect(compareVersions(letter, before)).toBeGreaterThan(0);
  });

  test('it is an order: antisymmetric and transitive', () => {
    const version = fc
      .tuple(fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }), fc.constantFrom('', 'rc1', 'post1'))
      .map(([numbers, suffix]) => readVersion(`${numbers.join('.')}${suffix}`, ['{semver}']));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        if (a === null || b === null || c === null) throw new Error('every one of these is a version');
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('readReleases', () => {
  const now = Date.parse('2020-07-01T00:00:00Z') / 1000;
  const line = (tag: string, day: string, object = 'a', target = ''): string =>
    [tag, String(Date.parse(`${day}T00:00:00Z`) / 1000), object, target].join('\0');
  const read = (...lines: readonly string[]) => readReleases(lines.join('\n'), ['v{semver}'], now).releases;

  test('oldest first; on one day by version; an annotated tag gives the commit it points to', () => {
    const releases = read(
      line('v1.10', '2020-01-02', 'tag', 'commit'),
      line('v1.9', '2020-01-02'),
      line('v0.1', '2019-01-01'),
    );
    expect(releases.map(({ tag, commit }) => `${tag} ${commit}`)).toEqual(['v0.1 a', 'v1.9 a', 'v1.10 commit']);
  });

  test.each([
    ['another tag', line('nightly', '2020-01-01')],
    ['a day that has not come', line('v1', '2020-07-03')],
    ['no date', 'v1\0\0a\0'],
    ['a date before 1970', 'v1\0-5\0a\0'],
    ['an empty line', ''],
  ])('%s is no release', (_name, text) => {
    expect(read(text)).toEqual([]);
  });

  test('a tag of a tree or a file is left out, and named', () => {
    const tree = `v1\0${Date.parse('2020-01-01') / 1000}\0a\0\0tree\0`;
    const annotated = `v2\0${Date.parse('2020-01-01') / 1000}\0a\0b\0tag\0blob`;
    const { releases, strays } = readReleases([tree, annotated, 'key\0\0a\0\0blob\0'].join('\n'), ['v{semver}'], now);
    expect([releases, strays]).toEqual([[], ['v1', 'v2']]);
  });

  test('garbage never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readReleases(text, ['v{semver}', '{semver}'], now);
      }),
    );
  });
});
