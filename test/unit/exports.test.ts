import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { root } from '../support/project.ts';

const files = diskFiles(root);
const modules = ['scripts', 'templates', 'test']
  .flatMap((folder) => files.list(folder))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);

const exported = /^export (?:async )?(?:function\*?|const|type|interface|class) (\w+)/gm;
const imported = /(?:import|export) (?:type )?\{([^}]*)\}|\{([^{}]*)\} = await import\(/g;

function namesIn(text: string): readonly string[] {
  const lists = [...text.matchAll(imported)].map(([, plain, loaded]) => plain ?? loaded ?? '');
  return lists.flatMap((list) => list.split(',')).map((name) => name.trim().replace(/^type | as .*$|:.*$/g, ''));
}

test('a module of the generator or the browser exports only what another file imports', () => {
  const users = modules.map(([file, text]) => [file, new Set(namesIn(text))] as const);
  const unused = modules
    .filter(([file]) => !file.startsWith('test/'))
    .flatMap(([file, text]) => [...text.matchAll(exported)].map(([, name = '']) => [file, name] as const))
    .filter(([file, name]) => !users.some(([user, names]) => user !== file && names.has(name)));
  expect(unused.map(([file, name]) => `${file}: ${name}`)).toEqual([]);
});
