import type { Renamed } from '../../scripts/domain/figure.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewRedirect } from './view.ts';

// Where an id stands in addresses; `%` is the id.
const patterns: Readonly<Record<Renamed, readonly string[]>> = {
  figures: ['(?:figures|embed)/%(?=[/.@])'],
  frameworks: ['(?:frameworks|badges)/%(?=[/.])', 'api/v1/frameworks/%(?=\\.)'],
  benchmarks: ['(?:benchmarks|figures)/%(?=[/.])', 'api/v1/benchmarks/%(?=[/.])'],
  pages: ['%(?=[/.])'],
};

/** The old addresses of pages that were renamed, or whose figure, framework or benchmark was: pages that lead on. */
export function redirects(site: Site, outputs: readonly Output[]): readonly Page<'redirect'>[] {
  return movedFrom(site, outputs).flatMap(({ from, output: { path } }) => {
    if (!isRedirected(path)) return [];
    const url = path.replace(/index\.html$/, '');
    const view = viewRedirect(url, site);
    const head = { title: view.title, description: view.canonical };
    return [{ ...head, url: from.replace(/index\.html$/, ''), template: 'redirect', view, whole: true }];
  });
}

/**
 * The old addresses of files that were renamed: copies. A copied frame too, which stands in other pages and must not lose what its
 * address asks for.
 */
export function movedFiles(site: Site, outputs: readonly Output[]): readonly Output[] {
  return movedFrom(site, outputs).flatMap(({ from, output: { path, content } }) =>
    isRedirected(path) ? [] : [{ path: from, content }],
  );
}

function isRedirected(path: string): boolean {
  return path.endsWith('/index.html') && !path.startsWith('embed/');
}

interface Moved {
  /** The old path. */
  readonly from: string;
  readonly output: Output;
}

function movedFrom({ report }: Pick<Site, 'report'>, outputs: readonly Output[]): readonly Moved[] {
  return report.redirects.flatMap(({ kind, from, to }) => {
    const moved = patterns[kind].map((pattern) => new RegExp(`^(${pattern.replace('%', `)${to}`)}`));
    return outputs.flatMap((output) => {
      const pattern = moved.find((one) => one.test(output.path));
      return pattern === undefined ? [] : [{ from: output.path.replace(pattern, `$1${from}`), output }];
    });
  });
}
