// The median of every measure of every sweep at every rate, by DuckDB with two threads; prints their digest.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const [modules, folder, ...measures] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(modules)('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const medians = measures.map((name) => `median(${name})`).join(', ');
const reader = await connection.runAndReadAll(
  `select parse_filename(filename, true), rate, ${medians} from read_csv('${folder}/*.csv', filename = true) group by all`,
);
const lines = reader.getRows().map(([sweep, rate, ...values]) => {
  return [sweep, Number(rate), ...values.map((value) => Number(Number(value).toPrecision(12)))].join(' ');
});
process.stdout.write(createHash('sha256').update(lines.sort().join('\n')).digest('hex'));
