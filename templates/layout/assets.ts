import type { Output } from '../../scripts/domain/source.ts';
import { inlineCss } from '../../scripts/figures/svg/standalone.ts';
import type { Kit } from '../../scripts/load/project.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { ClientScripts } from '../../scripts/render/bundle.ts';
import { packStyles } from '../../scripts/render/styles.ts';

/** What pages load, by paths below the base. */
export interface PageAssets {
  /** The style sheets of a page, by its template. */
  readonly stylesheetsOf: (template: string) => readonly string[];
  /** A script by its name in `ClientScripts.entries`. */
  readonly scriptOf: (entry: string) => string;
  /** Scripts that run before the first paint. */
  readonly early: readonly string[];
  /** Fonts that the first paint needs. */
  readonly fonts: readonly string[];
  /** The files themselves. */
  readonly outputs: readonly Output[];
}

/** Style sheet, fonts and scripts: what all pages share, and where each of it is. */
export async function shareAssets(kit: Kit, client: ClientScripts, effects: Effects): Promise<PageAssets> {
  const { hash } = effects;
  const sheets = [...kit.styles.map(({ text }) => text), `@layer parts{${inlineCss()}}\n`];
  const stylesheet = await packStyles(sheets, effects);
  const theme = client.standalone.get('theme');
  const early = theme === undefined ? [] : [{ path: `assets/theme-${hash(theme).slice(0, 10)}.js`, content: theme }];
  return {
    stylesheetsOf: () => [stylesheet.path],
    scriptOf: (entry) => scriptPath(client, entry),
    early: early.map(({ path }) => path),
    fonts: kit.assets.map(({ path }) => path).filter((path) => /^(?!.*italic).*\.woff2$/.test(path)),
    outputs: [stylesheet, ...early, ...kit.assets, ...client.outputs],
  };
}

function scriptPath({ entries }: ClientScripts, entry: string): string {
  const path = entries.get(entry);
  if (path === undefined) throw new Error(`no script ${entry}.client.ts`);
  return path;
}
