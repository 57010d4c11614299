import type { Bytes, Entry, Store } from './objects.ts';

/** A file's content, or the line of a tree where a mode or an id matters; null removes it. */
export type File = Bytes | Pick<Entry, 'mode' | 'id'> | null;

export interface Change {
  /** `Name <mail>`, or the bytes of it. */
  readonly by: Bytes;
  /** When it was written: `2019-03-04` (noon, UTC), `2019-03-04T10:00:00-07:00`, or what stands after the e-mail. */
  readonly on: string;
  readonly committer?: Bytes;
  /** When it was committed, if not at once. */
  readonly committed?: string;
  /** What changes against the files so far. */
  readonly files?: Readonly<Record<string, File>>;
  /** The commit before it, unless said otherwise. */
  readonly parents?: readonly string[];
  readonly message?: Bytes;
}

export interface History {
  /** Adds a commit to the branch and gives its id. */
  readonly commit: (change: Change) => string;
  /** Adds an annotated tag of the last commit. */
  readonly annotate: (name: string, on: string, message: Bytes) => void;
  /** Adds a light tag of the last commit. */
  readonly tag: (name: string) => void;
  /** Writes the branch and everything noted. */
  readonly finish: (head?: string) => void;
}

/** Grows one branch of commits in a store. */
export function startHistory(store: Store, branch = 'main'): History {
  const files = new Map<string, Pick<Entry, 'mode' | 'id'>>();
  let last: string | null = null;
  return {
    commit: (change) => {
      for (const [path, file] of Object.entries(change.files ?? {})) putFile(store, files, path, file);
      const tree = writeTree(store, files);
      last = store.write('commit', commitText(tree, change.parents ?? (last === null ? [] : [last]), change));
      return last;
    },
    annotate: (name, on, message) => {
      const target = last ?? '';
      const head = `object ${target}\ntype commit\ntag ${name}\ntagger Ada Marsh <ada@example.org> ${moment(on)}\n\n`;
      store.ref(`refs/tags/${name}`, store.write('tag', joined([head, message, '\n'])), target);
    },
    tag: (name) => store.ref(`refs/tags/${name}`, last ?? ''),
    finish: (head = `ref: refs/heads/${branch}`) => {
      if (last !== null) store.ref(`refs/heads/${branch}`, last);
      store.finish(head);
    },
  };
}

function putFile(store: Store, files: Map<string, Pick<Entry, 'mode' | 'id'>>, path: string, file: File): void {
  if (file === null) files.delete(path);
  else if (typeof file === 'string' || file instanceof Uint8Array) {
    files.set(path, { mode: '100644', id: store.write('blob', file) });
  } else files.set(path, file);
}

function writeTree(store: Store, files: ReadonlyMap<string, Pick<Entry, 'mode' | 'id'>>): string {
  const entries: Entry[] = [];
  const folders = new Map<string, Map<string, Pick<Entry, 'mode' | 'id'>>>();
  for (const [path, file] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) entries.push({ ...file, name: path });
    else {
      const folder = path.slice(0, slash);
      const inside = folders.get(folder) ?? new Map<string, Pick<Entry, 'mode' | 'id'>>();
      folders.set(folder, inside.set(path.slice(slash + 1), file));
    }
  }
  for (const [name, inside] of folders) entries.push({ mode: '40000', name, id: writeTree(store, inside) });
  return store.tree(entries);
}

function commitText(tree: string, parents: readonly string[], change: Change): Buffer {
  const { by, on, committer = by, committed = on, message = 'Change something' } = change;
  const head = `tree ${tree}\n${parents.map((id) => `parent ${id}\n`).join('')}`;
  const author = ['author ', by, ` ${moment(on)}\n`];
  return joined([head, ...author, 'committer ', committer, ` ${moment(committed)}\n\n`, message, '\n']);
}

/** Seconds and zone as git writes them; what is no day passes as it is. */
function moment(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?(?:Z|([+-]\d\d):(\d\d))?$/.exec(text);
  if (match === null) return text;
  const [, day = '', time = 'T12:00:00', hours, minutes] = match;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  return `${Date.parse(`${day}${time}${zone}`) / 1000} ${hours ?? '+00'}${minutes ?? '00'}`;
}

function joined(parts: readonly Bytes[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}
