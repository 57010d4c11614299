import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { comparedFrameworks } from '../../../templates/compare/comparisons.ts';
import { siteUrls } from '../../../templates/layout/site.ts';
import { check } from '../../build.ts';
import { drawFigures } from '../../figures/draw.ts';
import { planFigures } from '../../figures/plan.ts';
import { diskEffects } from '../../platform/effects.ts';
import { runMeasured, type Usage } from './cpu.ts';

/**
 * `npm run bench:figures`: what it costs to draw the figures of this comparison that have a Vega-Lite specification, and how large they
 * are, beside Vega's own SVG renderer on the same specifications. Runs alternate.
 */

const rounds = 5;
const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, '.cache/bench');
const file = join(folder, 'specifications.json');

await writeSpecifications();
const ours = [process.execPath, join(import.meta.dirname, 'draw.ts'), file];
const theirs = [process.execPath, join(root, 'scripts/tools/peers/vega/draw.js'), file];
const taken = Array.from({ length: rounds }, () => [runMeasured(ours, root), runMeasured(theirs, root)] as const);
const [[first, second] = []] = taken;
if (first?.output.split(' ')[0] !== second?.output.split(' ')[0]) throw new Error('not the same number of figures');
print('CPU s', (one) => one.cpuSeconds, 2);
print('bytes', (one) => Number(one.output.split(' ')[1]), 0);

async function writeSpecifications(): Promise<void> {
  const effects = diskEffects(root, root, null, () => {});
  const { report, loaded } = check(effects);
  if (report === null) throw new Error('the registry has errors');
  const plan = planFigures(report, comparedFrameworks({ report, ...siteUrls(report.site) }));
  const { wholes, parts } = await drawFigures(plan, report, loaded.kit, effects);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify([...wholes, ...parts].flatMap(({ spec }) => spec ?? [])));
}

function print(what: string, of: (one: Usage) => number, digits: number): void {
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  const [own, peer] = [taken.map(([one]) => of(one)), taken.map(([, one]) => of(one))];
  const ratios = own.map((value, round) => value / (peer[round] ?? Number.NaN)).sort((a, b) => a - b);
  const spread = `${middle(ratios).toFixed(2)} (${ratios[0]?.toFixed(2)}–${ratios.at(-1)?.toFixed(2)})`;
  process.stdout.write(
    `${what}: ${middle(own).toFixed(digits)}, Vega ${middle(peer).toFixed(digits)}, ratio ${spread}\n`,
  );
}
