import * as commits from './odd-commits.ts';
import * as refs from './odd-refs.ts';
import * as trees from './odd-trees.ts';
import * as projects from './projects.ts';

/** What must be found in a repository, whoever looks: on the way from HEAD, with replace refs off. */
export interface Facts {
  readonly commits: number;
  readonly merges?: number;
  readonly roots?: number;
  /** Days of the earliest author date and the latest commit date, in UTC. */
  readonly first?: string;
  readonly last?: string;
  readonly tags?: number;
  /** People: as they are written, joined by name or e-mail, and joined by the mailmap. */
  readonly humans?: { readonly written: number; readonly joined: number; readonly mapped: number };
  readonly bots?: number;
  readonly agents?: number;
  /** What the license file says, and the manifest. */
  readonly license?: string | null;
  readonly declared?: string | null;
}

export interface Planted {
  readonly about: string;
  /** Writes a bare repository into a folder that does not exist yet. */
  readonly build: (folder: string) => void;
  /** Takes a second or more, or many megabytes: built only where a test names it or asks for it. */
  readonly heavy?: true;
  readonly facts?: Facts;
}

/** Every repository of the farm by name. */
export const repositories: Readonly<Record<string, Planted>> = {
  plain: {
    about:
      'a small normal project: license, manifests, tests, docs, examples, CI, vendored code, mailmap, merges, tags',
    build: projects.plain,
    facts: {
      ...{ commits: 12, merges: 2, roots: 1, first: '2019-03-04', last: '2025-12-01', tags: 5 },
      ...{ humans: { written: 7, joined: 5, mapped: 4 }, bots: 1, agents: 1, license: 'MIT', declared: 'MIT' },
    },
  },
  relicensed: {
    about: 'MIT in 2009, BSD-3-Clause now, in file and manifest',
    build: projects.relicensed,
    facts: { commits: 3, first: '2009-11-03', last: '2012-05-05', license: 'BSD-3-Clause', declared: 'BSD-3-Clause' },
  },
  mislabeled: {
    about: 'the manifest says MIT, the file is BSD-3-Clause',
    build: projects.mislabeled,
    facts: { commits: 1, license: 'BSD-3-Clause', declared: 'MIT' },
  },
  pollers: {
    about: 'EPoll in source (one file), in tests and in docs; a threadpool.py',
    build: projects.pollers,
    facts: { commits: 2, license: 'MIT', declared: 'MIT' },
  },
  'no-tags': { about: 'no tag', build: projects.noTags, facts: { commits: 1, tags: 0 } },
  'no-license': {
    about: 'no license file, no manifest',
    build: projects.noLicense,
    facts: { commits: 1, license: null, declared: null },
  },
  'two-roots': {
    about: 'two commits without parents',
    build: projects.twoRoots,
    facts: { commits: 3, merges: 1, roots: 2, first: '2008-08-08', last: '2011-02-02' },
  },
  'svn-import': {
    about: 'e-mails of the form login@uuid; glyph and Glyph are two people to git',
    build: projects.svnImport,
    facts: { commits: 10, first: '2003-01-15', last: '2016-01-01' },
  },
  zones: {
    about: 'the last day depends on the zone',
    build: projects.zones,
    facts: { commits: 2, first: '2015-03-12', last: '2015-03-15' },
  },
  rewritten: {
    about: '24 commits; swap in rewritten-later',
    build: (folder) => projects.monthly(folder, 24, 'a'),
    facts: { commits: 24, first: '2010-01-10', last: '2011-12-10', tags: 2 },
  },
  'rewritten-later': {
    about: 'as many commits on another root',
    build: (folder) => projects.monthly(folder, 24, 'b'),
    facts: { commits: 24, tags: 2 },
  },
  'rewritten-grown': {
    about: 'rewritten with 12 commits and a tag more: an ordinary update',
    build: (folder) => projects.monthly(folder, 36, 'a'),
    facts: { commits: 36, last: '2012-12-10', tags: 3 },
  },
  shrunk: {
    about: '60 commits; swap in shrunk-later',
    build: (folder) => projects.monthly(folder, 60, 'a'),
    facts: { commits: 60, tags: 5 },
  },
  'shrunk-later': {
    about: 'the same root, less than half of the commits',
    build: (folder) => projects.monthly(folder, 24, 'a'),
    facts: { commits: 24, tags: 2 },
  },
  'malformed-identities': {
    about: 'two commits whose author and committer git dates 1970; %ct is right',
    build: commits.malformedIdentities,
    facts: { commits: 4, first: '2009-10-01', last: '2011-01-01' },
  },
  'malformed-dates': {
    about: 'dates of 1970, 2106, overflow, none, minus, years late, older than their parents; HEAD is 2014-04-04',
    build: commits.malformedDates,
    facts: { commits: 13 },
  },
  'future-head': { about: 'HEAD is dated 275760 and later', build: commits.futureHead, facts: { commits: 2 } },
  'non-utf8-names': {
    about: 'Latin-1, HTML, ANSI, ::error::, bidi and NUL in names, messages, tags and file names',
    build: commits.nonUtf8Names,
    facts: { commits: 9, tags: 5 },
  },
  'mailmap-bomb': { about: 'a mailmap of 10 MB', build: commits.mailmapBomb, facts: { commits: 2 } },
  'replace-refs': { about: 'refs/replace shows another history', build: commits.replaceRefs, facts: { commits: 2 } },
  'symlinked-license': {
    about: 'LICENSE links to ../../../etc/passwd',
    build: trees.symlinkedLicense,
    facts: { commits: 1, license: null },
  },
  'huge-license': { about: 'LICENSE of 60 MB', build: trees.hugeLicense, heavy: true, facts: { commits: 1 } },
  'submodule-license': {
    about: 'LICENSE, docs and tests are submodules',
    build: trees.submoduleLicense,
    facts: { commits: 1, license: null },
  },
  'folder-license': { about: 'LICENSE is a folder', build: trees.folderLicense, facts: { commits: 1 } },
  'tree-bomb': { about: '10^10 files', build: trees.treeBomb, facts: { commits: 1 } },
  'deep-tree': { about: '2,100 folders within each other', build: trees.deepTree, facts: { commits: 1 } },
  'evil-paths': {
    about: 'options, lines, quotes, .git, .. in file names',
    build: trees.evilPathsTree,
    facts: { commits: 1 },
  },
  attributes: { about: 'filters, textconv, hostile submodules', build: trees.attributesTree, facts: { commits: 1 } },
  'missing-blob': { about: 'src/lost.py of HEAD is missing', build: trees.missingBlob, facts: { commits: 2 } },
  'missing-tree': { about: 'a tree of HEAD is missing', build: trees.missingTree, facts: { commits: 2 } },
  'many-tags': { about: '10,000 tags', build: refs.manyTags, facts: { commits: 1, tags: 10_000 } },
  'many-refs': { about: '500,000 refs, half of them tags', build: refs.manyRefs, heavy: true, facts: { commits: 1 } },
  'evil-tags': {
    about: 'tags that are options, code, blobs, tags of tags',
    build: refs.evilTagsRefs,
    facts: { commits: 1 },
  },
  'stray-tag': { about: 'a tag of a tree among tags', build: refs.strayTag, facts: { commits: 1, tags: 3 } },
  replaced: { about: 'a replacement ref', build: refs.replaced, facts: { commits: 2, roots: 1 } },
  'tree-tag': { about: 'a tag of a tree', build: refs.treeTag, facts: { commits: 1, tags: 1 } },
  'long-tag': { about: 'a tag of 4,000 letters', build: refs.longTag, facts: { commits: 1, tags: 1 } },
  empty: { about: 'nothing', build: refs.empty },
  'no-head': { about: 'HEAD names no branch; develop exists', build: refs.noHead },
  detached: { about: 'HEAD is on no branch', build: refs.detached, facts: { commits: 3, last: '2017-01-03' } },
  shallow: { about: 'the server is shallow: 3 of 5 commits', build: refs.shallow, facts: { commits: 3 } },
  'missing-commit': { about: 'main names a commit that is not there', build: refs.missingCommit },
  'thirty-thousand': {
    about: '30,000 commits by 200 people',
    build: refs.thirtyThousand,
    heavy: true,
    facts: { commits: 30_000, first: '1995-01-01', merges: 0, roots: 1, tags: 0 },
  },
};
