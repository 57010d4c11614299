import { rmSync } from 'node:fs';
import { startHistory } from './history.ts';
import { mit } from './licenses.ts';
import { createStore, type Entry, objectPath, type Store } from './objects.ts';
import { hostileTexts } from './odd-commits.ts';
import { people } from './projects.ts';

function growTree(folder: string, entries: (store: Store) => readonly Entry[]): void {
  const store = createStore(folder);
  const history = startHistory(store);
  const files = Object.fromEntries(entries(store).map(({ name, mode, id }) => [String(name), { mode, id }]));
  history.commit({ by: people.ada, on: '2018-01-01', files: { 'server.py': 'pass\n', ...files } });
  history.finish();
}

/** LICENSE is a link out of the repository; COPYING is a link to a folder, and one to itself. */
export function symlinkedLicense(folder: string): void {
  growTree(folder, (store) => [
    { mode: '120000', name: 'LICENSE', id: store.write('blob', '../../../etc/passwd') },
    { mode: '120000', name: 'COPYING', id: store.write('blob', '/proc/self/environ') },
    { mode: '120000', name: 'LICENSE.txt', id: store.write('blob', 'LICENSE.txt') },
  ]);
}

/** LICENSE is a blob of 60 MB; `bytes` makes it smaller. */
export function hugeLicense(folder: string, bytes = 60_000_000): void {
  growTree(folder, (store) => [{ mode: '100644', name: 'LICENSE', id: store.write('blob', Buffer.alloc(bytes, mit)) }]);
}

/** LICENSE is a submodule, docs and tests are submodules too. */
export function submoduleLicense(folder: string): void {
  const id = '1'.repeat(40);
  growTree(folder, () => ['LICENSE', 'docs', 'tests'].map((name) => ({ mode: '160000', name, id })));
}

/** LICENSE is a folder that holds a LICENSE. */
export function folderLicense(folder: string): void {
  growTree(folder, (store) => {
    const inside = store.tree([{ mode: '100644', name: 'LICENSE', id: store.write('blob', mit) }]);
    return [{ mode: '40000', name: 'LICENSE', id: inside }];
  });
}

/** Ten trees within each other hold 10^10 files, in a few kilobytes. */
export function treeBomb(folder: string): void {
  growTree(folder, (store) => {
    let id = store.write('blob', 'epoll\n');
    for (let level = 0; level < 10; level += 1) {
      const mode = level === 0 ? '100644' : '40000';
      id = store.tree(Array.from({ length: 10 }, (_, index) => ({ mode, name: `d${index}`, id })));
    }
    const license = store.write('blob', mit);
    return [
      { mode: '40000', name: 'bomb', id },
      { mode: '100644', name: 'LICENSE', id: license },
    ];
  });
}

/** Folders within each other, 2,100 deep: a path longer than a file's can be. */
export function deepTree(folder: string): void {
  growTree(folder, (store) => {
    let id = store.write('blob', mit);
    for (let level = 0; level < 2_100; level += 1) {
      id = store.tree([{ mode: level === 0 ? '100644' : '40000', name: level === 0 ? 'LICENSE' : 'd', id }]);
    }
    return [{ mode: '40000', name: 'd', id }];
  });
}

/** Names that are options, lines, quotes, ways out, or git's own folder. */
export const evilPaths: readonly string[] = [
  '--output=pwned.py',
  '-rf.py',
  'new\nline.py',
  'tab\there.py',
  'quo"te\'s`.py',
  'back\\slash.py',
  ' space .py',
  ':(glob)**',
  'HEAD',
  'con.py',
  '..',
  '.',
  '.git',
  '.GIT',
  'git~1',
  '.g\u200cit',
  'caf\u00e9.py',
  'cafe\u0301.py',
  'Server.py',
  'LICENSE\n',
  'LICENSE;id',
  'l'.repeat(4_000),
  ...Object.values(hostileTexts),
];

/** Files of every name in `evilPaths`, one of them with a slash in it. */
export function evilPathsTree(folder: string): void {
  growTree(folder, (store) => {
    const id = store.write('blob', 'import select\nselect.epoll()\n');
    const odd = store.tree([...evilPaths, 'a/b.py'].map((name) => ({ mode: '100644', name, id })));
    const git = store.tree([
      { mode: '100644', name: 'config', id: store.write('blob', '[core]\n\tfsmonitor = touch pwned\n') },
    ]);
    return [
      { mode: '40000', name: 'src', id: odd },
      { mode: '40000', name: '.git', id: git },
      { mode: '100644', name: '-LICENSE', id },
    ];
  });
}

const attributes = `* filter=pwn diff=pwn textconv=pwn merge=pwn export-subst ident
*.py -text working-tree-encoding=UTF-16 linguist-language=Haskell linguist-vendored
LICENSE filter=lfs diff=lfs merge=lfs -text
`;

const modules = `[submodule "a"]
\tpath = a
\turl = ext::sh -c touch% pwned
[submodule "../../hooks"]
\tpath = -c
\turl = --upload-pack=touch pwned
\tupdate = !touch pwned
[submodule "inside"]
\tpath = inside
\turl = http://169.254.169.254/latest/meta-data
`;

/** Attributes, submodules, hooks and configuration that ask git to run programs. */
export function attributesTree(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  const pwn = '#!/bin/sh\ntouch pwned\n';
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
  const files = {
    '.gitattributes': attributes,
    '.gitmodules': modules,
    '.gitconfig': '[diff "pwn"]\n\ttextconv = touch pwned\n',
  };
  const more = {
    '.lfsconfig': '[lfs]\n\turl = http://169.254.169.254/\n',
    'hooks/post-checkout': pwn,
    '.husky/pre-commit': pwn,
  };
  const others = {
    'server.py': 'pass\n',
    a: { mode: '160000' as const, id: '2'.repeat(40) },
    LICENSE: mit,
    'big.bin': pointer,
  };
  history.commit({ by: people.ada, on: '2018-01-01', files: { ...files, ...more, ...others } });
  history.finish();
}

/** One blob of the last commit is missing from the object store: `src/lost.py`. */
export function missingBlob(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  history.commit({ by: people.ada, on: '2018-01-01', files: { LICENSE: mit, 'src/server.py': 'pass\n' } });
  history.commit({ by: people.ada, on: '2018-01-02', files: { 'src/lost.py': 'lost = True\n' } });
  history.finish();
  rmSync(objectPath(folder, store.write('blob', 'lost = True\n')));
}

/** The tree of the last commit is missing. */
export function missingTree(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  history.commit({ by: people.ada, on: '2018-01-01', files: { LICENSE: mit } });
  const lost = store.tree([{ mode: '100644', name: 'lost.py', id: store.write('blob', 'lost = True\n') }]);
  history.commit({ by: people.ada, on: '2018-01-02', files: { lost: { mode: '40000', id: lost } } });
  history.finish();
  rmSync(objectPath(folder, lost));
}
