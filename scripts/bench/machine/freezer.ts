import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../domain/errors.ts';
import { readText } from './cgroup.ts';

/** Does some work while other processes of the machine stand still. */
export type Quietly = <T>(work: () => Promise<T>) => Promise<T>;

const breathMs = 500;

/**
 * Stops the processes of a control group (v1 freezer or v2) while a step is measured, and lets them go on for a moment after it.
 * Throws a `UserError` where the folder is no such group.
 */
export function freezerOf(folder: string): Quietly {
  const [file, stop, go] =
    readText(join(folder, 'freezer.state')) === ''
      ? (['cgroup.freeze', '1', '0'] as const)
      : (['freezer.state', 'FROZEN', 'THAWED'] as const);
  const set = (state: string): void => {
    try {
      writeFileSync(join(folder, file), state);
    } catch (error) {
      throw new UserError(
        `--freeze is \`${folder}\`, expected the folder of a control group: ${(error as Error).message}`,
      );
    }
  };
  set(go);
  // However the harness ends, nobody's work is left standing.
  process.on('exit', () => set(go));
  return async (work) => {
    set(stop);
    try {
      return await work();
    } finally {
      set(go);
      await sleep(breathMs);
    }
  };
}
