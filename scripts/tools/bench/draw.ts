import { readFileSync } from 'node:fs';
import type { ChartSpec } from '../../domain/chart.ts';
import { standaloneSvg } from '../../figures/svg/standalone.ts';
import { drawChart } from '../../figures/svg/vega.ts';

/** What `bench:figures` measures of us: specifications of the first argument drawn; prints how many, and their bytes. */

const specs = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly ChartSpec[];
let bytes = 0;
for (const [index, spec] of specs.entries()) {
  const drawing = await drawChart(spec, `f${index}`);
  bytes += Buffer.byteLength(standaloneSvg({ ...drawing, label: '' }, 'auto'));
}
process.stdout.write(`${specs.length} ${bytes}`);
