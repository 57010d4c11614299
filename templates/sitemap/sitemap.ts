import type { Output } from '../../scripts/domain/source.ts';
import type { AnyPage } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';

/** `robots.txt`: everything may be read, and where the list of pages is. */
export function renderRobots({ absolute }: Site): Output {
  return { path: 'robots.txt', content: `User-agent: *\nAllow: /\nSitemap: ${absolute.file('sitemap.xml')}\n` };
}

/** `sitemap.xml`: every page, as of the day of the data. */
export function renderSitemap({ report, absolute }: Site, pages: readonly AnyPage[]): Output {
  const urls = pages.filter(({ url, whole }) => whole !== true && !url.endsWith('.html')).map(({ url }) => url);
  const entries = urls.map(
    (url) => `<url><loc>${absolute.file(url)}</loc><lastmod>${report.updated}</lastmod></url>\n`,
  );
  return {
    path: 'sitemap.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`,
  };
}
