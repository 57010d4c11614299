import type { ChartSpec } from '../../domain/chart.ts';
import { compactParts, type SeriesMark } from './compact.ts';
import { short } from './path.ts';
import type { SceneMark } from './scene.ts';
import { slack, textWidth } from './text-width.ts';

/**
 * Draws a Vega-Lite specification as SVG text. Vega is imported here and only when a figure must be drawn anew.
 * Throws on anything Vega or Vega-Lite complains of: both otherwise draw an empty picture and go on.
 */
export async function drawSvg(spec: ChartSpec, idPrefix: string): Promise<string> {
  const vega = await import('vega');
  const { compile } = await import('vega-lite');
  const complaints: string[] = [];
  const logger = loggerInto(complaints);
  const { textMetrics } = vega as unknown as Internals;
  textMetrics.width = (item, text) => textWidth(String(text ?? ''), item.fontSize ?? 11, item.fontWeight) * slack;
  const own = structuredClone(spec);
  const compiled = compile(own as never, { logger: logger as never });
  const view = new vega.View(vega.parse(compiled.spec), {
    renderer: 'none',
    logger: logger as never,
    loader: deniedLoader as never,
  });
  const svg = await compactly(vega as unknown as Internals, view, metaOf(spec), idPrefix);
  view.finalize();
  if (complaints.length > 0) throw new Error(`Vega complains: ${complaints[0]}`);
  return svg.startsWith('<svg class="chart"') ? svg : tidySvg(svg, idPrefix);
}

/** What Vega exports and its types do not tell. */
interface Internals {
  readonly textMetrics: {
    width: (item: { readonly fontSize?: number; readonly fontWeight?: unknown }, text: unknown) => number;
  };
  readonly SVGStringRenderer: new () => StringRenderer;
  renderModule(name: string, module?: object): { readonly headless: unknown };
}
interface StringRenderer {
  _text: string | null;
  readonly _width: number;
  readonly _height: number;
  readonly _origin: readonly [number, number];
  _render(scene: SceneMark): this;
}
interface View {
  toSVG(): Promise<string>;
  signal(name: string): unknown;
  scale(name: string): unknown;
}

/** Lets Vega render through the compact writer; what that one does not draw, the stock renderer does. */
async function compactly(vega: Internals, view: View, { series, fixed }: Meta, idPrefix: string): Promise<string> {
  class CompactRenderer extends vega.SVGStringRenderer {
    override _render(scene: SceneMark): this {
      const parts = compactParts(scene, this._origin, series, idPrefix);
      if (parts === null) return super._render(scene);
      const box = `0 0 ${short(Math.ceil(this._width))} ${short(Math.ceil(this._height))}`;
      const scales = fixed ? '' : scaleAttributes(view, this._origin);
      this._text = `<svg class="chart" viewBox="${box}" xmlns="http://www.w3.org/2000/svg" role="img"${scales}>${parts}</svg>`;
      return this;
    }
  }
  const stock = vega.renderModule('svg');
  vega.renderModule('svg', { ...stock, headless: CompactRenderer });
  // The renderer is looked up at once, so that the stock one can be back before anything else is drawn.
  const drawn = view.toSVG();
  vega.renderModule('svg', stock);
  return drawn;
}

/** Where the plot is and what its scales say, for scripts (see `docs/figures.md`); nothing of panels, which have many. */
function scaleAttributes(view: View, [left, top]: readonly [number, number]): string {
  const axes = ['x', 'y'].map((name) => formatScale(view, name));
  const [width, height] = ['width', 'height'].map((name) => Number(view.signal(name)));
  if (!width || !height || axes.every((text) => text === null)) return '';
  const named = axes.map((text, index) => (text === null ? '' : ` data-${'xy'[index]}="${text}"`)).join('');
  return ` data-plot="${[left, top, width, height].map(short).join(' ')}"${named}`;
}

function formatScale(view: View, name: string): string | null {
  try {
    const scale = view.scale(name) as { readonly type?: string; domain(): readonly unknown[] };
    const [low, high] = scale.domain();
    if (typeof low !== 'number' || typeof high !== 'number') return null;
    return [scale.type, ...[low, high].map((end) => Number(end.toPrecision(6)))].join(' ');
  } catch {
    return null;
  }
}

/** What a specification carries for us beside what Vega reads. */
interface Meta {
  readonly series: Readonly<Record<string, SeriesMark>>;
  /** Nothing for a script to follow: no series with points. */
  readonly fixed: boolean;
}

function metaOf({ usermeta }: ChartSpec): Meta {
  return { series: {}, fixed: false, ...(usermeta as Partial<Meta> | undefined) };
}

/** Ids that no other figure of a page has, one image instead of a thousand parts to a screen reader, no empty grounds. */
function tidySvg(svg: string, idPrefix: string): string {
  // Vega counts ids over the whole process; counted anew in order of appearance they depend on the picture alone.
  const names = new Map<string, string>();
  const renamed = (id: string): string => {
    if (!names.has(id)) names.set(id, `${idPrefix}-${names.size + 1}`);
    return names.get(id) ?? id;
  };
  return svg
    .replaceAll(/\bid="([^"]+)"/g, (_, id: string) => `id="${renamed(id)}"`)
    .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${renamed(id)})`)
    .replaceAll(/ (?:font-family|role|class|pointer-events|aria-[a-z]+)="[^"]*"/g, '')
    .replaceAll(/<path d="M0,0h[\d.]+v[\d.]+h-?[\d.]+Z"\/>/g, '')
    .replace(/^<svg [^>]*viewBox="([^"]+)"[^>]*>/, '<svg viewBox="$1" xmlns="http://www.w3.org/2000/svg" role="img">');
}

function loggerInto(complaints: string[]): object {
  const logger: Record<string, unknown> = {
    level: (...to: readonly unknown[]) => (to.length > 0 ? logger : 2),
  };
  const complain = (...parts: readonly unknown[]): object => {
    complaints.push(parts.map(String).join(' '));
    return logger;
  };
  return Object.assign(logger, { error: complain, warn: complain, info: () => logger, debug: () => logger });
}

const deny = (): Promise<never> => Promise.reject(new Error('a figure may not load anything'));
const deniedLoader = { load: deny, sanitize: deny, http: deny, file: deny, options: {} };
