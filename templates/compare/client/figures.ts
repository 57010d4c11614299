import type { ComparedFramework } from './model.ts';
import { h, type Tree } from './tree.ts';
import type { ResultView } from './view.ts';

/** The figures of the first run of each benchmark that measured two of the frameworks, in frames that show just their programs. */
export function drawFigures(
  results: readonly Pick<ResultView, 'id' | 'figures'>[],
  frameworks: readonly ComparedFramework[],
  { heading, theme }: { readonly heading: string; readonly theme: string },
): Tree {
  const first = Map.groupBy(results, ({ id }) => id.split('/')[0]).values();
  const frames = [...first].flatMap(([result]) => (result === undefined ? [] : framesOf(result, frameworks, theme)));
  if (frames.length === 0) return '';
  const note = 'Only the compared programs are drawn; the scales are those of the whole run.';
  return h('section', { id: 'figures' }, h(heading, {}, 'Figures'), h('p', { class: 'detail' }, note), frames);
}

/**
 * Frames of a run's figures. One in which none of the series exists would show them all, so there is none of it; it has an
 * origin of its own, so it is told the theme that the reader chose for the page.
 */
function framesOf(
  { id, figures }: Pick<ResultView, 'id' | 'figures'>,
  frameworks: readonly ComparedFramework[],
  theme: string,
): readonly Tree[] {
  const sweeps = frameworks.flatMap(({ results }) =>
    results.filter(({ run }) => run === id).flatMap((one) => one.sweeps.map((sweep) => sweep.id)),
  );
  return figures.flatMap(({ href, title, height, series }) => {
    const shown = series.filter((one) => sweeps.includes(one));
    const src = `${href}?s=${shown.join(',')}&theme=${theme}`;
    return shown.length === 0 ? [] : h('proofsheet-figure', { src, title, height });
  });
}
