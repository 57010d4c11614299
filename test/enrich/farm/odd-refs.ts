import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHistory } from './history.ts';
import { mit } from './licenses.ts';
import { createStore, objectPath, type Store } from './objects.ts';
import { people } from './projects.ts';

function firstCommit(store: Store): string {
  return startHistory(store).commit({
    by: people.ada,
    on: '2017-01-01',
    files: { LICENSE: mit, 'server.py': 'pass\n' },
  });
}

/** 10,000 light tags of versions. */
export function manyTags(folder: string): void {
  const store = createStore(folder);
  const id = firstCommit(store);
  store.ref('refs/heads/main', id);
  for (let index = 0; index < 10_000; index += 1)
    store.ref(`refs/tags/v${Math.floor(index / 100)}.${index % 100}.0`, id);
  store.finish('ref: refs/heads/main');
}

/** `count` refs, 500,000 unless told otherwise: half branches, half tags. */
export function manyRefs(folder: string, count = 500_000): void {
  const store = createStore(folder);
  const id = firstCommit(store);
  store.finish('ref: refs/heads/main');
  const lines = (prefix: string): string =>
    Array.from({ length: count / 2 }, (_, index) => `${id} ${prefix}${String(index).padStart(6, '0')}\n`).join('');
  const head = '# pack-refs with: peeled fully-peeled sorted \n';
  const text = `${head}${lines('refs/heads/b')}${id} refs/heads/main\n${lines('refs/tags/t')}`;
  writeFileSync(join(folder, 'packed-refs'), text);
}

/** Names of tags that git allows and a shell, a page or an option parser may not. */
export const evilTags: readonly string[] = [
  '--output=pwned',
  '--upload-pack=touch',
  '-v',
  '$(touch$IFS)',
  ';id',
  '|id',
  "'quote",
  '"double',
  '<img/src=x/onerror=alert(1)>',
  '</script>',
  '{{constructor}}',
  '%s%n',
  'HEAD',
  'refs/heads/main',
  '__proto__',
  'v1.0.0',
  'v2.0.0-\u202erc',
  'v01.1.1',
  'v99999999999999999999.0.0',
  'v1.0.0-(a+)+$',
  `v1.0.0-${'a'.repeat(180)}`,
];

/** Tags that name a blob, a tag of a tag, a tag without a tagger, and every name in `evilTags`. */
export function evilTagsRefs(folder: string): void {
  const store = createStore(folder);
  const id = firstCommit(store);
  for (const name of evilTags) store.ref(`refs/tags/${name}`, id);
  const tag = (type: string, target: string, lines: string): string =>
    store.write('tag', `object ${target}\ntype ${type}\n${lines}`);
  const blob = store.write('blob', 'a key\n');
  store.ref('refs/tags/junio-gpg-pub', blob);
  const inner = tag('commit', id, 'tag v4.0.0\ntagger Ada Marsh <ada@example.org> 1500000000 +0000\n\ninner\n');
  store.ref('refs/tags/v4.0.0', tag('tag', inner, 'tag v4.0.0\ntagger A <a@x> 1500000001 +0000\n\nouter\n'), id);
  store.ref('refs/tags/v5.0.0', tag('commit', id, 'tag v5.0.0\n\nno tagger\n'), id);
  store.ref('refs/tags/v6.0.0', tag('commit', id, 'tag --output=x\ntagger A <a@x> 8640000000001 +0000\n\nlate\n'), id);
  store.ref('refs/heads/main', id);
  store.finish('ref: refs/heads/main');
}

/** A tag that names a tree, which a clone without trees cannot hold. */
export function treeTag(folder: string): void {
  const store = createStore(folder);
  store.ref('refs/heads/main', firstCommit(store));
  const blob = store.write('blob', 'a key\n');
  store.ref('refs/tags/v1.0.0', store.tree([{ mode: '100644', name: 'a', id: blob }]));
  store.finish('ref: refs/heads/main');
}

/** The first commit is replaced by one with a parent, as projects do that join an older history. */
export function replaced(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  const older = history.commit({ by: people.ada, on: '2016-01-01', files: { LICENSE: mit } });
  const root = history.commit({ by: people.ada, on: '2017-01-01', parents: [], message: 'Begin anew' });
  store.ref(`refs/replace/${root}`, history.commit({ by: people.ada, on: '2017-01-01', parents: [older] }));
  history.commit({ by: people.ada, on: '2017-01-02', parents: [root] });
  history.finish();
}

/** Two tags of releases, and between them one that names a tree. */
export function strayTag(folder: string): void {
  const store = createStore(folder);
  const id = firstCommit(store);
  store.ref('refs/heads/main', id);
  store.ref('refs/tags/v1.0.0', id);
  store.ref('refs/tags/v2.0.0', store.tree([{ mode: '100644', name: 'a', id: store.write('blob', 'a key\n') }]));
  store.ref('refs/tags/v3.0.0', id);
  store.finish('ref: refs/heads/main');
}

/** A tag whose name is longer than a file's name can be. */
export function longTag(folder: string): void {
  const store = createStore(folder);
  const id = firstCommit(store);
  store.ref('refs/heads/main', id);
  store.ref(`refs/tags/v3.0.0-${'b'.repeat(4_000)}`, id);
  store.finish('ref: refs/heads/main');
}

/** No object and no ref. */
export function empty(folder: string): void {
  createStore(folder).finish('ref: refs/heads/main');
}

/** HEAD names a branch that does not exist; others do. */
export function noHead(folder: string): void {
  const store = createStore(folder);
  store.ref('refs/heads/develop', firstCommit(store));
  store.finish('ref: refs/heads/main');
}

/** HEAD is a commit that no branch names. */
export function detached(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  history.commit({ by: people.ada, on: '2017-01-01', files: { LICENSE: mit } });
  store.ref('refs/heads/main', history.commit({ by: people.ada, on: '2017-01-02' }));
  store.finish(history.commit({ by: people.ada, on: '2017-01-03' }));
}

/** The server's own copy is shallow: three commits can be seen, the parents of the oldest cannot. */
export function shallow(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  const ids = [1, 2, 3, 4, 5].map((day) =>
    history.commit({ by: people.ada, on: `2017-01-0${day}`, files: day === 1 ? { LICENSE: mit } : {} }),
  );
  history.finish();
  for (const id of ids.slice(0, 2)) rmSync(objectPath(folder, id));
  writeFileSync(join(folder, 'shallow'), `${ids[2]}\n`);
}

/** HEAD's branch names a commit that is not there. */
export function missingCommit(folder: string): void {
  const store = createStore(folder);
  store.ref('refs/heads/main', '3'.repeat(40));
  store.finish('ref: refs/heads/main');
}

/** 30,000 commits (or `count`) by 200 people, one every eight hours since 1995, in one pack. */
export function thirtyThousand(folder: string, count = 30_000): void {
  createStore(folder).finish('ref: refs/heads/main');
  const start = Date.UTC(1995, 0, 1) / 1000;
  const blob = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const parts = Array.from({ length: count }, (_, index) => {
    const person = `Person ${(index * 7) % 200} <p${(index * 7) % 200}@example.org> ${start + index * 28_800} +0000`;
    const file = `M 100644 inline src/m${index % 100}.py\n${blob(`x = ${index}\n`)}`;
    const license = index === 0 ? `M 100644 inline LICENSE\n${blob(mit)}` : '';
    return `commit refs/heads/main\nauthor ${person}\ncommitter ${person}\n${blob(`Change ${index}`)}${file}${license}\n`;
  });
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, env, input: `${parts.join('')}done\n` });
}
