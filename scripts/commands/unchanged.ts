import { writeSync } from 'node:fs';
import { findUnchanged } from '../platform/last-build.ts';
import { describeSummary, type Summary } from './summary.ts';

/** Answers `build` as the last one did where nothing has changed since; false if the site must be built. */
export async function answerUnchanged(): Promise<boolean> {
  const last = await findUnchanged<Summary>();
  if (last === null) return false;
  const lines = [last.printed, last.summary === null ? '' : describeSummary(last.summary, 0, last.out)];
  print(
    lines
      .filter((line) => line !== '')
      .map((line) => `${line}\n`)
      .join(''),
  );
  return true;
}

/** Prints without `process.stdout`, which takes longer to load than all else takes here; a pipe that is full needs it. */
function print(text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch {
    process.stdout.write(bytes.subarray(written));
  }
}
