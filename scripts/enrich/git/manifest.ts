import { parse as parseToml } from 'smol-toml';
import correctLicense from 'spdx-correct';
import parseLicense from 'spdx-expression-parse';
import type { Manifest } from '../../domain/facts.ts';

/** Reads what a package manifest declares. A manifest that cannot be parsed declares nothing. */
export function readManifest(path: string, text: string): Manifest {
  const { license, versions } = declaredIn(path, text);
  return {
    path,
    license:
      license === null
        ? null
        : { said: clean(license), expression: toExpression(license), line: lineOf(text, license) },
    versions: versions === null ? null : clean(versions),
  };
}

interface Declared {
  readonly license: string | null;
  readonly versions: string | null;
}

const nothing: Declared = { license: null, versions: null };

function declaredIn(path: string, text: string): Declared {
  try {
    if (path.endsWith('.toml')) return fromToml(parseToml(text));
    if (path.endsWith('.json')) return fromJson(JSON.parse(text));
    return path.endsWith('.xml') ? fromXml(text) : fromAssignments(text);
  } catch {
    return nothing;
  }
}

function fromToml(value: unknown): Declared {
  const project = at(value, 'project') ?? at(value, 'tool', 'poetry') ?? at(value, 'tool', 'flit', 'metadata');
  const crate = at(value, 'package') ?? at(value, 'workspace', 'package');
  const classifiers = at(project, 'classifiers');
  return {
    license:
      text(at(project, 'license')) ??
      text(at(project, 'license', 'text')) ??
      fromClassifiers(Array.isArray(classifiers) ? classifiers.map(String) : []) ??
      text(at(crate, 'license')) ??
      text(at(value, 'workspace', 'package', 'license')),
    versions:
      text(at(project, 'requires-python')) ??
      text(at(project, 'dependencies', 'python')) ??
      text(at(crate, 'rust-version')),
  };
}

function fromJson(value: unknown): Declared {
  return {
    license: text(at(value, 'license')) ?? text(at(value, 'license', 'type')),
    versions: text(at(value, 'engines', 'node')) ?? text(at(value, 'require', 'php')),
  };
}

function fromXml(source: string): Declared {
  const start = source.indexOf('<licenses>');
  const licenses = start === -1 ? '' : source.slice(start, start + 4000).replace(/<\/licenses>.*$/s, '');
  return { license: text(/<name>([^<]{1,200})<\/name>/.exec(licenses)?.[1]), versions: null };
}

