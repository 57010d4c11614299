import Handlebars from 'handlebars';
import type { TextFile } from '../domain/source.ts';
import type { Effects } from '../platform/effects.ts';

/** What style sheets are packed from. */
export interface StyleSources {
  /** The Handlebars templates: a page needs the sheets of the parts that it includes. */
  readonly templates: readonly TextFile[];
  /** `site/styles/<name>.css`, `templates/parts/<part>/style.css` and `templates/<page>/style.css`. */
  readonly styles: readonly TextFile[];
  /** The sheets that a project adds; they come last. */
  readonly addedStyles: readonly TextFile[];
  /** Rules that are made from data, by the sheet that they end. */
  readonly madeRules: ReadonlyMap<string, string>;
}

/** Packed sheets: one that all pages share, and one a page. */
interface PackedStyles {
  readonly base: string;
  /** By the page's folder; empty where the shared sheet is enough. */
  readonly pages: ReadonlyMap<string, string>;
}

// Raised when packing changes, so that what was packed before is packed again.
const version = 'styles-2';

/** The layers, weakest first. */
const layers = '@layer tokens,base,parts,page,project;';

/**
 * Packs the sheets of a site, each in its layer: what all pages share, and for every page the sheets of its parts and its own.
 * Kept by hash, so that unchanged ones never load the bundler.
 */
export async function packStyles(
  sources: StyleSources,
  { cache, hash }: Pick<Effects, 'cache' | 'hash'>,
): Promise<PackedStyles> {
  const key = `styles/${hash(JSON.stringify([version, { ...sources, madeRules: [...sources.madeRules] }]))}.json`;
  const kept = cache.read(key);
  const packed = kept === null ? await packAll(sources) : (JSON.parse(kept) as readonly (readonly [string, string])[]);
  if (kept === null) cache.write(key, JSON.stringify(packed));
  const [base, ...pages] = packed;
  return { base: base?.[1] ?? '', pages: new Map(pages) };
}

async function packAll(sources: StyleSources): Promise<readonly (readonly [string, string])[]> {
  const pages = sources.templates.flatMap(({ file }) => /^templates\/([a-z-]+)\/page\.hbs$/.exec(file)?.[1] ?? []);
  const shared = [
    ...['tokens', 'base', 'print'].map((name) => `site/styles/${name}.css`),
    ...sheetsOf('layout', sources),
  ];
  const packed: (readonly [string, string])[] = [
    ['', await minify(`${layers}${joined(shared, sources)}${added(sources)}`)],
  ];
  for (const page of pages) {
    const own = sheetsOf(page, sources).filter((file) => !shared.includes(file));
    packed.push([page, own.length === 0 ? '' : await minify(joined(own, sources))]);
  }
  return packed;
}

/** The sheets that a page needs, those of its parts before its own; a part may need others. */
export function sheetsOf(page: string, sources: Pick<StyleSources, 'templates' | 'styles'>): readonly string[] {
  const seen = new Set<string>();
  const visit = (folder: string): readonly string[] => {
    if (seen.has(folder)) return [];
    seen.add(folder);
    const sheet = sources.styles.find(({ file }) => file === `${folder}/style.css`);
    const parts = sources.templates
      .filter(({ file }) => file.startsWith(`${folder}/`))
      .flatMap(({ text }) => partsIn(text));
    const needed = [...parts.map((part) => `templates/parts/${part}`), ...importsOf(sheet)];
    return [...needed.flatMap(visit), ...(sheet === undefined ? [] : [sheet.file])];
  };
  return visit(`templates/${page}`);
}

const importLine = /^@import "(.+)\/style\.css";\n/gm;

/** The folders whose sheets a sheet imports. */
function importsOf(sheet: TextFile | undefined): readonly string[] {
  if (sheet === undefined) return [];
  const from = (path: string): string => new URL(`${path}/`, `file:///${sheet.file}`).pathname.slice(1, -1);
  return [...sheet.text.matchAll(importLine)].map(([, path = '']) => from(path));
}

/** The parts that a template includes, by its syntax tree. */
function partsIn(template: string): readonly string[] {
  const found: string[] = [];
  class Parts extends Handlebars.Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      if ('original' in partial.name) found.push(String(partial.name.original));
      super.PartialStatement(partial);
    }
  }
  new Parts().accept(Handlebars.parse(template));
  return found;
}

function joined(files: readonly string[], { styles, madeRules }: StyleSources): string {
  return files
    .map((file) => {
      const sheet = styles.find((one) => one.file === file);
      if (sheet === undefined) throw new Error(`no style sheet ${file}`);
      return `@layer ${layerOf(file)}{${sheet.text.replaceAll(importLine, '')}${madeRules.get(file) ?? ''}}`;
    })
    .join('\n');
}

function layerOf(file: string): string {
  if (file === 'site/styles/tokens.css') return 'tokens';
  if (file.startsWith('site/styles/')) return 'base';
  return /^templates\/(?:parts|layout)\//.test(file) ? 'parts' : 'page';
}

function added({ addedStyles }: StyleSources): string {
  return addedStyles.map(({ text }) => `@layer project{${text}}`).join('\n');
}

async function minify(css: string): Promise<string> {
  const { transform } = await import('esbuild');
  const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8', logLevel: 'silent' });
  return code;
}
