import { type Figure, nameOf } from '../../scripts/figures/figure.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import type { Site } from '../layout/site.ts';

/** The list of figures, by what they are of. */
export interface FiguresView {
  readonly groups: readonly { readonly label: string; readonly figures: readonly FigureItem[] }[];
  /** The address of badges; empty where there are none. */
  readonly badgesHref: string;
}

interface FigureItem {
  readonly title: string;
  readonly question: string;
  readonly href: string;
  readonly status: string;
  readonly run: string;
  readonly date: string;
  readonly pinned: readonly { readonly run: string; readonly href: string }[];
}

/** Every figure that is not pinned, each with those that are. */
export function viewFigures({ report, urls, figureGroups }: Site): FiguresView {
  return {
    groups: figureGroups.map(({ label, embeddings }) => ({
      label,
      figures: embeddings
        .filter(({ figure }) => figure.pin === null)
        .map(({ figure }) => viewItem(figure, embeddings, urls)),
    })),
    badgesHref: report.site.badges.length > 0 ? urls.badges : '',
  };
}

function viewItem(figure: Figure, embeddings: readonly Embedding[], urls: Urls): FigureItem {
  const { status, run, date } = figure.provenance;
  const pinned = embeddings.filter((one) => one.figure.id === figure.id && one.figure.pin !== null);
  return {
    title: figure.title,
    question: figure.question,
    href: urls.figure(figure.id),
    ...{ status, run, date },
    pinned: pinned.map(({ figure: one }) => ({ run: one.provenance.run, href: urls.figure(nameOf(one)) })),
  };
}
