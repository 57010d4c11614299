/** Names in the words of the field: no identifier and no class of a page has one of the private words of earlier versions. */
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { classesIn, selectorsOf } from '../support/css.ts';
import { identifiersIn, partsOfName } from '../support/identifiers.ts';
import { root } from '../support/project.ts';

/** What not to say, and what to say instead. */
const instead: ReadonlyMap<string, string> = new Map(
  `
  vessel: format
  vessels: formats
  fleet: figures
  shipyard: figures
  witness: source or evidence
  witnesses: sources or evidence
  hear: evidence
  heard: evidence
  voice: source
  twin: comparison
  apart: ranking
  placed: position
  strip: activity chart
  face: font
  faces: fonts
  living: latest
  alive: interactive
  enliven: hydrate
  live: interactive or latest
  leading: lead
  contaminated: disturbed
  quarantined: rejected
  capped: censored
  criterion: feature
  proof: source
  proofs: sources
  stand: evidence
  stands: evidence
  standing: rank or provenance
  address: url
  addresses: urls
  words: format
  look: series style
  looks: series styles
  artifact: output
  artifacts: outputs
  `
    .trim()
    .split('\n')
    .map((line) => line.trim().split(': ') as [string, string]),
);

/** Names that belong to somebody else: to node, to the web platform, to keys that authors write. */
const allowed = new Set([
  ...['address', 'AddressInfo', 'stripVTControlCharacters', 'ariaLive', 'liveRegion', 'liveRegionOf', 'makeLiveRegion'],
  ...['look', 'looks', 'words', 'contaminated', 'quarantined'],
]);

const files = diskFiles(root);
const textOf = (file: string): string => Buffer.from(files.read(file)).toString('utf8');
const listed = (folders: readonly string[], ending: RegExp): readonly string[] =>
  folders
    .flatMap((folder) => files.list(folder))
    .filter((file) => ending.test(file) && !/\/projects\/[^/]+\//.test(file));

function complaintsOf(names: readonly string[]): readonly string[] {
  return names
    .filter((name) => !allowed.has(name))
    .flatMap((name) =>
      partsOfName(name)
        .filter((word) => instead.has(word))
        .map((word) => `${name}: say ${instead.get(word)}`),
    );
}

describe('names', () => {
  test('are read as they are written', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a file
    const text = "const aB = `x ${ { c: d }.c } e` / f; // g\nconst h = /i'/u.test('j');";
    expect(identifiersIn(text)).toEqual(['aB', 'c', 'd', 'f', 'h', 'test']);
    expect(partsOfName('toURLOf_some-thing2')).toEqual(['to', 'url', 'of', 'some', 'thing']);
    expect(complaintsOf(['livingFigure', 'deliver'])).toEqual(['livingFigure: say latest']);
  });

  test.each(listed(['scripts', 'templates', 'test'], /\.ts$/))('of code: %s', (file) => {
    expect(complaintsOf(identifiersIn(textOf(file)))).toEqual([]);
  });

  test.each(listed(['site/styles', 'templates'], /\.(?:css|hbs)$/))('of classes: %s', (file) => {
    const text = textOf(file);
    const printed = [...text.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list = '']) =>
      list.replaceAll(/\{\{[^}]*\}\}/g, ' ').split(/\s+/),
    );
    expect(complaintsOf(file.endsWith('.css') ? selectorsOf(text).flatMap(classesIn) : printed)).toEqual([]);
  });
});