/** `setup.py` and `setup.cfg`: read as text, never run. */
function fromAssignments(source: string): Declared {
  const quoted = /^[ \t]*license[ \t]*=[ \t]*(["'])([^"'\n]{1,200})\1/m.exec(source)?.[2];
  const plain = /^license[ \t]*=[ \t]*([^"'\s(\n][^"'(\n]{0,199})$/m.exec(source)?.[1];
  const classifiers = [...source.matchAll(/License :: [^"'\n]{1,200}/g)].map(([line]) => line);
  const versions = /^[ \t]*python_requires[ \t]*=[ \t]*(?:(["'])([^"'\n]{1,100})\1|([^"'\s\n][^"'\n]{0,99})$)/m.exec(
    source,
  );
  return {
    license: text(quoted) ?? text(plain) ?? fromClassifiers(classifiers),
    versions: text(versions?.[2]) ?? text(versions?.[3]),
  };
}

function fromClassifiers(classifiers: readonly string[]): string | null {
  const named = classifiers.flatMap((one) => /^License :: (?:OSI Approved :: )?(.+)$/.exec(one.trim())?.[1] ?? []);
  return text(named.find((one) => one !== 'OSI Approved'));
}

/**
 * A manifest's license as an SPDX expression; null if it is ambiguous, such as `BSD`. Other words are corrected only if the
 * correction accounts for each of them, and "or later" is never guessed.
 */
function toExpression(said: string): string | null {
  const words = said.trim();
  const exact = usual.get(words.toLowerCase().replace(/^the /, ''));
  if (exact !== undefined) return exact;
  if (bareFamily.test(words)) return null;
  if (isExpression(words)) return words;
  const gnu = gnuLicense(words);
  if (gnu !== null) return gnu;
  const guess = correctLicense(words);
  return guess === null || isGnu.test(guess) || !accountsFor(guess, words) ? null : guess;
}

const usual: ReadonlyMap<string, string> = new Map([
  ['new bsd', 'BSD-3-Clause'],
  ['new bsd license', 'BSD-3-Clause'],
  ['isc license (iscl)', 'ISC'],
  ['isc license', 'ISC'],
  ['expat license', 'MIT'],
]);

const isGnu = /GPL|GFDL/;

const bareFamily =
  /^(?:the )?(?:l?gpl|bsd|agpl|apache|python|other|gnu [\w ]*general public)(?: licen[cs]e)?(?: \([al]?gpl\))?$/i;

function isExpression(said: string): boolean {
  try {
    parseLicense(said);
    return true;
  } catch {
    return false;
  }
}

/** A guess must explain all that was said: "MIT-like", or "MIT or GPL", is not MIT. */
function accountsFor(guess: string, said: string): boolean {
  const known = new Set([...namesOf(guess), ...filler]);
  const words = said
    .toLowerCase()
    .replaceAll(/[()"',]/g, ' ')
    .split(/[\s/_-]+|(?<=[a-z])v?(?=\d)/)
    .map((word) => word.replace(/^v(?=\d)|\+$|\.$/g, ''))
    .filter((word) => word !== '');
  const names = namesOf(guess);
  const version = names.find((word) => /^\d/.test(word));
  const saysVersion =
    version === undefined ||
    words.some((word) => word === version || `${word}.0` === version || families[version]?.includes(word));
  return (
    saysVersion &&
    words.every((word) => known.has(word) || known.has(`${word}.0`)) &&
    words.some((word) => names.includes(word))
  );
}

/** The words of an id, and of the names that go with it. */
function namesOf(id: string): readonly string[] {
  const words = id.toLowerCase().split(/[-\s]/);
  return words.flatMap((word) => [word, ...(families[word] ?? [])]);
}

const families: Readonly<Record<string, readonly string[]>> = {
  mpl: ['mozilla', 'public'],
  epl: ['eclipse', 'public'],
  bsd: ['new', 'simplified', 'revised', 'modified'],
  mit: ['expat'],
  psf: ['python'],
  zpl: ['zope', 'public'],
  bsl: ['boost'],
  '3': ['three'],
  '2': ['two'],
};

const filler = 'the license licence licensed under version v software foundation inc. asl'.split(' ');

/** A license of the GNU project; "only" and "or later" as they were said, since corrections guess them. */
function gnuLicense(said: string): string | null {
  const words = said.toLowerCase().replaceAll(/[()",]/g, ' ');
  const version = /(?:\bv|version |gplv?|[\s-])(\d(?:\.\d)?)(?=\W|$)/.exec(words)?.[1];
  const family = /affero|\bagpl/.test(words) ? 'AGPL' : /lesser|library|\blgpl/.test(words) ? 'LGPL' : 'GPL';
  const rest = words
    .replaceAll(/\b[al]?gpl(?=v?\d|\b)v?/g, ' ')
    .replaceAll(/\bv?\d(?:\.\d)?\+?(?=\s|$|\W)|\+/g, ' ')
    .split(/[\s./-]+/)
    .filter((word) => word !== '' && !gnuTokens.has(word));
  if (version === undefined || rest.length > 0 || !/gpl|general public/.test(words)) return null;
  const id = `${family}-${version.includes('.') ? version : `${version}.0`}`;
  if (/\d\+|\blater\b|\bnewer\b/.test(words)) return `${id}-or-later`;
  return /\bonly\b/.test(words) ? `${id}-only` : id;
}

const gnuTokens = new Set(
  'gnu affero lesser library general public license licence the version v only or any later newer at your option of'.split(
    ' ',
  ),
);

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
}

/** The limit for a license's name: some manifests contain the whole text, and long texts are slow to search. */
const longest = 1000;

function text(value: unknown): string | null {
  return typeof value === 'string' && value.length <= longest && value.trim() !== '' ? value.trim() : null;
}

function clean(value: string): string {
  return value
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, 200)
    .trim();
}

function lineOf(source: string, license: string): number {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => /licen[cs]e/i.test(line) && line.includes(license));
  return (
    (first === -1
      ? Math.max(
          0,
          lines.findIndex((line) => line.includes(license)),
        )
      : first) + 1
  );
}
