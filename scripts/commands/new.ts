import { existsSync } from 'node:fs';
import { cpus, platform, release } from 'node:os';
import { join } from 'node:path';
import { check } from '../build.ts';
import { UserError } from '../domain/errors.ts';
import { isId } from '../domain/ids.ts';
import { nearest } from '../domain/issue.ts';
import { writeFileWhole } from '../platform/write-file.ts';
import { toId } from '../scaffold/answers.ts';
import { benchmarkFile } from '../scaffold/data.ts';
import { addClaim, addFeature, addSource, frameworkSkeleton, runSkeleton } from '../scaffold/skeletons.ts';
import { readCatalog } from '../validate/catalog.ts';
import { readSite } from '../validate/site.ts';
import type { Context, ExitCode } from './context.ts';
import type { NewKind } from './new-kinds.ts';
import { pathFrom } from './place.ts';

interface Written {
  readonly file: string;
  readonly text: string;
}

/** Writes a commented skeleton into a new file, or at its place in an existing one. */
export function runNew(context: Context, kind: NewKind, name: string, feature: string | undefined): ExitCode {
  if (feature !== undefined && kind !== 'claim')
    throw new UserError(`unexpected \`${feature}\`: only a claim has a feature`);
  const { file, text } = write(context, kind, name, feature);
  writeFileWhole(join(context.root, file), text);
  context.terminal.print(pathFrom(context.cwd, context.root)(file));
  return 0;
}

function write(context: Context, kind: NewKind, name: string, feature: string | undefined): Written {
  switch (kind) {
    case 'framework':
      return newFramework(context, name);
    case 'claim':
      return newClaim(context, name, feature);
    case 'run':
      return newRun(context, name);
    case 'source':
      return inFile(context, 'data/sources.yaml', (text) => addSource(text, requireId(name), today(context)));
    case 'feature':
      return inFile(context, 'data/features.yaml', (text) => addFeature(text, requireId(name), firstGroup(context)));
    case 'benchmark':
      return newFile(context, `data/${requireId(toId(name))}/benchmark.yaml`, benchmarkFile(name));
    default:
      return kind satisfies never;
  }
}

function newFramework(context: Context, name: string): Written {
  const { site } = check(context.effects).loaded;
  const category = (site === null ? null : readSite(site).value)?.categories[0]?.id ?? 'all';
  const text = frameworkSkeleton(name, category, featuresOf(context));
  return newFile(context, `frameworks/${requireId(toId(name))}.yaml`, text);
}

function newClaim(context: Context, framework: string, id: string | undefined): Written {
  if (id === undefined) throw new UserError('expected a feature too, as in `proofsheet new claim sample license`');
  const features = featuresOf(context);
  const feature = features.find((one) => one.id === id);
  if (feature === undefined)
    throw unknown(
      'feature',
      id,
      features.map((one) => one.id),
    );
  const ids = context.effects.files.list('frameworks').map((file) => file.replace(/^frameworks\/|\.yaml$/g, ''));
  if (!ids.includes(framework)) throw unknown('file in frameworks/ for', framework, ids);
  const file = `frameworks/${framework}.yaml`;
  return inFile(context, file, (before) => {
    const text = addClaim(before, feature, today(context));
    if (text === null)
      throw new UserError(`${file} does not have its claims one feature a line; add the claim by hand`);
    return text;
  });
}

function newRun(context: Context, benchmark: string): Written {
  const { benchmarks } = check(context.effects).loaded;
  const ids = benchmarks.map(({ id }) => id);
  if (!ids.includes(benchmark)) throw unknown('benchmark', benchmark, ids);
  const processors = cpus();
  const facts = {
    CPU: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`,
    'operating system': `${platform()} ${release()}`,
  };
  const day = today(context);
  return newFile(context, `data/${benchmark}/runs/${day}-machine/run.yaml`, runSkeleton(day, facts));
}

function newFile({ root }: Context, file: string, text: string): Written {
  if (existsSync(join(root, file))) throw new UserError(`${file} is there already; nothing was written`);
  return { file, text };
}

/** Adds to a file, unless the result would be broken: an id in use, say. */
function inFile(context: Context, file: string, add: (text: string) => string): Written {
  const text = add(read(context, file));
  const { files } = context.effects;
  const changed = {
    list: files.list,
    read: (one: string) => (one === file ? new TextEncoder().encode(text) : files.read(one)),
  };
  const wrong = check({ ...context.effects, files: changed }).issues.find(
    ({ place, level }) => place.file === file && level === 'error',
  );
  if (wrong !== undefined) throw new UserError(`${file}: ${wrong.message}; nothing was written`);
  return { file, text };
}

function read({ effects }: Context, file: string): string {
  const found = effects.files.list(file.slice(0, file.indexOf('/'))).includes(file);
  return found ? new TextDecoder().decode(effects.files.read(file)) : '';
}

function featuresOf({ effects }: Context): NonNullable<ReturnType<typeof readCatalog>['value']>['features'] {
  const { catalog } = check(effects).loaded;
  return (catalog === null ? null : readCatalog(catalog).value)?.features ?? [];
}

function firstGroup({ effects }: Context): string {
  const { catalog } = check(effects).loaded;
  return (catalog === null ? null : readCatalog(catalog).value)?.groups[0]?.id ?? 'project';
}

function today({ epoch }: Context): string {
  return new Date(epoch === null ? Date.now() : epoch * 1000).toISOString().slice(0, 10);
}

function requireId(text: string): string {
  if (isId(text)) return text;
  throw new UserError(`\`${text}\` is not an id; expected lower-case letters and digits, words joined by hyphens`);
}

function unknown(what: string, found: string, known: readonly string[]): UserError {
  const guess = nearest(found, known);
  return new UserError(`there is no ${what} \`${found}\`${guess === null ? '' : `; did you mean \`${guess}\`?`}`);
}
