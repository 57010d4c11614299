import type { Redirect, Renamed } from '../../scripts/domain/figure.ts';
import type { SiteSettings } from '../../scripts/domain/site.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Renderer } from '../../scripts/render/templates.ts';

// Where an id stands in addresses; `%` is the id.
const patterns: Readonly<Record<Renamed, readonly string[]>> = {
  figures: ['(?:figures|embed)/%(?=[/.@])'],
  frameworks: ['(?:frameworks|badges)/%(?=[/.])', 'api/v1/frameworks/%(?=\\.)'],
  benchmarks: ['(?:benchmarks|figures)/%(?=[/.])', 'api/v1/benchmarks/%(?=[/.])'],
  pages: ['%(?=[/.])'],
};

/**
 * The addresses of everything renamed: a page that leads on, with the new one as its canonical; a copy of a file; and a copy of a
 * frame, which stands in other pages and must not lose what its address asks for.
 */
export function renderRedirects(
  redirects: readonly Redirect[],
  outputs: readonly Output[],
  { url, base, title }: SiteSettings,
  render: Renderer,
): readonly Output[] {
  return redirects.flatMap(({ kind, from, to }) => {
    const moved = patterns[kind].map((pattern) => new RegExp(`^(${pattern.replace('%', `)${to}`)}`));
    return outputs.flatMap(({ path, content }) => {
      const pattern = moved.find((one) => one.test(path));
      if (pattern === undefined) return [];
      const old = path.replace(pattern, `$1${from}`);
      if (!path.endsWith('/index.html') || path.startsWith('embed/')) return [{ path: old, content }];
      const pageUrl = path.replace(/index\.html$/, '');
      const view = { title, href: `${base}${pageUrl}`, canonical: `${url}${base}${pageUrl}` };
      return [{ path: old, content: render('redirect', view) }];
    });
  });
}
