import { resolve } from 'node:path';
import { type Built, build } from '../../scripts/build.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { diskEffects, type Effects, memoryEffects } from '../../scripts/platform/effects.ts';

/** The repository's own folder. */
export const root = resolve(import.meta.dirname, '../..');

/** The real project, as `npm run build` sees it. */
export function realEffects(): Effects {
  return diskEffects(root, root, null, () => {});
}

/** A fixture's files as text by path. */
export function readFixture(name: string): Record<string, string> {
  const files = diskFiles(resolve(root, 'test/projects', name));
  const paths = ['data', 'frameworks', 'site', 'benchmarks'].flatMap((folder) => files.list(folder));
  return Object.fromEntries(paths.map((path) => [path, Buffer.from(files.read(path)).toString('utf8')]));
}

/** A project of files in memory, with the generator's own templates and styles. */
export function inMemory(record: Readonly<Record<string, string | Uint8Array>>): Effects {
  return memoryEffects(record, diskFiles(root));
}

/** The outputs of a build that must succeed, by path. */
export async function outputsOf(effects: Effects): Promise<ReadonlyMap<string, string>> {
  const { outputs, issues }: Built = await build(effects);
  if (outputs === null) throw new Error(`the build has errors: ${JSON.stringify(issues, null, 1)}`);
  return new Map(outputs.map(({ path, content }: Output) => [path, Buffer.from(content).toString('utf8')]));
}
