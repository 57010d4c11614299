import type { Effects } from '../../effects.ts';
import type { Output } from '../../model.ts';
import type { Report } from '../../report.ts';
import type { FigureView } from '../benchmark.ts';
import type { ClientScripts } from '../client.ts';
import { type Figures, runKey } from '../figure.ts';
import type { Page, PageMaker } from '../page.ts';
import type { Renderer } from '../templates.ts';
import { renderBadgePage, renderBadges } from './badges.ts';
import { renderFigureCard } from './cards.ts';
import { chartFigures } from './charts.ts';
import type { Figure } from './figure.ts';
import { embeddingOf, figureFiles } from './files.ts';
import { frameParts, renderFrame } from './frame.ts';
import { matrixFigures } from './matrix.ts';
import { type FigureGroup, renderFigurePages } from './pages.ts';
import type { Embedding } from './snippets.ts';

/** What vessels are made with. */
export interface Shipyard {
  readonly page: PageMaker;
  readonly render: Renderer;
  readonly client: ClientScripts;
  readonly effects: Effects;
}

/** Every figure in every form: its page, frame, pictures, tables, specification; and the web component. */
export async function renderVessels(
  report: Report,
  figures: Figures,
  { page, render, client, effects }: Shipyard,
): Promise<{ readonly pages: readonly Page[]; readonly outputs: readonly Output[] }> {
  const { site } = report;
  const charts = chartFigures(report, figures);
  const matrices = matrixFigures(report);
  const embeddings = [...charts, ...matrices].map((figure) => embeddingOf(figure, site));
  const groups: readonly FigureGroup[] = [
    ...report.benchmarks.map(({ benchmark }) => ({
      label: benchmark.title,
      embeddings: embeddings.filter(
        ({ figure }) => charts.includes(figure) && figure.id.startsWith(`${benchmark.id}-`),
      ),
    })),
    { label: 'Matrix', embeddings: embeddings.filter(({ figure }) => matrices.includes(figure)) },
  ];
  const views = new Map(charts.flatMap((figure) => viewsOf(figure, report, figures)));
  const parts = frameParts(render, client.standalone.get('frame') ?? '', effects);
  const draw = (some: readonly Embedding[]): Promise<readonly (readonly Output[])[]> =>
    Promise.all(some.map((embedding) => figureFiles(embedding, site, effects)));
  // A living figure's pictures are those of the run it shows: drawn after them, they come from the cache.
  const pinned = await draw(embeddings.filter(({ figure }) => figure.pin !== null));
  const living = await draw(embeddings.filter(({ figure }) => figure.pin === null));
  const cards = embeddings
    .filter(({ figure }) => figure.pin === figure.shows)
    .map(({ figure }) => renderFigureCard(figure, site, effects));
  return {
    pages: [...renderFigurePages(groups, views, report, page), ...renderBadgePage(report, page)],
    outputs: [
      ...pinned.flat(),
      ...living.flat(),
      ...(await Promise.all(cards)),
      ...embeddings.map((embedding) => renderFrame(embedding, parts, render)),
      ...renderBadges(report),
      { path: 'embed/figure.js', content: client.standalone.get('figure') ?? '' },
    ],
  };
}

function viewsOf(figure: Figure, { benchmarks }: Report, { byRun }: Figures): readonly [Figure, FigureView][] {
  return benchmarks.flatMap((benchmark) =>
    benchmark.runs
      .filter(({ run }) => run.id === figure.shows)
      .flatMap((run) => byRun.get(runKey(benchmark, run)) ?? [])
      .filter(({ id }) => figure.id === `${benchmark.benchmark.id}-${id}`)
      .map((view): [Figure, FigureView] => [figure, view]),
  );
}
