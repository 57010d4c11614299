import type { Output } from '../../scripts/domain/source.ts';
import { inlineCss } from '../../scripts/figures/svg/standalone.ts';
import type { Kit } from '../../scripts/load/project.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { ClientScripts } from '../../scripts/render/bundle.ts';
import { packStyles } from '../../scripts/render/styles.ts';
import type { PageAssets } from './page.ts';

/** Style sheet, faces and scripts: what all pages share, and where each of it lies. */
export async function shareAssets(
  kit: Kit,
  client: ClientScripts,
  effects: Effects,
): Promise<{ readonly assets: PageAssets; readonly outputs: readonly Output[] }> {
  const { hash } = effects;
  const sheets = [...kit.styles.map(({ text }) => text), `@layer parts{${inlineCss()}}\n`];
  const stylesheet = await packStyles(sheets, effects);
  const theme = client.standalone.get('theme');
  const early = theme === undefined ? [] : [{ path: `assets/theme-${hash(theme).slice(0, 10)}.js`, content: theme }];
  const fonts = kit.assets.map(({ path }) => path).filter((path) => /^(?!.*italic).*\.woff2$/.test(path));
  return {
    assets: { stylesheet: stylesheet.path, early: early.map(({ path }) => path), fonts, client },
    outputs: [stylesheet, ...early, ...kit.assets, ...client.outputs],
  };
}
