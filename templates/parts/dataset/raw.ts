import type { Report } from '../../../scripts/domain/report.ts';
import type { Run } from '../../../scripts/domain/run.ts';
import type { Output } from '../../../scripts/domain/source.ts';
import type { Effects } from '../../../scripts/platform/effects.ts';

/** Every run's own files, byte for byte: its description and a CSV file for each sweep. */
export function renderRawFiles({ benchmarks }: Report, { files }: Pick<Effects, 'files'>): readonly Output[] {
  return benchmarks.flatMap(({ runs }) =>
    runs.flatMap(({ run }) =>
      [run.file, ...run.sweeps.map(({ file }) => file)].map((file) => ({
        path: `${rawFolder(run)}${file.slice(file.lastIndexOf('/') + 1)}`,
        content: files.read(file),
      })),
    ),
  );
}

/** The folder of a run's raw files in the site, below the site's base. */
export function rawFolder(run: Run): string {
  return `benchmarks/${run.benchmark}/${run.id}/raw/`;
}
