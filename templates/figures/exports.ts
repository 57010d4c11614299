import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { chartTemplates, type Figures } from '../../scripts/figures/draw.ts';
import { type ChartFigure, chartFigures, partFigures } from '../../scripts/figures/formats/charts.ts';
import { changeFigures } from '../../scripts/figures/formats/edition-diff.ts';
import type { Figure } from '../../scripts/figures/formats/figure.ts';
import { embeddingOf, figureFiles } from '../../scripts/figures/formats/files.ts';
import { matrixFigures, matrixPart } from '../../scripts/figures/formats/matrix.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import type { FigureView } from '../../scripts/figures/view.ts';
import type { Kit } from '../../scripts/load/project.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { ClientScripts } from '../../scripts/render/bundle.ts';
import type { Renderer } from '../../scripts/render/templates.ts';
import { renderBadgePage, renderBadges } from '../badges/page.ts';
import { frameParts, renderFrame } from '../embed/page.ts';
import type { PageMaker } from '../layout/page.ts';
import { type FigureGroup, renderFigurePages } from './page.ts';

/** What vessels are made with. */
interface ExportContext {
  readonly page: PageMaker;
  readonly render: Renderer;
  readonly client: ClientScripts;
  readonly effects: Effects;
}

/** All figures of a site, by what they are of. */
export interface AllFigures {
  readonly charts: readonly ChartFigure[];
  readonly matrices: readonly Figure[];
  readonly changes: readonly { readonly figure: Figure; readonly view: FigureView }[];
  readonly parts: { readonly charts: readonly ChartFigure[]; readonly matrices: readonly Figure[] };
}

/** Every figure: charts, matrices, and the parts of them that the project names. */
export async function gatherFigures(
  report: Report,
  figures: Figures,
  kit: Kit,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<AllFigures> {
  const templates = chartTemplates(kit.templates);
  const charts: ChartFigure[] = [];
  for (const part of report.figureParts) charts.push(...(await partFigures(part, report, templates, effects)));
  const matrices = report.figureParts.flatMap((part) => matrixPart(part, report) ?? []);
  return {
    charts: chartFigures(report, figures),
    matrices: matrixFigures(report),
    changes: await changeFigures(report, kit.templates, effects),
    parts: { charts, matrices },
  };
}

/** Every figure in every form: its page, frame, pictures, tables, specification; the web component; badges. */
export async function exportFigures(
  report: Report,
  allFigures: AllFigures,
  { page, render, client, effects }: ExportContext,
): Promise<{ readonly pages: readonly Output[]; readonly outputs: readonly Output[] }> {
  const { site } = report;
  const groups = groupFigures(report, allFigures);
  const embeddings = groups.flatMap((group) => group.embeddings);
  const views = new Map(
    [...allFigures.charts, ...allFigures.changes, ...allFigures.parts.charts].map(({ figure, view }) => [figure, view]),
  );
  const parts = frameParts(render, client.standalone.get('frame') ?? '', effects);
  const draw = (some: readonly Embedding[]): Promise<readonly (readonly Output[])[]> =>
    Promise.all(some.map((embedding) => figureFiles(embedding, site, effects)));
  // A living figure's pictures are those of the run it shows: drawn after them, they come from the cache.
  const pinned = await draw(embeddings.filter(({ figure }) => figure.pin !== null));
  const latest = await draw(embeddings.filter(({ figure }) => figure.pin === null));
  return {
    pages: [...renderFigurePages(groups, views, report, page), ...renderBadgePage(report, page)],
    outputs: [
      ...pinned.flat(),
      ...latest.flat(),
      ...embeddings.map((embedding) => renderFrame(embedding, parts, render)),
      ...renderBadges(report),
      { path: 'embed/figure.js', content: client.standalone.get('element') ?? '' },
    ],
  };
}

function groupFigures(
  { benchmarks, site }: Report,
  { charts, matrices, changes, parts }: AllFigures,
): readonly FigureGroup[] {
  const embed = (figures: readonly Figure[]): readonly Embedding[] => figures.map((one) => embeddingOf(one, site));
  const ofBenchmark = benchmarks.map(({ benchmark: { id, title } }) => {
    const own = charts.filter(({ benchmark }) => benchmark === id);
    return { label: title, embeddings: embed(own.map(({ figure }) => figure)) };
  });
  const chosen = [...parts.charts.map(({ figure }) => figure), ...parts.matrices];
  return [
    ...ofBenchmark,
    { label: 'Matrix', embeddings: embed([...matrices, ...changes.map(({ figure }) => figure)]) },
    { label: 'Parts', embeddings: embed(chosen) },
  ].filter(({ embeddings }) => embeddings.length > 0);
}
