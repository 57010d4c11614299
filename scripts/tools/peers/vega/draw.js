// Draws Vega-Lite specifications with Vega's own SVG renderer; prints how many, and their bytes.
import { readFileSync } from 'node:fs';
import * as vega from 'vega';
import { compile } from 'vega-lite';

const specs = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let bytes = 0;
for (const spec of specs) {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  bytes += Buffer.byteLength(await view.toSVG());
  view.finalize();
}
process.stdout.write(`${specs.length} ${bytes}`);
