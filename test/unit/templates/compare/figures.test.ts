import { expect, test } from 'vitest';
import { drawFigures } from '../../../../templates/compare/client/figures.ts';
import type { ComparedFramework } from '../../../../templates/compare/client/model.ts';
import { toHtml } from '../../../../templates/compare/html.ts';

const figure = (href: string, ...series: readonly string[]) => ({ href, title: 'Rate', height: '500', series });
const runs = [
  {
    id: 'pour/new',
    figures: [figure('/embed/rate@new/', 'twig', 'brook', 'stone'), figure('/embed/heat@new/', 'stone')],
  },
  { id: 'pour/old', figures: [figure('/embed/rate@old/', 'twig', 'brook')] },
  { id: 'boil/new', figures: [figure('/embed/boil@new/', 'brook')] },
];

/** A framework that has one sweep, of its own name, in some runs. */
function measuredIn(id: string, ...where: readonly string[]): ComparedFramework {
  const results = where.map((run) => ({ run, sweeps: [{ id, label: id, note: '', readings: [] }] }));
  return { id, name: id, summary: '', href: '', language: '', answers: {}, results, programs: [] };
}

function framesOf(...frameworks: readonly ComparedFramework[]): readonly string[] {
  const html = toHtml(drawFigures(runs, frameworks, { heading: 'h3', theme: 'dark' }));
  return [...html.matchAll(/src="([^"]*)"/g)].map(([, src = '']) => src.replaceAll('&amp;', '&'));
}

test('frames show the chosen series in the first run of each benchmark', () => {
  const [twig, brook] = [
    measuredIn('twig', 'pour/new', 'pour/old'),
    measuredIn('brook', 'pour/new', 'pour/old', 'boil/new'),
  ];
  expect(framesOf(twig, brook)).toEqual([
    '/embed/rate@new/?s=twig,brook&theme=dark',
    '/embed/boil@new/?s=brook&theme=dark',
  ]);
});

test('there is no frame without a chosen series, which would show them all', () => {
  expect(framesOf(measuredIn('twig', 'pour/old'), measuredIn('brook', 'pour/old'))).toEqual([]);
  expect(drawFigures(runs, [measuredIn('slate', 'pour/new')], { heading: 'h3', theme: '' })).toBe('');
});
