import type { Output } from '../../scripts/domain/source.ts';
import type { Renderer } from '../../scripts/render/templates.ts';
import type { Views } from '../views.ts';
import type { PageAssets } from './assets.ts';
import type { Site } from './site.ts';
import { type PageHead, viewLayout } from './view.ts';

/** A page: where it is, what it says of itself, and what its template shows. */
export interface Page<K extends keyof Views> extends PageHead {
  readonly template: K;
  readonly view: Views[K];
  /** Its template is a whole document: that of a frame, of a redirect. */
  readonly whole?: true;
  /** Files that its scripts load. */
  readonly files?: readonly Output[];
}

/** A page of whichever template. */
export type AnyPage = { [K in keyof Views]: Page<K> }[keyof Views];

/** What pages are laid out with. */
export interface PageKit {
  readonly render: Renderer<Views>;
  readonly assets: PageAssets;
}

/** A page as its file, and the files that belong to it. */
export function layOut<K extends keyof Views>(
  page: Page<K>,
  site: Site,
  { render, assets }: PageKit,
): readonly Output[] {
  const { url, template, view, scripts = [], files = [] } = page;
  const bodyHtml = render(template, view);
  const loaded = {
    early: assets.early,
    fonts: assets.fonts,
    stylesheets: assets.stylesheetsOf(template),
    scripts: scripts.map(assets.scriptOf),
  };
  const content = page.whole === true ? bodyHtml : render('layout', viewLayout(page, bodyHtml, loaded, site));
  return [{ path: url.endsWith('.html') ? url : `${url}index.html`, content }, ...files];
}
