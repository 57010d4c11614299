import { check } from '../build.ts';
import { fixText, isFixable } from '../fix/fix.ts';
import { writeFileInside } from '../platform/write-file.ts';
import type { Context } from './context.ts';

/** Mending a syntax error lets the check see what was behind it. */
const passes = 3;

/** Mends what is mechanical in the files that `isWanted`, and returns how many files changed. */
export function fixFiles({ root, effects }: Context, isWanted: (file: string) => boolean): number {
  const changed = new Set<string>();
  for (let pass = 0; pass < passes; pass += 1) {
    const { issues } = check(effects);
    let wrote = false;
    for (const file of ['frameworks', 'data']
      .flatMap((folder) => effects.files.list(folder))
      .filter((one) => isFixable(one) && isWanted(one))) {
      const text = new TextDecoder().decode(effects.files.read(file));
      const own = issues.filter(({ place }) => place.file === file);
      const fixed = fixText(text, own);
      if (fixed === text) continue;
      writeFileInside(root, file, fixed);
      changed.add(file);
      wrote = true;
    }
    if (!wrote) break;
  }
  return changed.size;
}
