import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';

/** `robots.txt`: everything may be read, and where the list of pages is. */
export function renderRobots({ site }: Report): Output {
  return { path: 'robots.txt', content: `User-agent: *\nAllow: /\nSitemap: ${site.url}${site.base}sitemap.xml\n` };
}

/** `sitemap.xml`: every page, as of the day of the data. */
export function renderSitemap({ site, updated }: Report, pages: readonly Output[]): Output {
  const paths = [
    '',
    ...pages.filter(({ path }) => path.endsWith('/index.html')).map(({ path }) => path.replace(/index\.html$/, '')),
  ];
  const entries = paths.map(
    (path) => `<url><loc>${site.url}${site.base}${path}</loc><lastmod>${updated}</lastmod></url>\n`,
  );
  return {
    path: 'sitemap.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`,
  };
}
