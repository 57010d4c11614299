import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { check } from '../../build.ts';
import { diskEffects } from '../../platform/effects.ts';

/** What `bench:data` measures of us: a check of the project in the first argument, and the digest of all medians. */

const [folder = '', ...measures] = process.argv.slice(2);
const { report } = check(diskEffects(folder, resolve(import.meta.dirname, '../../..'), null, () => {}));
if (report === null) throw new Error('the made project has errors');
const sweeps = report.benchmarks.flatMap(({ runs }) => runs.flatMap((run) => run.sweeps));
const lines = sweeps.flatMap(({ sweep, levels }) =>
  levels.map(({ axis, spreads }) => {
    const medians = measures.map((id) => Number(spreads.get(id)?.median.toPrecision(12)));
    return [sweep.id, axis, ...medians].join(' ');
  }),
);
process.stdout.write(createHash('sha256').update(lines.sort().join('\n')).digest('hex'));
