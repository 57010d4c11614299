import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

export type Bytes = string | Uint8Array;

/** One line of a tree. Git sorts folders as if their name ended with a slash. */
export interface Entry {
  readonly mode: '100644' | '100755' | '120000' | '160000' | '40000';
  readonly name: Bytes;
  readonly id: string;
}

/** A bare repository that is written object by object, without git, so that no part of it needs to be well-formed. */
export interface Store {
  readonly folder: string;
  /** Writes a loose object of any content and gives its id. */
  readonly write: (type: 'blob' | 'tree' | 'commit' | 'tag', content: Bytes) => string;
  readonly tree: (entries: readonly Entry[]) => string;
  /** Notes a ref; `peeled` is what an annotated tag points to. */
  readonly ref: (name: string, id: string, peeled?: string) => void;
  /** Writes the refs. `head` is what the file HEAD says: `ref: refs/heads/main`, or an id. */
  readonly finish: (head: string) => void;
}

const config = '[core]\n\tbare = true\n[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n';

/** Makes an empty bare repository in a folder that does not exist yet. */
export function createStore(folder: string): Store {
  mkdirSync(join(folder, 'objects'), { recursive: true });
  mkdirSync(join(folder, 'refs'), { recursive: true });
  writeFileSync(join(folder, 'config'), config);
  const refs = new Map<string, string>();
  const made = new Set<string>();
  const write: Store['write'] = (type, content) => {
    const body = Buffer.from(content);
    const bytes = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
    const id = createHash('sha1').update(bytes).digest('hex');
    const path = objectPath(folder, id);
    const parent = dirname(path);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(path, deflateSync(bytes, { level: 1 }));
    return id;
  };
  return {
    folder,
    write,
    tree: (entries) => write('tree', Buffer.concat([...entries].sort(byName).map(treeLine))),
    ref: (name, id, peeled) => refs.set(name, peeled === undefined ? `${id} ${name}\n` : `${id} ${name}\n^${peeled}\n`),
    finish: (head) => {
      const names = [...refs.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const lines = names.map((name) => refs.get(name) ?? '').join('');
      writeFileSync(join(folder, 'packed-refs'), `# pack-refs with: peeled fully-peeled sorted \n${lines}`);
      writeFileSync(join(folder, 'HEAD'), `${head}\n`);
    },
  };
}

/** Where a loose object lies. */
export function objectPath(folder: string, id: string): string {
  return join(folder, 'objects', id.slice(0, 2), id.slice(2));
}

function treeLine({ mode, name, id }: Entry): Buffer {
  return Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(id, 'hex')]);
}

function byName(a: Entry, b: Entry): number {
  return Buffer.compare(sortKey(a), sortKey(b));
}

function sortKey({ mode, name }: Entry): Buffer {
  return mode === '40000' ? Buffer.concat([Buffer.from(name), Buffer.from('/')]) : Buffer.from(name);
}
