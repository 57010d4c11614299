import type { Report } from '../../scripts/domain/report.ts';
import type { SiteSettings } from '../../scripts/domain/site.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { Prose } from '../../scripts/render/markdown.ts';
import { type Urls, urlsBelow } from '../../scripts/render/urls.ts';
import type { ProgramView } from '../parts/program/view.ts';

/** All that pages are made from. */
export interface Site {
  readonly report: Report;
  /** Addresses as links have them: below the site's base. */
  readonly urls: Urls;
  /** Addresses for other sites and for machines: with scheme and host. */
  readonly absolute: Urls;
  /** Where pages and files are in the built folder. */
  readonly paths: Urls;
  readonly figures: Figures;
  /** The figures with addresses of their own, to be embedded. */
  readonly figureGroups: readonly FigureGroup[];
  /** The programs that benchmarks measured, colored. */
  readonly programs: readonly ProgramView[];
  readonly prose: readonly ProsePage[];
  readonly frame: FrameParts;
  /** Names files by what is in them. */
  readonly hash: Effects['hash'];
}

/** What every frame has in common: its style and its script, with their hashes for its policy. */
export interface FrameParts {
  readonly styleHtml: string;
  readonly styleIntegrity: string;
  readonly scriptHtml: string;
  readonly scriptIntegrity: string;
}

/** A page of prose, and where it is. */
export interface ProsePage {
  readonly url: string;
  readonly text: Prose;
}

/** Figures by what they are of: a benchmark, the matrix. */
export interface FigureGroup {
  readonly label: string;
  readonly embeddings: readonly Embedding[];
}

/** The figures of all groups. */
export function embeddingsIn(groups: readonly FigureGroup[]): readonly Embedding[] {
  return groups.flatMap(({ embeddings }) => embeddings);
}

/** The three ways to write a site's addresses. */
export function siteUrls(settings: SiteSettings): Pick<Site, 'urls' | 'absolute' | 'paths'> {
  const { url, base } = settings;
  return {
    urls: urlsBelow(base, settings),
    absolute: urlsBelow(`${url}${base}`, settings),
    paths: urlsBelow('', settings),
  };
}
