import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { applyQuery, sortRows } from '../../../templates/matrix/filter/engine.ts';
import type { FilterIndex } from '../../../templates/matrix/filter/model.ts';
import { readQuery } from '../../../templates/matrix/filter/query.ts';
import { summarize } from '../../../templates/matrix/filter/summary.ts';
import { makeFilterIndex } from '../../../templates/matrix/filter-index.ts';
import { check } from '../../build.ts';
import type { Edition, Report } from '../../domain/report.ts';
import { diskEffects } from '../../platform/effects.ts';
import { median, print } from './measure.ts';

/**
 * What one step of a filter costs over 1,000 frameworks: a query read, every row held against it, every answer counted, the
 * rows sorted, the line of summary written. Prints ratios to a yardstick of the same run: parsing the index once.
 */

const times = 41;
const root = resolve(import.meta.dirname, '../../..');
const { report } = check(diskEffects(root, root, null, () => {}));
if (report === null) throw new Error('the registry has errors');
await measure(makeFilterIndex(multiply(report.latest, 1000), report));

/** So many rows from those at hand: each takes its answers from different ones, so that no two are alike. */
function multiply(edition: Edition, count: number): Edition {
  const { rows } = edition;
  const pick = (at: number): Edition['rows'][number] => rows[at % rows.length] as Edition['rows'][number];
  const many = Array.from({ length: count }, (_, row) => {
    const { framework } = pick(row);
    const cells = edition.features.map(
      (_feature, at) => pick(row * 7 + Math.floor(row / rows.length) * 11 + at * 13).cells[at],
    );
    return {
      framework: { ...framework, name: `${framework.name} ${row}` },
      cells: cells as Report['latest']['rows'][number]['cells'],
    };
  });
  return { ...edition, rows: many };
}

async function measure(index: FilterIndex): Promise<void> {
  const text = JSON.stringify(index);
  const facets = index.facets.filter(({ kind }) => kind !== 'choice').slice(0, 6);
  const pairs = facets.map(({ id, options }) => `${id}=${options[0]?.id}`);
  const bounds = index.ranges.map(({ id }) => `${id}=50`);
  const yardstick = await median(() => JSON.parse(text), times);
  const show = (what: string, ms: number): void => print(what, ms, yardstick, 2);
  const step = (search: string): Promise<number> =>
    median(() => {
      const query = readQuery(search, index);
      const outcome = applyQuery(query, index);
      sortRows(query, index);
      return summarize(query, outcome, index);
    }, times);
  process.stdout.write(
    `${index.ids.length} frameworks, ${index.facets.length} facets, ${index.ranges.length} ranges; `,
  );
  process.stdout.write(`index ${text.length} bytes, ${brotliCompressSync(text).length} as brotli\n`);
  show('parsing the index (yardstick)', yardstick);
  show('nothing asked', await step(''));
  show('six facets', await step(pairs.join('&')));
  show('six facets and every bound', await step([...pairs, ...bounds].join('&')));
  show('three words', await step('q=server+loop+python'));
  show('three words, all mistyped', await step('q=servrr+lopp+pythom'));
  show('all of it, sorted', await step([...pairs, ...bounds, 'q=servrr+lopp', 'sort=name'].join('&')));
}
