import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../domain/errors.ts';
import { hasErrors, printIssue } from '../domain/issue.ts';
import type { Program, ProgramSet } from '../domain/program.ts';
import { parseYaml } from '../load/yaml.ts';
import { diskFiles } from '../platform/disk-files.ts';
import { writeFileWhole } from '../platform/write-file.ts';
import { readPrograms } from '../validate/program.ts';
import { type FoundRuntime, findRuntime } from './machine/setup.ts';
import type { BenchOptions } from './options.ts';
import { raise, readNewest } from './plan/pins.ts';
import type { World } from './world.ts';

/** Raises the pinned versions of one benchmark's programs, or of all, to the newest releases of their registries. */
export async function update({ root, benchmark }: BenchOptions, world: World): Promise<number> {
  const all = readdirSync(join(root, 'benchmarks'), { withFileTypes: true }).filter((one) => one.isDirectory());
  const files = diskFiles(root);
  const described = all
    .map(({ name }) => name)
    .filter((name) => files.list(`benchmarks/${name}`).includes(`benchmarks/${name}/programs.yaml`));
  const chosen = benchmark === '' ? described : described.filter((name) => name === benchmark);
  if (chosen.length === 0) throw new UserError(`there is no benchmarks/${benchmark || '*'}/programs.yaml`);
  mkdirSync(world.cache, { recursive: true });
  for (const name of chosen) await updateOne(name, root, world);
  return 0;
}

async function updateOne(name: string, root: string, world: World): Promise<void> {
  const file = `benchmarks/${name}/programs.yaml`;
  const files = diskFiles(root);
  const texts = files
    .list(`benchmarks/${name}/servers`)
    .map((one) => ({ file: one, text: readFileSync(join(root, one), 'utf8') }));
  const { source, issues: broken } = parseYaml(file, files.read(file));
  const { value: set, issues } = source === null ? { value: null, issues: broken } : readPrograms(source, name, texts);
  for (const one of issues) world.say(printIssue(one));
  if (set === null || hasErrors(issues)) throw new UserError(`${file} has errors`);
  const found = new Map(set.runtimes.map((runtime) => [runtime.id, findRuntime(runtime)]));
  const newest = new Map<string, string | null>();
  for (const program of set.programs) {
    const runtime = found.get(program.runtime ?? '') ?? null;
    for (const [name, pinned] of program.packages) {
      if (world.signal.aborted || runtime === null) continue;
      const key = `${runtime.runtime.id} ${name}`;
      if (!newest.has(key)) newest.set(key, await askNewest(name, runtime, world));
      const version = newest.get(key) ?? null;
      if (version === null)
        world.say(`${program.id}: ${name} ${pinned} is raised by hand; no client told its newest release`);
      else if (version !== pinned) raiseEverywhere(set, program, { name, pinned, version }, root);
      if (version !== null && version !== pinned) world.say(`${program.id}: ${name} ${pinned} → ${version}`);
    }
  }
}

/** In the list and in the program's own manifests. */
function raiseEverywhere({ file }: ProgramSet, program: Program, pin: Parameters<typeof raise>[1], root: string): void {
  for (const one of [file, ...program.files.map((text) => text.file)]) {
    const before = readFileSync(join(root, one), 'utf8');
    const after = raise(before, pin);
    if (after !== before) writeFileWhole(join(root, one), after);
  }
}

async function askNewest(
  name: string,
  { path, runtime }: FoundRuntime,
  { processes, cache }: World,
): Promise<string | null> {
  const bare = name.replace(/\[.*\]$/, '');
  const lines = {
    pip: `'${path}' -m pip index versions '${bare}'`,
    npm: `npm view '${bare}' version`,
    cargo: `cargo info '${bare}'`,
    go: `go list -m -f '{{.Version}}' '${bare}@latest'`,
    // Maven tells no newest release without a project; its pins are raised by hand.
    maven: null,
  };
  const line = runtime.installer === null ? null : lines[runtime.installer];
  if (line === null) return null;
  try {
    const { out } = await processes.run({ line, folder: cache, env: process.env });
    return readNewest(out);
  } catch {
    return null;
  }
}
