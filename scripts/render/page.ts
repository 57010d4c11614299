import type { Output } from '../model.ts';
import type { Report } from '../report.ts';
import type { ClientScripts } from './client.ts';
import type { Renderer } from './templates.ts';

/** Makes one page: a template with its view inside the layout, at a path that ends in `/` or `.html`, with some entries of `site/client`. */
export type PageMaker = (
  path: string,
  template: string,
  view: object,
  title: string,
  description: string,
  scripts?: readonly string[],
) => Output;

/** Pages of one report: they share layout, navigation and style sheet. */
export function pageMaker(
  { site, updated }: Report,
  render: Renderer,
  stylesheet: string,
  client: ClientScripts,
): PageMaker {
  return (path, template, view, title, description, scripts = []) => {
    const bodyHtml = render(template, { base: site.base, ...view });
    const content = render('layout', {
      base: site.base,
      siteTitle: site.title,
      title: path === '' ? title : `${title} – ${site.title}`,
      description,
      canonical: `${site.url}${site.base}${path}`,
      stylesheet: `${site.base}${stylesheet}`,
      scripts: scripts.map((entry) => `${site.base}${entryPath(client, entry)}`),
      navigation: site.navigation.map((item) => ({
        label: item.label,
        href: `${site.base}${item.path}`,
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
  if (path === undefined) throw new Error(`no script site/client/${entry}.ts`);
  return path;
}
