import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that authors write. */
const authored = ['data', 'frameworks', 'site', 'benchmarks'];

/** Editors write a file in several steps, and git many files; what comes within this time is one change. */
const restMilliseconds = 50;

/** Calls `changed` after every change of a project's files, until the process is interrupted. */
export async function watchProject(root: string, changed: () => void): Promise<void> {
  const { watch } = await import('chokidar');
  const folders = authored.map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folders, { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, restMilliseconds);
  });
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, done);
  });
  clearTimeout(timer);
  await watcher.close();
}
