import { check } from '../../scripts/build.ts';
import type { Report } from '../../scripts/domain/report.ts';
import { planFigures } from '../../scripts/figures/plan.ts';
import { comparedFrameworks } from '../../templates/compare/comparisons.ts';
import { inMemory, readFixture } from './project.ts';
import { siteOf } from './site.ts';

const fixture = readFixture('json-parsers');
const first = 'data/parse/runs/2026-01-10-laptop';
/** The run of the fixture again, four months later. */
const later = Object.entries(fixture)
  .filter(([path]) => path.startsWith(first))
  .map(([path, text]) => [
    path.replace(first, 'data/parse/runs/2026-05-01-laptop'),
    text.replace('2026-01-10', '2026-05-01').replace('On a laptop', 'On the laptop again'),
  ]);
/** A small project with everything that asks for a figure: a second run, parts, and a page of prose. */
export const figureProject = {
  ...fixture,
  ...Object.fromEntries(later),
  'data/parse/benchmark.yaml': `${fixture['data/parse/benchmark.yaml']}lead: 2026-05-01-laptop\n`,
  'data/figures.yaml':
    '- {id: one-alone, title: Twig alone, figure: parse-throughput, frameworks: [twig]}\n- {id: few, title: Few, figure: matrix-today, frameworks: [twig]}\n',
  'site/pages/told.md': [
    '# Told',
    '::figure{id=parse-throughput}',
    '::figure{id=parse-throughput frameworks=twig}',
    '::figure{id=parse-throughput run=2026-01-10-laptop frameworks=twig}',
    '::matrix{frameworks=twig}',
    '::matrix{frameworks=twig}',
    '',
  ].join('\n\n'),
};

/** The report of a project without errors. */
export function reportOf(project: Readonly<Record<string, string>>): Report {
  const { report, issues } = check(inMemory(project));
  if (report === null) throw new Error(JSON.stringify(issues));
  return report;
}
/** Every figure that a build of it plans. */
export function planOf(report: Report): ReturnType<typeof planFigures> {
  return planFigures(report, comparedFrameworks(siteOf(report)));
}
