import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Figure } from '../../scripts/figures/figure.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import { embeddingOf, figureFiles, figurePanels } from '../../scripts/figures/formats/files.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { embeddingsIn, type FigureGroup, type Site } from '../layout/site.ts';

/** The figures with addresses of their own, by what they are of. */
export function groupFigures({ benchmarks, site }: Report, { wholes, parts }: Figures): readonly FigureGroup[] {
  const embed = (figures: readonly Figure[]): readonly Embedding[] => figures.map((one) => embeddingOf(one, site));
  const of = (id: string | null): readonly Embedding[] => embed(wholes.filter(({ benchmark }) => benchmark === id));
  return [
    ...benchmarks.map(({ benchmark: { id, title } }) => ({ label: title, embeddings: of(id) })),
    { label: 'Matrix', embeddings: of(null) },
    { label: 'Parts', embeddings: embed(parts) },
  ].filter(({ embeddings }) => embeddings.length > 0);
}

/** Every figure in every form: pictures, tables, specification. */
export async function figureExports(
  { figureGroups, figures, report }: Site,
  effects: Effects,
): Promise<readonly Output[]> {
  const all = embeddingsIn(figureGroups);
  const draw = (some: readonly Embedding[]): Promise<readonly (readonly Output[])[]> =>
    Promise.all(some.map((embedding) => figureFiles(embedding, report.site, effects)));
  // A latest figure's pictures are those of the run it shows: drawn after them, they come from the cache.
  const pinned = await draw(all.filter(({ figure }) => figure.pin !== null));
  const latest = await draw(all.filter(({ figure }) => figure.pin === null));
  const panels = figures.wholes.flatMap((figure) => (figure.pin === null ? [] : (figurePanels(figure) ?? [])));
  return [...pinned.flat(), ...latest.flat(), ...panels];
}
