import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { type Figure, nameOf } from '../../scripts/figures/figure.ts';
import { hasSpec } from '../../scripts/figures/formats/files.ts';
import type { Picture } from '../../scripts/figures/formats/picture.ts';
import {
  componentSnippet,
  type Embedding,
  fixedFrameSnippet,
  frameSnippet,
  imageHtml,
  imageMarkdown,
  pictureMarkdown,
} from '../../scripts/figures/formats/snippets.ts';
import { viewTable } from '../embed/page.ts';
import type { PageMaker } from '../layout/page.ts';
import { viewFigure } from '../parts/figure/view.ts';

/** A group of figures in the list of all: those of a benchmark, the matrices. */
export interface FigureGroup {
  readonly label: string;
  readonly embeddings: readonly Embedding[];
}

/** The list of all figures, and a page for each with every form to take it elsewhere. */
export function renderFigurePages(groups: readonly FigureGroup[], report: Report, page: PageMaker): readonly Output[] {
  const { base } = report.site;
  const all = groups.flatMap(({ embeddings }) => embeddings);
  const latest = all.filter(({ figure }) => figure.pin === null).map(({ figure }) => figure);
  const listed = groups.map(({ label, embeddings }) => ({
    label,
    figures: embeddings
      .filter(({ figure }) => figure.pin === null)
      .map(({ figure }) => viewFigureItem(figure, embeddings, base)),
  }));
  return [
    page(
      'figures/',
      'figures',
      { groups: listed, hasBadges: report.site.badges.length > 0 },
      'Figures',
      'Every figure, to embed on other pages.',
    ),
    ...all.map((embedding) => renderPage(embedding, all, latest, report, page)),
  ];
}

function viewFigureItem(figure: Figure, embeddings: readonly Embedding[], base: string): object {
  const pinned = embeddings.filter((one) => one.figure.id === figure.id && one.figure.pin !== null);
  return {
    ...figure.provenance,
    title: figure.title,
    question: figure.question,
    href: `${base}figures/${figure.id}/`,
    pinned: pinned.map(({ figure: one }) => ({ run: one.provenance.run, href: `${base}figures/${nameOf(one)}/` })),
  };
}

function renderPage(
  embedding: Embedding,
  all: readonly Embedding[],
  latest: readonly Figure[],
  report: Report,
  page: PageMaker,
): Output {
  const { figure, urls } = embedding;
  const chart = figure.tabular ? null : viewFigure(figure, report.site.base);
  return page(
    `figures/${nameOf(figure)}/`,
    'figure',
    { ...viewFigurePage(embedding, all, latest, report), chart },
    titleOf(figure),
    figure.alt,
    chart === null ? ['embed-builder'] : ['figure', 'embed-builder'],
    {
      ...(embedding.picture === null ? {} : { image: `figures/${nameOf(figure)}.png`, imageAlt: figure.alt }),
      policy: ["frame-src 'self'"],
      alternates: [
        { type: 'application/json+oembed', title: figure.title, href: urls.file('.oembed.json') },
        { type: 'application/json', title: `${figure.title} (JSON)`, href: urls.file('.json') },
        { type: 'text/csv', title: `${figure.title} (CSV)`, href: urls.file('.csv') },
      ],
    },
  );
}

function viewFigurePage(
  embedding: Embedding,
  all: readonly Embedding[],
  latest: readonly Figure[],
  report: Report,
): object {
  const { figure, frame } = embedding;
  const { base } = report.site;
  const name = nameOf(figure);
  const others = all.filter(
    ({ figure: one }) => one.id === figure.id && one.pin !== null && one.shows !== figure.shows,
  );
  return {
    ...figure.provenance,
    id: figure.id,
    name,
    shows: figure.shows ?? '',
    title: figure.title,
    question: figure.question,
    alt: figure.alt,
    table: viewTable(figure),
    figuresHref: `${base}figures/`,
    latestHref: `${base}figures/${figure.id}/`,
    runHref: runHref(figure, report),
    frameHref: `${base}embed/${name}/`,
    ...frame,
    follows:
      figure.pin === null
        ? 'This is the living figure: where it is embedded by its address it follows the newest data.'
        : 'This figure is pinned: it shows this run for ever.',
    seriesJson: JSON.stringify(figure.series.map(({ id, label }) => [id, label])),
    columnsJson: JSON.stringify(figure.columns.map(({ id, label }) => [id, label])),
    figuresJson: JSON.stringify(latest.map(({ id, title }) => [id, title, `${base}figures/${id}/`])),
    snippets: viewSnippets(embedding),
    files: viewFiles(embedding, `${base}figures/${name}`),
    others: others.map(({ figure: one }) => ({ ...one.provenance, href: `${base}figures/${nameOf(one)}/` })),
  };
}

function titleOf({ title, pin, provenance }: Figure): string {
  return pin === null ? title : `${title} (${provenance.run}, ${provenance.date})`;
}

function runHref({ benchmark, shows }: Figure, { site }: Report): string {
  return shows === null ? '' : `${site.base}benchmarks/${benchmark}/${shows}/`;
}

function viewSnippets(embedding: Embedding): readonly object[] {
  return [
    {
      id: 'address',
      label: 'Address',
      hosts: 'WordPress, Ghost, Discourse: on a line of its own.',
      code: embedding.urls.page,
    },
    {
      id: 'frame',
      label: 'Frame',
      hosts: 'HTML that keeps styles. It takes the height of what it shows.',
      code: frameSnippet(embedding),
    },
    {
      id: 'fixed',
      label: 'Frame of a fixed size',
      hosts: 'HTML that strips styles.',
      code: fixedFrameSnippet(embedding),
    },
    {
      id: 'component',
      label: 'Web component',
      hosts: 'Your own pages: it sizes itself everywhere and follows the theme attribute.',
      code: componentSnippet(embedding),
    },
    ...(embedding.picture === null ? [] : pictureSnippets(embedding, embedding.picture)),
  ];
}

function pictureSnippets(embedding: Embedding, picture: Picture): readonly object[] {
  return [
    {
      id: 'picture',
      label: 'Markdown for GitHub',
      hosts: 'README and issues: an SVG that follows light and dark.',
      code: pictureMarkdown(embedding),
    },
    {
      id: 'markdown',
      label: 'Markdown',
      hosts: 'dev.to, Discourse and others that take no SVG.',
      code: imageMarkdown(embedding),
    },
    { id: 'image', label: 'Image', hosts: 'HTML: a picture with its link.', code: imageHtml(embedding, picture) },
  ];
}

function viewFiles({ figure, picture }: Embedding, stem: string): readonly object[] {
  const files = [
    ['.svg', 'SVG', 'follows light and dark'],
    ['.png', 'PNG', '1,000 pixels wide or more'],
    ['.csv', 'CSV', 'one observation a row'],
    ['.json', 'JSON', 'numbers and words'],
    ['.md', 'Markdown', 'a table with its source'],
    ['.vl.json', 'Vega-Lite', 'with data; opens in the Vega editor'],
    ['.oembed.json', 'oEmbed', ''],
  ] as const;
  return files
    .filter(([ending]) => picture !== null || (ending !== '.svg' && ending !== '.png'))
    .filter(([ending]) => ending !== '.md' || figure.pin === null)
    .filter(([ending]) => ending !== '.vl.json' || hasSpec(figure))
    .map(([ending, label, detail]) => ({ href: `${stem}${ending}`, label, detail }));
}
