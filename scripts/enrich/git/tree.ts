import type { Presence, Presences } from '../../domain/facts.ts';
import { languageOf } from './languages.ts';

/** A file in a tree: its path and the id and size of its blob. */
export interface TreeFile {
  readonly path: string;
  readonly blob: string;
  /** Null if the blob is missing. */
  readonly bytes: number | null;
}

/** The purpose of a file, by the folders it is in. */
type Role = 'source' | 'test' | 'document' | 'example' | 'sketch' | 'vendored' | 'other';

/** Parses the output of `git ls-tree -r -l -z` into regular files, without links, submodules and paths that are not text. */
export function readTree(output: string): readonly TreeFile[] {
  return output.split('\0').flatMap((line): TreeFile[] => {
    const match = /^100(?:644|755|664) blob ([0-9a-f]{40}|[0-9a-f]{64}) +(\d+|-|BAD)\t(.+)$/s.exec(line);
    const [, blob = '', size = '', path = ''] = match ?? [];
    if (match === null || /[\p{Cc}\ufffd]/u.test(path)) return [];
    return [{ path, blob, bytes: /^\d+$/.test(size) ? Number(size) : null }];
  });
}

const vendored =
  /(?:^|\/)(?:vendor|vendored|_vendor|third[-_]?party|3rd[-_]?party|deps|extern|external|externals|node_modules|bundled|bower_components|Godeps)\//i;
const tests = /(?:^|\/)(?:tests?|testing|testsuite|unittests?|specs?|\w*[-_]tests?|tests?[-_]\w+)\//i;
const testNames =
  /(?:^|\/)(?:test_[^/]+|[^/]+_tests?|[^/]+[.-](?:test|spec)|[^/]+(?:Test|Tests|TestCase)|[^/]+_SUITE)\.\w+$/;
const documentation = /(?:^|\/)(?:docs?|documentation|manual|man)\//i;
const examples = /(?:^|\/)(?:examples?|demos?|samples?)\//i;
/** Source that shows or tries something by its name or folder; too weak a sign to count as examples or tests. */
const trials =
  /(?:^|\/)(?:tutorials?\/.*|(?:examples?|demos?|samples?|tests?)(?:[._-][^/]+)?\.\w+|[^/]+[._-](?:example|demo|sample)\.\w+)$/i;
/** Trials, leftovers and contributions. `contrib` counts at the root only: elsewhere it is often part of the product. */
const sketches =
  /(?:^|\/)(?:sketch(?:es)?|scratch|playground|sandbox|experiments?|prototypes?|attic|tmp|temp|benchmarks?|bench)\/|^contrib\//i;
const ci =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.travis\.ya?ml|\.gitlab-ci\.ya?ml|\.?appveyor\.ya?ml|azure-pipelines\.ya?ml|\.circleci\/config\.ya?ml|Jenkinsfile|\.drone\.ya?ml|\.cirrus\.(?:ya?ml|star)|\.woodpecker(?:\.ya?ml|\/[^/]+\.ya?ml)|\.builds?(?:\.ya?ml|\/[^/]+\.ya?ml)|bitbucket-pipelines\.ya?ml|\.buildkite\/[^/]+\.ya?ml|\.semaphore\/[^/]+\.ya?ml|buildspec\.ya?ml)$/;

/** The purpose of a path. Vendored comes before tests, since the tests of a bundled library are not the project's. */
export function roleOf(path: string): Role {
  if (vendored.test(path)) return 'vendored';
  if (tests.test(path) || testNames.test(path)) return 'test';
  if (examples.test(path) || (trials.test(path) && languageOf(path) !== null)) return 'example';
  if (sketches.test(path)) return 'sketch';
  if (documentation.test(path)) return 'document';
  return languageOf(path) === null ? 'other' : 'source';
}

/**
 * Tests, documentation, examples and CI in their usual places. An example in the documentation counts as both, and so do the
 * tests of an example; an example among the tests is only a test.
 */
export function findPresences(files: readonly TreeFile[]): Presences {
  const own = files.map(({ path }) => path).filter((path) => !vendored.test(path) && !sketches.test(path));
  return {
    tests: byFolder(own.filter((path) => tests.test(path) || testNames.test(path))),
    documentation: byFolder(own.filter((path) => documentation.test(path))),
    examples: byFolder(own.filter(isExample)),
    ci: sampled(own.filter((path) => ci.test(path))),
  };
}

/** Whether a path is in a folder of examples outside the folders of tests. */
function isExample(path: string): boolean {
  const folder = examples.exec(path);
  return folder !== null && !tests.test(`${path.slice(0, folder.index)}/`);
}

const sampleSize = 4;

/** The folders with the most files, each with a trailing slash; files at the root are listed themselves. */
function byFolder(paths: readonly string[]): Presence {
  const folders = Map.groupBy(paths, (path) =>
    path.includes('/') ? `${path.slice(0, path.lastIndexOf('/'))}/` : path,
  );
  const most = [...folders].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1));
  return { files: paths.length, sample: most.slice(0, sampleSize).map(([folder]) => folder) };
}

function sampled(paths: readonly string[]): Presence {
  return { files: paths.length, sample: [...paths].sort().slice(0, sampleSize) };
}

const licenseNames =
  /^(?:LICENSES\/[^/]+|(?:licen[cs]es?|copying|unlicense|copyright)(?:[._-][^/]*)?|[^/]*[._-]licen[cs]e(?:\.\w+)?)$/i;

/** License files at the root of a tree, or in the folder that REUSE uses. */
export function findLicenseFiles(files: readonly TreeFile[]): readonly TreeFile[] {
  return files.filter(({ path }) => licenseNames.test(path) && languageOf(path) === null);
}

const manifests = ['pyproject.toml', 'setup.cfg', 'setup.py', 'Cargo.toml', 'package.json', 'pom.xml', 'composer.json'];

/** Package manifests at the root of a tree, or if there are none, in a folder at the root, in a fixed order. */
export function findManifests(files: readonly TreeFile[]): readonly TreeFile[] {
  const atRoot = manifests.flatMap((name) => files.find(({ path }) => path === name) ?? []);
  if (atRoot.length > 0) return atRoot;
  const below = files.filter(
    ({ path }) => path.split('/').length === 2 && manifests.includes(path.slice(path.indexOf('/') + 1)),
  );
  return below.filter(({ path }) => isOwn(path)).slice(0, manifests.length);
}

function isOwn(path: string): boolean {
  return ![vendored, tests, examples, sketches].some((pattern) => pattern.test(path));
}
