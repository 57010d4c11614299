import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { frameworkYaml, type MadeFramework, writeProject } from './registry.ts';

/** A generator that makes a site of made frameworks. */
export interface Contender {
  readonly name: string;
  readonly command: readonly string[];
  /** Where it is run. */
  readonly folder: string;
  /** Its folder of pages, and what else a cold build must not find. */
  readonly out: string;
  readonly caches: readonly string[];
  /** The file that an edit changes. */
  readonly edited: string;
}

const generator = resolve(import.meta.dirname, '../../..');
const peers = resolve(import.meta.dirname, '../peers');

/** Proofsheet and the peers that this machine has, each with its copy of the same frameworks below `folder`. */
export function prepareContenders(folder: string, frameworks: readonly MadeFramework[]): readonly Contender[] {
  rmSync(folder, { recursive: true, force: true });
  return [prepareOurs(folder, frameworks), ...prepareHugo(folder, frameworks), ...prepareEleventy(folder, frameworks)];
}

function prepareOurs(parent: string, frameworks: readonly MadeFramework[]): Contender {
  const folder = join(parent, 'proofsheet');
  writeProject(folder, frameworks);
  return {
    name: 'proofsheet',
    command: [process.execPath, join(generator, 'scripts/proofsheet.js'), 'build'],
    folder,
    out: 'dist',
    caches: ['.cache'],
    edited: `frameworks/${frameworks[0]?.id}.yaml`,
  };
}

function prepareHugo(parent: string, frameworks: readonly MadeFramework[]): readonly Contender[] {
  if (!runs('hugo', 'version')) return [];
  const folder = copyPeer(parent, 'hugo', frameworks);
  const command = ['hugo', '--quiet', '--destination', 'public'];
  return [{ name: 'hugo', command, folder, out: 'public', caches: ['resources'], edited: contentOf(frameworks[0]) }];
}

/** Eleventy is installed once, into the folder of the benchmark. */
function prepareEleventy(parent: string, frameworks: readonly MadeFramework[]): readonly Contender[] {
  const folder = copyPeer(parent, 'eleventy', frameworks);
  const modules = join(parent, '../node_modules');
  if (!existsSync(modules)) {
    cpSync(join(peers, 'eleventy/package.json'), join(parent, '../package.json'));
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: join(parent, '..'), stdio: 'ignore' });
  }
  const command = [process.execPath, join(modules, '@11ty/eleventy/cmd.cjs'), '--quiet'];
  return [{ name: 'eleventy', command, folder, out: 'public', caches: ['.cache'], edited: contentOf(frameworks[0]) }];
}

function copyPeer(parent: string, name: string, frameworks: readonly MadeFramework[]): string {
  const folder = join(parent, name);
  cpSync(join(peers, name), folder, { recursive: true });
  mkdirSync(join(folder, 'content/frameworks'), { recursive: true });
  for (const one of frameworks) writeFileSync(join(folder, contentOf(one)), `---\n${frameworkYaml(one)}---\n`);
  return folder;
}

function contentOf(framework: MadeFramework | undefined): string {
  return `content/frameworks/${framework?.id}.md`;
}

function runs(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Checks that a site has a page and a JSON file for each framework with all of its claims, and one page that lists all. */
export function requireEqualOutput({ name, folder, out }: Contender, frameworks: readonly MadeFramework[]): void {
  const texts = readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:html|json)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(folder, out, file), 'utf8') }));
  for (const { id, name: title, claims } of frameworks) {
    const notes = Object.values(claims).flatMap((list) => list.map(({ note }) => note));
    for (const ending of ['.html', '.json']) {
      const own = texts.filter(({ file, text }) => file.endsWith(ending) && file.includes(id) && text.includes(title));
      if (!own.some(({ text }) => notes.every((note) => text.includes(note))))
        throw new Error(`${name} made no ${ending} of ${id} with all of its claims`);
    }
  }
  const lists = ({ text }: { readonly text: string }): boolean => frameworks.every((one) => text.includes(one.name));
  if (!texts.some((one) => one.file.endsWith('.html') && lists(one))) throw new Error(`${name} made no page of all`);
}
