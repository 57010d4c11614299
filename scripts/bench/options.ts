import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../domain/errors.ts';
import { isId } from '../domain/ids.ts';
import { readSteps } from './plan/grid.ts';

/** The text of `bench --help`. */
export const benchUsage = `Usage: npm run bench -- <benchmark> [options]
       npm run bench -- update [<benchmark>]

Installs the programs of a benchmark, checks them and this machine, measures them one after another and writes a run.
Ctrl-C ends it: what is complete is written, and the same command goes on where it stopped. \`update\` raises the
versions pinned in programs.yaml to the newest releases.

  --only <ids>           these programs, or those of these frameworks, separated by commas
  --scenario <id>        one of the workload's scenarios (default: the first)
  --rates <steps>        400:9000:100 or 500,1000,2000 instead of the adaptive steps
  --repeats <n>          how often every program is measured
  --duration <seconds>   how long a step sends requests
  --share <0.05 to 1>    the server's share of one core
  --quick                few and short steps, once: a trial, not a result
  --generator <name>     own (default) or httperf
  --freeze <folder>      a control group whose processes stand still during each step
  --check                install and check the programs, measure nothing
  --fresh                forget what an interrupted run has measured
  --seed <n>             decides the order of the programs (default: 1)
  --testbed <id>         this machine's name in the run's name
  --by <name>            who runs it (default: git's user.name)
  --title <text>         the run's title
  --root <folder>        the project (default: this folder)
  --out <folder>         where <benchmark>/runs/ is written (default: data inside the project)`;

/** A command line of the harness, read and bounded; null leaves a number to the workload. */
export interface BenchOptions {
  readonly benchmark: string;
  readonly update: boolean;
  readonly root: string;
  readonly out: string;
  readonly only: readonly string[] | null;
  readonly scenario: string | null;
  readonly rates: readonly number[] | null;
  readonly repeats: number | null;
  readonly durationS: number | null;
  readonly share: number | null;
  readonly quick: boolean;
  readonly generator: 'own' | 'httperf';
  readonly freeze: string | null;
  readonly checkOnly: boolean;
  readonly fresh: boolean;
  readonly seed: number;
  readonly testbed: string | null;
  readonly by: string | null;
  readonly title: string | null;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const known = {
  ...{ only: text, scenario: text, rates: text, repeats: text, duration: text, share: text, generator: text },
  ...{ seed: text, testbed: text, by: text, title: text, freeze: text, root: text, out: text },
  ...{ quick: flag, check: flag, fresh: flag, help: flag },
} as const;

/** The words behind `bench` to options; throws a `UserError` on anything it does not know. */
export function readBenchOptions(words: readonly string[]): BenchOptions {
  const { values, positionals } = parse(words);
  const update = positionals[0] === 'update';
  const [benchmark, extra] = update ? positionals.slice(1) : positionals;
  if (values.help || extra !== undefined || (benchmark === undefined && !update)) throw new UserError(benchUsage);
  const root = resolve(values.root ?? '.');
  const rates = values.rates === undefined ? null : readSteps(values.rates);
  if (values.rates !== undefined && rates === null) throw wrong('rates', values.rates, '`400:9000:100` or `500,1000`');
  if (values.testbed !== undefined && !isId(values.testbed))
    throw wrong('testbed', values.testbed, 'lower-case words with hyphens');
  const generator = values.generator ?? 'own';
  if (generator !== 'own' && generator !== 'httperf') throw wrong('generator', generator, '`own` or `httperf`');
  return {
    benchmark: benchmark ?? '',
    update,
    root,
    out: resolve(root, values.out ?? 'data'),
    only: values.only === undefined ? null : values.only.split(',').filter(Boolean),
    scenario: values.scenario ?? null,
    rates,
    repeats: number('repeats', values.repeats, [1, 100]),
    durationS: number('duration', values.duration, [0.1, 600]),
    share: number('share', values.share, [0.05, 1]),
    quick: values.quick,
    generator,
    freeze: values.freeze ?? null,
    checkOnly: values.check,
    fresh: values.fresh,
    seed: number('seed', values.seed, [0, 2 ** 31]) ?? 1,
    testbed: values.testbed ?? null,
    by: values.by ?? null,
    title: values.title ?? null,
  };
}

function parse(
  words: readonly string[],
): ReturnType<typeof parseArgs<{ allowPositionals: true; options: typeof known }>> {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: known });
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${benchUsage}`);
  }
}

function number(name: string, found: string | undefined, [least, most]: readonly [number, number]): number | null {
  if (found === undefined) return null;
  const value = Number(found);
  if (/^\d+(?:\.\d+)?$/.test(found) && value >= least && value <= most) return value;
  throw wrong(name, found, `a number from ${least} to ${most}`);
}

function wrong(name: string, found: string, expected: string): UserError {
  return new UserError(`--${name} is \`${found}\`, expected ${expected}`);
}
