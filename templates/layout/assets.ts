import type { Output } from '../../scripts/domain/source.ts';
import { inlineCss } from '../../scripts/figures/svg/standalone.ts';
import type { Kit } from '../../scripts/load/project.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { type ClientScripts, standaloneScript } from '../../scripts/render/bundle.ts';
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
  /** The whole style of a frame. */
  readonly frameStyle: string;
  /** The files themselves. */
  readonly outputs: readonly Output[];
}

/** Style sheets, fonts and scripts: what all pages share, and where each of it is; `madeRules` end the sheets they name. */
export async function shareAssets(
  kit: Kit,
  client: ClientScripts,
  madeRules: ReadonlyMap<string, string>,
  effects: Effects,
): Promise<PageAssets> {
  const { hash } = effects;
  const { base, pages } = await packStyles({ ...kit, madeRules: withDrawings(madeRules) }, effects);
  const sheet = (name: string, content: string): Output => ({
    path: `assets/${name}-${hash(content).slice(0, 10)}.css`,
    content,
  });
  const shared = sheet('style', base);
  const own = new Map(
    [...pages]
      .filter(([page, content]) => page !== 'embed' && content !== '')
      .map(([page, content]) => [page, sheet(page, content)]),
  );
  const theme = standaloneScript(client, 'theme');
  const early = [{ path: `assets/theme-${hash(theme).slice(0, 10)}.js`, content: theme }];
  return {
    stylesheetsOf: (template) => [shared.path, own.get(template)?.path ?? []].flat(),
    scriptOf: (entry) => scriptPath(client, entry),
    early: early.map(({ path }) => path),
    fonts: kit.assets.map(({ path }) => path).filter((path) => /^(?!.*italic).*\.woff2$/.test(path)),
    frameStyle: pages.get('embed') ?? '',
    outputs: [shared, ...own.values(), ...early, ...kit.assets, ...client.outputs],
  };
}

/** With the rules of drawings, which come from where they are drawn: a drawing is a file of its own too. */
function withDrawings(madeRules: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...madeRules, ['templates/parts/figure/style.css', inlineCss()]]);
}

function scriptPath({ entries }: ClientScripts, entry: string): string {
  const path = entries.get(entry);
  if (path === undefined) throw new Error(`no script ${entry}.client.ts`);
  return path;
}
