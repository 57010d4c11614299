import type { BenchmarkReport } from '../../scripts/domain/report.ts';
import { drawFigures } from '../../scripts/figures/draw.ts';
import type { Figure } from '../../scripts/figures/figure.ts';
import { planFigures } from '../../scripts/figures/plan.ts';
import { loadProject } from '../../scripts/load/project.ts';
import { urlsBelow } from '../../scripts/render/urls.ts';
import { type FigureView, viewFigure } from '../../templates/parts/figure/view.ts';
import type { BuiltSite } from './built-site.ts';

/** A drawn figure of a run, and where it comes from. */
export interface DrawnFigure {
  /** `<benchmark>/<run>/<chart>`. */
  readonly name: string;
  readonly benchmark: BenchmarkReport;
  readonly figure: Figure;
  readonly view: FigureView;
  /** Its Vega-Lite specification. */
  readonly spec: string;
}

/** Every chart of every run of a project, drawn or taken from its cache. */
export async function drawnFigures({ report, effects }: BuiltSite): Promise<readonly DrawnFigure[]> {
  const { kit } = loadProject(effects.files, effects.shared);
  const drawn = await drawFigures(planFigures(report, []), report, kit, effects);
  const urls = urlsBelow(report.site.base, report.site);
  return report.benchmarks.flatMap((benchmark) =>
    benchmark.runs.flatMap(({ run }) =>
      drawn.ofRun(benchmark.benchmark.id, run.id).map((figure) => ({
        name: `${benchmark.benchmark.id}/${run.id}/${figure.anchor}`,
        benchmark,
        figure,
        view: viewFigure(figure, urls),
        spec: JSON.stringify(figure.spec),
      })),
    ),
  );
}

/** A line of text in a picture, with the room its text may take: 15 % more than in the site's own font. */
export interface TextBox {
  readonly text: string;
  readonly series: string | null;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The horizontal texts of a compact SVG. */
export function textBoxes(
  svg: string,
  widthOf: (text: string, size: number, bold: boolean) => number,
): readonly TextBox[] {
  const boxes: TextBox[] = [];
  let series: string | null = null;
  const anchors: string[] = [];
  for (const [tag] of svg.matchAll(/<(\/?)(g|text)\b[^>]*>(?:[^<]*)/g)) {
    if (tag.startsWith('</g')) {
      anchors.pop();
      series = null;
    } else if (tag.startsWith('<g')) {
      anchors.push(/text-anchor="(\w+)"/.exec(tag)?.[1] ?? '');
      series = /data-s="([^"]+)"/.exec(tag)?.[1] ?? series;
    } else if (tag.startsWith('<text') && !tag.includes('rotate(')) {
      const text = tag
        .slice(tag.indexOf('>') + 1)
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&#39;', "'");
      const number = (name: string): number => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(tag)?.[1]);
      const size = /font-size="/.test(tag) ? number('font-size') : 13;
      const width = widthOf(text, size, series !== null) * 1.15;
      const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1] ?? anchors.at(-1);
      const left = number('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      const [top, bottom] = [number('y') - 0.72 * size, number('y') + 0.2 * size];
      boxes.push({ text, series, size, left, right: left + width, top, bottom });
    }
  }
  return boxes;
}
