import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import { type Figure, nameOf } from '../figure.ts';

/** The addresses of one figure, whole and as files below the base. */
export interface FigureUrls {
  readonly page: string;
  readonly embed: string;
  /** The same without scheme and trailing slash, for pictures and for hosts that strip links. */
  readonly printed: string;
  /** The living figure's page. */
  readonly latest: string;
  /** A file of the figure: `.svg`, `.png`, `.oembed.json`. */
  readonly file: (ending: string) => string;
  readonly component: string;
}

/** Where a figure is to be found, for others to link to. */
export function figureUrls(figure: Pick<Figure, 'id' | 'pin'>, { url, base }: SiteSettings): FigureUrls {
  const root = `${url}${base}`;
  const name = nameOf(figure);
  return {
    page: `${root}figures/${name}/`,
    embed: `${root}embed/${name}/`,
    printed: `${root.replace(/^https?:\/\//, '')}figures/${name}`,
    latest: `${root}figures/${figure.id}/`,
    file: (ending) => `${root}figures/${name}${ending}`,
    component: `${root}embed/figure.js`,
  };
}

/** The same of what a figure shows today: of the latest one, its pinned addresses, which keep showing it. */
export function shownUrls({ id, shows }: Pick<Figure, 'id' | 'shows'>, site: SiteSettings): FigureUrls {
  return figureUrls({ id, pin: shows }, site);
}

/** A file of a figure, by the ending of its path. */
export function figureFile(figure: Pick<Figure, 'id' | 'pin'>, ending: string, content: string | Uint8Array): Output {
  return { path: `figures/${nameOf(figure)}${ending}`, content };
}
