/** Compiles the generator to `lib/` for the package, since Node strips no types below `node_modules`. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { diskFiles } from '../platform/disk-files.ts';

const root = resolve(import.meta.dirname, '../..');
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

rmSync(join(root, 'lib'), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
// What starts programs reads these beside itself.
for (const file of diskFiles(root)
  .list('scripts')
  .filter((one) => one.endsWith('.sh')))
  cpSync(join(root, file), join(root, 'lib', file));
process.exitCode = status ?? 1;
