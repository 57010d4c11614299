import type { BuildOptions, Plugin } from 'esbuild';
import type { Output, TextFile } from '../domain/source.ts';
import type { Effects } from '../platform/effects.ts';

/** The scripts for the browser, bundled and minified. */
export interface ClientScripts {
  /** The URL below the base of every entry (`templates/<page>/client.ts` or `<entry>.client.ts`): an ES module with its hash in its name. */
  readonly entries: ReadonlyMap<string, string>;
  /** The text of every `<name>.standalone.ts`: self-contained, to serve at a fixed URL or to inline. */
  readonly standalone: ReadonlyMap<string, string>;
  readonly outputs: readonly Output[];
}

interface Bundle {
  readonly entries: readonly (readonly [string, string])[];
  readonly standalone: readonly (readonly [string, string])[];
  readonly files: readonly Script[];
}

/** A file to bundle, and the name of the result. */
interface Entry {
  readonly name: string;
  readonly file: string;
}

interface Script {
  readonly path: string;
  readonly content: string;
}

// Increased when bundling changes, so that cached scripts are bundled again.
const version = 'client-4';

/**
 * Bundles the TypeScript for the browser. The result is cached under the hash of its sources and of `package.json`, which
 * pins the libraries they import, so that unchanged scripts never load the bundler.
 */
export async function bundleClient(
  sources: readonly TextFile[],
  { cache, hash, shared }: Pick<Effects, 'cache' | 'hash' | 'shared'>,
): Promise<ClientScripts> {
  const pinned = new TextDecoder().decode(shared.read('package.json'));
  const key = `client/${hash(JSON.stringify([version, pinned, sources]))}.json`;
  const kept = cache.read(key);
  const bundle = kept === null ? await bundleAll(sources) : (JSON.parse(kept) as Bundle);
  if (kept === null) cache.write(key, JSON.stringify(bundle));
  return { entries: new Map(bundle.entries), standalone: new Map(bundle.standalone), outputs: bundle.files };
}

/** The text of a self-contained script; an error if the generator lacks it, which would break every embed in silence. */
export function standaloneScript({ standalone }: Pick<ClientScripts, 'standalone'>, name: string): string {
  const script = standalone.get(name);
  if (script === undefined) throw new Error(`the generator has no script ${name}.standalone.ts`);
  return script;
}

async function bundleAll(sources: readonly TextFile[]): Promise<Bundle> {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const entries = (pattern: RegExp): readonly Entry[] =>
    sources.flatMap(({ file }) => {
      const name = pattern.exec(file)?.[1];
      return name === undefined ? [] : [{ name, file }];
    });
  const shared = entries(/([^/]+)(?:\/|\.)client\.ts$/).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const together = await bundleTogether(shared, texts);
  const standalone: (readonly [string, string])[] = [];
  for (const { name, file } of entries(/([^/]+)\.standalone\.ts$/)) {
    standalone.push([name, await bundleAlone(file, texts)]);
  }
  return { ...together, standalone };
}

/** The entries that a site serves; code that several share becomes a separate file. */
async function bundleTogether(
  named: readonly Entry[],
  texts: ReadonlyMap<string, string>,
): Promise<Pick<Bundle, 'entries' | 'files'>> {
  if (named.length === 0) return { entries: [], files: [] };
  const { build } = await import('esbuild');
  const result = await build({
    ...options(texts),
    entryPoints: named.map(({ name, file }) => ({ in: file, out: name })),
    splitting: true,
    metafile: true,
    outdir: '/assets',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  });
  const outputs = Object.entries(result.metafile.outputs).map(([path, { entryPoint }]) => ({
    path: `assets/${path.replace(/^.*\//, '')}`,
    entryPoint: entryPoint?.replace(/^project:/, '') ?? '',
  }));
  const entries = named.map(({ name, file }) => {
    const path = outputs.find(({ entryPoint }) => entryPoint === file)?.path;
    if (path === undefined) throw new Error(`the bundler made nothing of ${file}`);
    return [name, path] as const;
  });
  const files = result.outputFiles.map(({ path, text }) => ({
    path: `assets/${path.replace(/^.*\//, '')}`,
    content: text,
  }));
  return { entries, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

async function bundleAlone(file: string, texts: ReadonlyMap<string, string>): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({ ...options(texts), entryPoints: [file], outdir: '/assets', format: 'iife' });
  return result.outputFiles[0]?.text ?? '';
}

function options(texts: ReadonlyMap<string, string>): BuildOptions & { write: false } {
  return {
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'silent',
    plugins: [sourcesFrom(texts)],
  };
}

/** Resolves our own files from the loaded project, and libraries from where the generator is installed. */
function sourcesFrom(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'loaded-project',
    setup: (build) => {
      build.onResolve({ filter: /^(?:templates\/|\.)/ }, ({ path, importer, namespace }) => {
        if (namespace !== 'project' && importer !== '') return null;
        // The bundler puts `./` before an entry in its working folder.
        const file = importer === '' ? path.replace(/^\.\//, '') : join(importer, path);
        return { path: file, namespace: 'project' };
      });
      build.onLoad({ filter: /.*/, namespace: 'project' }, ({ path }) => {
        const contents = texts.get(path);
        if (contents === undefined) return { errors: [{ text: `no such file: ${path}` }] };
        return { contents, loader: 'ts', resolveDir: import.meta.dirname };
      });
    },
  };
}

/** The file to which `path` resolves inside `importer`. */
function join(importer: string, path: string): string {
  return new URL(path, `file:///${importer}`).pathname.slice(1);
}
