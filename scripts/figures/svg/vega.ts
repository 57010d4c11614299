import type { ChartSpec } from '../../domain/chart.ts';
import { compactParts, type SeriesMark } from './compact.ts';
import type { AxisScale, Drawing, Plot } from './drawing.ts';
import type { Point } from './path.ts';
import type { SceneMark } from './scene.ts';
import { slack, textWidth } from './text-width.ts';

/**
 * Draws a Vega-Lite specification. Vega is imported here and only when a figure must be drawn again.
 * Throws on anything Vega or Vega-Lite complains of: both otherwise draw an empty picture and go on.
 */
export async function drawChart(spec: ChartSpec, idPrefix: string): Promise<Omit<Drawing, 'label'>> {
  const vega = (await import('vega')) as unknown as Vega;
  const { compile } = await import('vega-lite');
  const complaints: string[] = [];
  const logger = loggerInto(complaints);
  vega.textMetrics.width = (item, text) => textWidth(String(text ?? ''), item.fontSize ?? 11, item.fontWeight) * slack;
  vega.renderModule('svg', { headless: SceneRenderer });
  const compiled = compile(structuredClone(spec) as never, { logger: logger as never });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger, loader: deniedLoader });
  const { scene, width, height, origin } = await view.toSVG();
  const { series, fixed } = metaOf(spec);
  const drawing = {
    width: Math.ceil(width),
    height: Math.ceil(height),
    plot: fixed ? null : plotOf(view, origin),
    body: complaints.length > 0 ? '' : compactParts(scene, origin, series, idPrefix),
  };
  view.finalize();
  if (complaints.length > 0) throw new Error(`Vega complains: ${complaints[0]}`);
  return drawing;
}

/** What is used of Vega. Its own types know neither `textMetrics` nor renderers without a browser. */
interface Vega {
  readonly textMetrics: {
    width: (item: { readonly fontSize?: number; readonly fontWeight?: unknown }, text: unknown) => number;
  };
  readonly parse: (spec: unknown) => unknown;
  readonly renderModule: (name: string, module: { readonly headless: typeof SceneRenderer }) => void;
  readonly View: new (runtime: unknown, options: Readonly<Record<string, unknown>>) => View;
}
interface View {
  /** With the renderer below it gives the scene instead of text. */
  toSVG(): Promise<Scene>;
  signal(name: string): unknown;
  scale(name: string): unknown;
  finalize(): void;
}
interface Scene {
  readonly scene: SceneMark;
  readonly width: number;
  readonly height: number;
  readonly origin: Point;
}

/** A renderer as Vega expects it, which draws nothing and hands over what was laid out. */
class SceneRenderer {
  #laidOut: Scene | null = null;
  #size = { width: 0, height: 0, origin: [0, 0] as Point };
  initialize(_element: unknown, width: number, height: number, origin: Point): this {
    this.#size = { width, height, origin };
    return this;
  }
  background(): this {
    return this;
  }
  async renderAsync(scene: SceneMark): Promise<this> {
    this.#laidOut = { scene, ...this.#size };
    return this;
  }
  svg(): Scene | null {
    return this.#laidOut;
  }
}

/** Where the plot is and what its scales say; nothing of panels, which have many. */
function plotOf(view: View, [left, top]: Point): Plot | null {
  const [x, y] = [scaleOf(view, 'x'), scaleOf(view, 'y')];
  const [width, height] = [Number(view.signal('width')), Number(view.signal('height'))];
  return !width || !height || (x === null && y === null) ? null : { left, top, width, height, x, y };
}

function scaleOf(view: View, name: string): AxisScale | null {
  try {
    const scale = view.scale(name) as { readonly type?: string; domain(): readonly unknown[] };
    const [low, high] = scale.domain();
    if (typeof low !== 'number' || typeof high !== 'number') return null;
    return { type: scale.type ?? '', low: Number(low.toPrecision(6)), high: Number(high.toPrecision(6)) };
  } catch {
    // Vega throws where there is no scale of the name.
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

type Logger = Readonly<Record<string, unknown>>;

function loggerInto(complaints: string[]): Logger {
  const logger: Record<string, unknown> = {
    level: (...to: readonly unknown[]) => (to.length > 0 ? logger : 2),
  };
  const complain = (...parts: readonly unknown[]): Logger => {
    complaints.push(parts.map(String).join(' '));
    return logger;
  };
  return Object.assign(logger, { error: complain, warn: complain, info: () => logger, debug: () => logger });
}

const deny = (): Promise<never> => Promise.reject(new Error('a figure may not load anything'));
const deniedLoader = { load: deny, sanitize: deny, http: deny, file: deny, options: {} };
