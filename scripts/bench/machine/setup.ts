import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import type { Program, Runtime } from '../../domain/program.ts';
import { writeFileWhole } from '../../platform/write-file.ts';
import { hashOf, hashProgram } from '../../validate/program-hash.ts';
import { findVersion } from '../plan/identity.ts';
import { readText } from './cgroup.ts';
import type { Processes } from './processes.ts';

/** A runtime that this machine has. */
export interface FoundRuntime {
  readonly runtime: Runtime;
  readonly path: string;
  readonly version: string;
}

/** A program that is installed and built, ready to start. */
export interface Installed {
  readonly program: Program;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** `CPython 3.13.0`; null where it needs none but the system's own. */
  readonly runtime: string | null;
}

/** The best of a runtime's commands that tells its version; null where the machine has none. */
export function findRuntime(runtime: Runtime): FoundRuntime | null {
  for (const candidate of runtime.find) {
    for (const path of pathsOf(candidate)) {
      const version = versionOf(path, runtime.version);
      if (version !== null) return { runtime, path, version };
    }
  }
  return null;
}

/** Installs and builds a program in the cache folder, once for these files, packages and runtime. Throws what a tool said. */
export async function install(
  program: Program,
  found: FoundRuntime | null,
  { root, cache, processes }: { readonly root: string; readonly cache: string; readonly processes: Processes },
): Promise<Installed> {
  const identity = [hashProgram(program.files), [...program.packages], program.build, found?.path, found?.version];
  const folder = join(cache, 'programs', `${program.id}-${hashOf(identity)}`);
  const installed: Installed = {
    program,
    folder,
    env: environmentOf(folder, found),
    runtime: found === null ? null : `${found.runtime.label} ${found.version}`,
  };
  const ready = join(folder, '.ready');
  if (existsSync(ready)) return installed;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file } of program.files) cpSync(join(root, file), join(folder, basename(file)));
  for (const line of [...installLines(program, found), ...(program.build === null ? [] : [program.build])]) {
    await processes.run({ line, folder, env: installed.env });
  }
  writeFileWhole(ready, '');
  return installed;
}

function installLines({ packages }: Program, found: FoundRuntime | null): readonly string[] {
  const pinned = (sign: string): string =>
    [...packages].map(([name, version]) => quote(`${name}${sign}${version}`)).join(' ');
  const installer = found?.runtime.installer ?? null;
  switch (installer) {
    case 'pip': {
      const environment = `${quote(found?.path ?? '')} -m venv --without-pip env`;
      if (packages.size === 0) return [environment];
      return [
        environment,
        `${quote(found?.path ?? '')} -m pip --quiet --python env/bin/python install --no-input --disable-pip-version-check ${pinned('==')}`,
      ];
    }
    case 'npm':
      return packages.size === 0
        ? []
        : [
            // Without a manifest of its own npm would install into the project above, and prune it.
            `echo '{"private": true}' >package.json`,
            `npm install --prefix . --no-audit --no-fund --loglevel=error ${pinned('@')}`,
          ];
    // Their packages are pinned in files of their own, which the build reads.
    case 'cargo':
    case 'go':
    case 'maven':
    case null:
      return [];
    default:
      return installer satisfies never;
  }
}

/** The runtime's folder and the program's own environment come first, so that the documented command means them. */
function environmentOf(folder: string, found: FoundRuntime | null): NodeJS.ProcessEnv {
  const own = [join(folder, 'env', 'bin'), join(folder, 'node_modules', '.bin')];
  const folders = [...own, ...(found === null ? [] : [resolve(found.path, '..')]), process.env['PATH'] ?? ''];
  // What `npm run` says of this project must not reach an npm that works for a program.
  const outside = Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name));
  return {
    ...Object.fromEntries(outside),
    PATH: folders.join(delimiter),
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

function pathsOf(candidate: string): readonly string[] {
  if (!candidate.includes('/')) {
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    return folders.map((folder) => join(folder, candidate)).filter((path) => existsSync(path));
  }
  const path = candidate.replace(/^~/, homedir());
  return globSync(path).sort(byVersion).reverse();
}

function byVersion(one: string, other: string): number {
  return Number(findVersion(one)?.replace(/^\d+\./, '') ?? 0) - Number(findVersion(other)?.replace(/^\d+\./, '') ?? 0);
}

/** Some tell it on one channel, some on the other. */
function versionOf(path: string, argument: string): string | null {
  const { status, stdout, stderr } = spawnSync(path, argument.split(' '), { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? (findVersion(stdout) ?? findVersion(stderr)) : null;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The generator, compiled once for these sources and this compiler. */
export async function buildGenerator(
  source: string,
  { cache, processes }: { readonly cache: string; readonly processes: Processes },
): Promise<string> {
  const path = join(cache, `generator-${hashOf(readText(source))}`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  // Beside its place first: a build that is cut short leaves nothing that looks whole.
  const line = `cc -O2 -o ${quote(`${path}.part`)} ${quote(source)} && mv ${quote(`${path}.part`)} ${quote(path)}`;
  await processes.run({ line, folder: cache, env: process.env });
  return path;
}
