import type { Site } from '../layout/site.ts';

/** Where to go on from an address that leads nowhere. */
export interface NotFoundView {
  readonly matrixHref: string;
  readonly frameworksHref: string;
  readonly benchmarksHref: string;
}

/** Links to the lists that most readers look for. */
export function viewNotFound({ urls }: Site): NotFoundView {
  return { matrixHref: urls.matrix, frameworksHref: urls.frameworks, benchmarksHref: urls.benchmarks };
}
