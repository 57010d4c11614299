import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { root } from '../support/project.ts';

const files = diskFiles(root);
const modules = ['scripts', 'templates'].flatMap((folder) => files.list(folder)).filter((file) => file.endsWith('.ts'));

/** `): object {`, `): readonly object[] =>`. */
const untyped = /\)\s*:\s*(?:Promise<)?(?:readonly\s+)?object\b/;

test('the rule knows what it forbids', () => {
  const forbidden = ['f(): object {', 'f(): readonly object[] =>', '(a: A): Promise<object>'];
  expect(forbidden.filter((code) => !untyped.test(code))).toEqual([]);
  expect(['f(value: object): View', 'f(): objects', 'v.object({})'].filter((code) => untyped.test(code))).toEqual([]);
});

test('no function returns just any object', () => {
  expect(modules.filter((file) => untyped.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
