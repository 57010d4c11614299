import type { ChartSpec } from '../domain/chart.ts';
import type { Effects } from '../platform/effects.ts';
import { light } from './svg/palette.ts';

// Raised when what is explored changes, so that specifications compiled before are compiled anew.
const version = 'explore-3';

interface Channel {
  readonly field?: string;
  readonly value?: unknown;
  readonly type?: string;
  readonly title?: string;
  readonly scale?: unknown;
  readonly axis?: { readonly format?: string; readonly values?: readonly number[] };
}

interface Layer {
  readonly mark: { readonly type: string };
  readonly data?: { readonly name: string };
  readonly encoding: Readonly<Record<string, Channel>>;
}

/**
 * A figure as Vega reads it, to be moved and zoomed in a page: compiled here, so that no browser has to. Its colours are the
 * page's own. Null for figures of several plots and for those with names along an axis: there is nothing to move. Kept by hash.
 */
export async function exploreSpec(
  spec: ChartSpec,
  { cache, hash }: Pick<Effects, 'cache' | 'hash'>,
): Promise<string | null> {
  const movable = makeMovable(spec);
  if (movable === null) return null;
  const key = `figures/${hash(`${version}\n${JSON.stringify(movable)}`)}.vg.json`;
  const kept = cache.read(key);
  if (kept !== null) return kept;
  const { compile } = await import('vega-lite');
  const { spec: compiled } = compile(structuredClone(movable) as never);
  const text = pageColors(JSON.stringify(compiled));
  cache.write(key, text);
  return text;
}

/** The points bind the scales to the pointer and tell their numbers; what lies on the scales is cut at the plot. */
function makeMovable(spec: ChartSpec): ChartSpec | null {
  const layers = spec['layer'] as readonly Layer[] | undefined;
  const points = layers?.find((layer) => layer.mark.type === 'point' && !isFixed(layer));
  const encodings = ['x', 'y'];
  const isMovable = encodings.every((name) => points?.encoding[name]?.type === 'quantitative');
  if (layers === undefined || points === undefined || !isMovable) return null;
  const params = [{ name: 'shown', select: { type: 'interval', encodings }, bind: 'scales' }];
  const changed = layers.map(withFreeTicks).flatMap((layer, index): readonly object[] => {
    if (layers[index] === points) {
      const encoding = { ...layer.encoding, tooltip: tooltipOf(layers) };
      return [{ ...withAllSteps(layer), mark: { ...layer.mark, clip: true }, encoding, params }];
    }
    // A stroke from a line's end to its label would point nowhere as soon as the line is moved.
    if (isFixed(layer)) return layer.mark.type === 'rule' ? [] : [{ ...layer, mark: { ...layer.mark, clip: false } }];
    return [{ ...layer, mark: { ...layer.mark, clip: true } }];
  });
  return { ...spec, layer: changed };
}

/** Ticks that were chosen for the whole are too few for a part. */
function withFreeTicks(layer: Layer): Layer {
  const free = Object.entries(layer.encoding).map(([name, channel]) => {
    if (channel.axis?.values === undefined) return [name, channel] as const;
    const { values, ...axis } = channel.axis;
    return [name, { ...channel, axis: { ...axis, tickCount: values.length } }] as const;
  });
  return { ...layer, encoding: Object.fromEntries(free) };
}

/** Labels and keys stand beside the scales. */
function isFixed({ mark, encoding }: Layer): boolean {
  const { x, y } = encoding;
  return x?.scale === null || x?.value !== undefined || (mark.type === 'text' && y?.field === undefined);
}

/** A dense grid marks only some of its steps; whoever looks closer sees all. */
function withAllSteps(layer: Layer): Layer {
  return layer.data?.name === 'marks' ? { ...layer, data: { name: 'steps' } } : layer;
}

/** The program, then what stands on the axes, with their titles and formats. */
function tooltipOf(layers: readonly Layer[]): readonly object[] {
  const axes = ['x', 'y'].flatMap((name) => layers.flatMap(({ encoding }) => encoding[name] ?? []));
  const titled = axes.filter(({ title, field }) => typeof title === 'string' && field !== undefined);
  const numbers = titled.map(({ field, title, axis }) => ({
    field,
    title,
    type: 'quantitative',
    ...(axis?.format === undefined ? {} : { format: axis.format }),
  }));
  return [{ field: 'label', title: 'Program', type: 'nominal' }, ...numbers];
}

/** The colours of the light paper by the names of the page's tokens, so that a dark page is dark in here as well. */
function pageColors(text: string): string {
  const { hues, ...others } = light;
  const names = new Map([
    ...hues.map((color, index) => [color, `var(--hue-${index})`] as const),
    ...Object.entries(others).map(([name, color]) => [color, `var(--chart-${name})`] as const),
  ]);
  return text.replaceAll(/"(#[0-9a-f]{6})"/g, (whole, color: string) => {
    const name = names.get(color);
    return name === undefined ? whole : `"${name}"`;
  });
}
