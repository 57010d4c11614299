import { type Change, type History, startHistory } from './history.ts';
import { mit } from './licenses.ts';
import { createStore } from './objects.ts';
import { people } from './projects.ts';

const esc = '\x1b';

/** Strings that do harm where text reaches a page, a terminal, a log or a shell. */
export const hostileTexts = {
  html: '<img src=x onerror=alert(1)>',
  ansi: `${esc}[31mred${esc}]0;title\x07`,
  command: '::error::pwned',
  bidi: 'safe\u202etxt.exe\u2066',
  shell: '$(touch pwned);`id`|id',
} as const;

function grow(folder: string, changes: readonly Change[], more?: (history: History) => void): void {
  const history = startHistory(createStore(folder));
  for (const [index, change] of changes.entries()) {
    history.commit(index === 0 ? { files: { LICENSE: mit, 'server.py': 'pass\n' }, ...change } : change);
  }
  more?.(history);
  history.finish();
}

/** Lines of authors as one import wrote them: git's own date filters read 1970, `%ct` reads the day. */
export function malformedIdentities(folder: string): void {
  const broken = '<"Name <mail@example.org>">';
  grow(folder, [
    { by: people.ada, on: '2009-10-01' },
    { by: broken, on: '1260000000 +0000' },
    { by: broken, on: '1275000000 +0000' },
    { by: people.ada, on: '2011-01-01' },
  ]);
}

/** Days that no calendar should show, the last commit being a good one. */
export function malformedDates(folder: string): void {
  const by = people.ada;
  grow(folder, [
    { by, on: '2010-01-01' },
    { by: '<"Name <mail@example.org>">', on: '1260000000 +0000' },
    { by, on: '0 +0000' },
    { by, on: '4300000000 +0000' },
    { by, on: '8640000000001 +0000' },
    { by, on: '99999999999999999999 +0000' },
    { by, on: '-1 +0000' },
    { by, on: 'yesterday' },
    { by, on: '1300000000 +9999' },
    { by: 'nobody', on: '' },
    { by, on: '2016-06-06', committed: '2012-06-06' },
    { by, on: '2008-01-01' },
    { by, on: '2014-04-04' },
  ]);
}

/** The last commit itself has a day that no calendar should show. */
export function futureHead(folder: string): void {
  const by = people.ada;
  grow(folder, [
    { by, on: '2010-01-01' },
    { by, on: '8640000000001 +0000' },
  ]);
}

/** Names of authors and files in Latin-1, and names that are an attack on whatever prints them. */
export function nonUtf8Names(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const blob = store.write('blob', 'x = 1\n');
  const names = [
    latin('caf\xe9.py'),
    latin('\xff\xfe.txt'),
    ...Object.values(hostileTexts).map((text) => `${text}.py`),
  ];
  const entries = names.map((name) => ({ mode: '100644' as const, name, id: blob }));
  const tree = { mode: '40000' as const, id: store.tree(entries) };
  const files = { LICENSE: mit, src: tree };
  history.commit({ by: latin('Andr\xe9 M\xfcller <andre@example.org>'), on: '2012-01-01', files });
  for (const [index, text] of Object.values(hostileTexts).entries()) {
    const by = `${text.replaceAll(/[<>\n]/g, '"')} <hostile${index}@example.org>`;
    history.commit({ by, on: `2012-02-0${index + 1}`, message: `${text}\n\n${text}` });
    history.annotate(`v1.${index}.0`, `2012-02-0${index + 1}`, `${text}\n${text}\n::error::from a tag`);
  }
  history.commit({ by: `A\0B <nul@example.org>`, on: '2012-03-01' });
  history.commit({ by: ` <>`, on: '2012-03-02' });
  history.commit({ by: `${'x'.repeat(100_000)} <long@example.org>`, on: '2012-03-03', message: 'y'.repeat(1_000_000) });
  history.finish();
}

/** A `.mailmap` of about 10 MB that gives every commit to somebody else. */
export function mailmapBomb(folder: string): void {
  const lines = Array.from(
    { length: 190_000 },
    (_, index) => `Mallory <m@example.org> Name ${index} <n${index}@x.org>`,
  );
  const files = { LICENSE: mit, '.mailmap': `Mallory <m@example.org> <ada@example.org>\n${lines.join('\n')}\n` };
  grow(folder, [
    { by: people.ada, on: '2013-01-01', files },
    { by: people.bo, on: '2013-01-02' },
  ]);
}

/** Refs below `refs/replace/` that would show an older, shorter, other history. */
export function replaceRefs(folder: string): void {
  const store = createStore(folder);
  const history = startHistory(store);
  history.commit({ by: people.ada, on: '2013-01-01', files: { LICENSE: mit } });
  const head = history.commit({ by: people.ada, on: '2013-01-02' });
  const fake = history.commit({
    by: 'Mallory <m@example.org>',
    on: '1999-09-09',
    files: { LICENSE: 'mine\n' },
    parents: [],
  });
  store.ref(`refs/replace/${head}`, fake);
  store.ref('refs/heads/real', head);
  store.ref('refs/heads/main', head);
  store.finish('ref: refs/heads/main');
}
