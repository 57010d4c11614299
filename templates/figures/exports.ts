import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Figure } from '../../scripts/figures/figure.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import { embeddingOf, figureFiles, figurePanels } from '../../scripts/figures/formats/files.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { ClientScripts } from '../../scripts/render/bundle.ts';
import type { Renderer } from '../../scripts/render/templates.ts';
import { renderBadgePage, renderBadges } from '../badges/page.ts';
import { frameParts, renderFrame } from '../embed/page.ts';
import type { PageMaker } from '../layout/page.ts';
import { type FigureGroup, renderFigurePages } from './page.ts';

/** What figures are exported with. */
interface ExportContext {
  readonly page: PageMaker;
  readonly render: Renderer;
  readonly client: ClientScripts;
  readonly effects: Effects;
}

/** Every figure in every form: its page, frame, pictures, tables, specification; the web component; badges. */
export async function exportFigures(
  report: Report,
  figures: Figures,
  { page, render, client, effects }: ExportContext,
): Promise<{ readonly pages: readonly Output[]; readonly outputs: readonly Output[] }> {
  const { site } = report;
  const groups = groupFigures(report, figures);
  const embeddings = groups.flatMap((group) => group.embeddings);
  const parts = frameParts(render, client.standalone.get('frame') ?? '', effects);
  const draw = (some: readonly Embedding[]): Promise<readonly (readonly Output[])[]> =>
    Promise.all(some.map((embedding) => figureFiles(embedding, site, effects)));
  // A living figure's pictures are those of the run it shows: drawn after them, they come from the cache.
  const pinned = await draw(embeddings.filter(({ figure }) => figure.pin !== null));
  const latest = await draw(embeddings.filter(({ figure }) => figure.pin === null));
  return {
    pages: [...renderFigurePages(groups, report, page), ...renderBadgePage(report, page)],
    outputs: [
      ...pinned.flat(),
      ...latest.flat(),
      ...figures.wholes.flatMap((figure) => (figure.pin === null ? [] : (figurePanels(figure) ?? []))),
      ...embeddings.map((embedding) => renderFrame(embedding, parts, render)),
      ...renderBadges(report),
      { path: 'embed/figure.js', content: client.standalone.get('element') ?? '' },
    ],
  };
}

function groupFigures({ benchmarks, site }: Report, { wholes, parts }: Figures): readonly FigureGroup[] {
  const embed = (figures: readonly Figure[]): readonly Embedding[] => figures.map((one) => embeddingOf(one, site));
  const of = (id: string | null): readonly Embedding[] => embed(wholes.filter(({ benchmark }) => benchmark === id));
  return [
    ...benchmarks.map(({ benchmark: { id, title } }) => ({ label: title, embeddings: of(id) })),
    { label: 'Matrix', embeddings: of(null) },
    { label: 'Parts', embeddings: embed(parts) },
  ].filter(({ embeddings }) => embeddings.length > 0);
}
