import type { Output } from '../model.ts';
import type { Report } from '../report.ts';
import type { Renderer } from './templates.ts';

/** Makes one page: a template with its view inside the layout, at a path that ends in `/` or `.html`. */
export type PageMaker = (path: string, template: string, view: object, title: string, description: string) => Output;

/** Pages of one report: they share layout, navigation and style sheet. */
export function pageMaker({ site, updated }: Report, render: Renderer, stylesheet: string): PageMaker {
  return (path, template, view, title, description) => {
    const bodyHtml = render(template, { base: site.base, ...view });
    const content = render('layout', {
      base: site.base,
      siteTitle: site.title,
      title: path === '' ? title : `${title} – ${site.title}`,
      description,
      canonical: `${site.url}${site.base}${path}`,
      stylesheet: `${site.base}${stylesheet}`,
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
