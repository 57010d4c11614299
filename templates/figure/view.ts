import { type Figure, nameOf } from '../../scripts/figures/figure.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import { embeddingsIn, type Site } from '../layout/site.ts';
import { type TableView, viewTable } from '../parts/embed-table/view.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';
import { type FileView, type SnippetView, viewFiles, viewSnippets } from './snippets.ts';

/** A figure with every form to take it elsewhere. */
export interface FigurePageView {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly alt: string;
  /** The figure as a chart; null where it is a table. */
  readonly chart: FigureView | null;
  readonly table: TableView;
  readonly status: string;
  readonly run: string;
  readonly date: string;
  readonly testbed: string;
  readonly warning: string;
  readonly newer: boolean;
  readonly follows: string;
  readonly figuresHref: string;
  readonly latestHref: string;
  readonly runHref: string;
  readonly frameHref: string;
  readonly snippets: readonly SnippetView[];
  readonly files: readonly FileView[];
  readonly others: readonly OtherFigure[];
  // What the builder of snippets reads.
  readonly name: string;
  readonly shows: string;
  readonly width: number;
  readonly height: number;
  readonly seriesJson: string;
  readonly columnsJson: string;
  readonly figuresJson: string;
}

/** The same figure of another run. */
interface OtherFigure {
  readonly href: string;
  readonly run: string;
  readonly date: string;
  readonly warning: string;
}

/** Everything a figure's page shows. */
export function viewFigurePage(embedding: Embedding, site: Site): FigurePageView {
  const { figure } = embedding;
  const { urls } = site;
  const { status, run, date, testbed, warning, newer } = figure.provenance;
  const name = nameOf(figure);
  return {
    id: figure.id,
    title: figure.title,
    question: figure.question,
    alt: figure.alt,
    chart: figure.tabular ? null : viewFigure(figure, urls),
    table: viewTable(figure),
    ...{ status, run, date, testbed, warning, newer },
    follows:
      figure.pin === null
        ? 'This is the latest figure: wherever its URL is embedded, it follows the newest data.'
        : 'This figure is pinned: it always shows this run.',
    figuresHref: urls.figures,
    latestHref: urls.figure(figure.id),
    runHref: figure.benchmark === null || figure.shows === null ? '' : urls.run(figure.benchmark, figure.shows),
    frameHref: urls.frame(name),
    snippets: viewSnippets(embedding),
    files: viewFiles(embedding, urls.file(`figures/${name}`)),
    others: othersOf(figure, site),
    ...viewChoices(embedding, site),
  };
}

type Choices = Pick<
  FigurePageView,
  'name' | 'shows' | 'width' | 'height' | 'seriesJson' | 'columnsJson' | 'figuresJson'
>;

function viewChoices({ figure, frame }: Embedding, { urls, figureGroups }: Site): Choices {
  const latest = embeddingsIn(figureGroups).filter(({ figure: { pin } }) => pin === null);
  return {
    name: nameOf(figure),
    shows: figure.shows ?? '',
    width: frame.width,
    height: frame.height,
    seriesJson: JSON.stringify(figure.series.map(({ id, label }) => [id, label])),
    columnsJson: JSON.stringify(figure.columns.map(({ id, label }) => [id, label])),
    figuresJson: JSON.stringify(latest.map(({ figure: { id, title } }) => [id, title, urls.figure(id)])),
  };
}

function othersOf({ id, shows }: Figure, { urls, figureGroups }: Site): readonly OtherFigure[] {
  return embeddingsIn(figureGroups)
    .filter(({ figure }) => figure.id === id && figure.pin !== null && figure.shows !== shows)
    .map(({ figure }) => {
      const { run, date, warning } = figure.provenance;
      return { href: urls.figure(nameOf(figure)), run, date, warning };
    });
}
