import type { SiteSettings } from '../domain/site.ts';

/** Where everything of a site is, below one root: the site's base, its whole address, or nothing. */
export interface Urls {
  readonly home: string;
  readonly matrix: string;
  readonly editionDiffs: string;
  readonly shortlists: string;
  readonly features: string;
  readonly contradictions: string;
  readonly review: string;
  readonly frameworks: string;
  readonly compare: string;
  readonly benchmarks: string;
  readonly figures: string;
  readonly badges: string;
  readonly changes: string;
  readonly api: string;
  /** The matrix of an edition; that of the latest is `matrix`. */
  readonly edition: (id: string) => string;
  /** The matrix as a filter's query shows it. */
  readonly filtered: (query: string) => string;
  readonly shortlist: (id: string) => string;
  readonly feature: (id: string) => string;
  readonly framework: (id: string) => string;
  /** A framework's claims on a feature. */
  readonly claims: (framework: string, feature: string) => string;
  /** A comparison with a page of its own: `a-vs-b`. */
  readonly comparison: (name: string) => string;
  /** Frameworks side by side, set there by a script. */
  readonly chosen: (frameworks: readonly string[]) => string;
  readonly benchmark: (id: string) => string;
  readonly run: (benchmark: string, run: string) => string;
  /** A figure, by its id, or its id and run: `ping-pong-rate@2026-11-22-epyc`. */
  readonly figure: (name: string) => string;
  readonly frame: (name: string) => string;
  readonly badge: (framework: string, badge: string) => string;
  /** A change on the page of changes, by its anchor. */
  readonly change: (anchor: string) => string;
  /** A file by its path. */
  readonly file: (path: string) => string;
  /** A file of the API: `editions/latest.csv`. */
  readonly apiFile: (path: string) => string;
}

/** The addresses of a site below `root`; the latest edition is the one without a day, else the last. */
export function urlsBelow(root: string, { editions }: Pick<SiteSettings, 'editions'>): Urls {
  const latest = (editions.find(({ on }) => on === null) ?? editions.at(-1))?.id;
  const to = (path: string): string => `${root}${path}`;
  return {
    home: root,
    matrix: to('matrix/'),
    editionDiffs: to('then-and-now/'),
    shortlists: to('shortlists/'),
    features: to('features/'),
    contradictions: to('contradictions/'),
    review: to('review/'),
    frameworks: to('frameworks/'),
    compare: to('compare/'),
    benchmarks: to('benchmarks/'),
    figures: to('figures/'),
    badges: to('badges/'),
    changes: to('changes/'),
    api: to('api/'),
    edition: (id) => to(id === latest ? 'matrix/' : `matrix/${id}/`),
    filtered: (query) => to(`matrix/?${query}`),
    shortlist: (id) => to(`shortlists/#${id}`),
    feature: (id) => to(`features/#${id}`),
    framework: (id) => to(`frameworks/${id}/`),
    claims: (framework, feature) => to(`frameworks/${framework}/#${feature}`),
    comparison: (name) => to(`compare/${name}/`),
    chosen: (frameworks) => to(`compare/?f=${frameworks.join(',')}`),
    benchmark: (id) => to(`benchmarks/${id}/`),
    run: (benchmark, run) => to(`benchmarks/${benchmark}/${run}/`),
    figure: (name) => to(`figures/${name}/`),
    frame: (name) => to(`embed/${name}/`),
    badge: (framework, badge) => to(`badges/${framework}/${badge}.svg`),
    change: (anchor) => to(`changes/#${anchor}`),
    file: to,
    apiFile: (path) => to(`api/v1/${path}`),
  };
}
