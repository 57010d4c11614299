import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { cardPath } from '../../scripts/figures/formats/cards.ts';
import type { ClientScripts } from '../../scripts/render/bundle.ts';
import type { Renderer } from '../../scripts/render/templates.ts';

/** What a page may ask for beside its content. */
interface PageExtras {
  /** Directives of the content security policy that this page alone needs: `frame-src 'self'`. */
  readonly policy?: readonly string[];
  /** The picture that stands for the page, below the base, instead of the card of the site; and its words. */
  readonly image?: string;
  readonly imageAlt?: string;
  /** Machine-readable twins, to be discovered. */
  readonly alternates?: readonly { readonly type: string; readonly title: string; readonly href: string }[];
}

/** Makes one page: a template with its view inside the layout, at a path that ends in `/` or `.html`, with some of the scripts of `ClientScripts`. */
export type PageMaker = (
  path: string,
  template: string,
  view: object,
  title: string,
  description: string,
  scripts?: readonly string[],
  extras?: PageExtras,
) => Output;

/** What every page loads; paths below the base. */
export interface PageAssets {
  readonly stylesheet: string;
  /** Scripts that run before the first paint. */
  readonly early: readonly string[];
  /** Faces that the first paint needs. */
  readonly fonts: readonly string[];
  readonly client: ClientScripts;
}

const policy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const figureStart = '<figure class="figure"';

/** Pages of one report: they share layout, navigation, style sheet and faces. */
export function pageMaker({ site, updated }: Report, render: Renderer, assets: PageAssets): PageMaker {
  const below = (path: string): string => `${site.base}${path}`;
  return (path, template, view, title, description, scripts = [], extras = {}) => {
    const bodyHtml = render(template, { base: site.base, ...view });
    const content = render('layout', {
      base: site.base,
      siteTitle: site.title,
      title: path === '' ? title : `${title} – ${site.title}`,
      description,
      canonical: `${site.url}${site.base}${path}`,
      citation: [...(path === '' ? [] : [`“${title}”`]), `${site.title}, data as of ${updated}`].join('. '),
      image: `${site.url}${site.base}${extras.image ?? cardPath}`,
      imageAlt: extras.imageAlt ?? `${site.title}. ${site.tagline}`,
      alternates: extras.alternates ?? [],
      policy: [...policy, ...(extras.policy ?? [])].join('; '),
      early: assets.early.map(below),
      stylesheet: below(assets.stylesheet),
      fonts: assets.fonts.map(below),
      scripts: [...scripts, ...(bodyHtml.includes(figureStart) ? ['figure'] : [])].map((entry) =>
        below(entryPath(assets.client, entry)),
      ),
      navigation: site.navigation.map((item) => ({
        label: item.label,
        href: below(item.path),
        current: item.path !== '' && path.startsWith(item.path),
      })),
      license: site.license,
      repository: site.repository,
      updated,
      bodyHtml,
    });
    return { path: path.endsWith('.html') ? path : `${path}index.html`, content };
  };
}

function entryPath({ entries }: ClientScripts, entry: string): string {
  const path = entries.get(entry);
  if (path === undefined) throw new Error(`no script ${entry}.client.ts`);
  return path;
}
