import { areaPath, type Point, short } from './path.ts';

/** The parts of Vega's scenegraph that are read here. */
export interface SceneMark {
  readonly marktype: string;
  readonly role?: string;
  readonly name?: string;
  readonly clip?: unknown;
  readonly items: readonly SceneItem[];
}
export interface SceneItem {
  readonly [key: string]: unknown;
  readonly x?: number;
  readonly y?: number;
  readonly items?: readonly (SceneMark | SceneItem)[];
  readonly datum?: { readonly series?: unknown };
}

/** An area between a line and another. */
export function bandPath(items: readonly SceneItem[], at: Point): string {
  return areaPath(
    items.map((item) => pointOf(item, at)),
    items.map((item) => endOf(item, at)),
  );
}

/** A bar; nothing where it has no size. */
export function rectPath(item: SceneItem, [dx, dy]: Point): string {
  const [x, y] = [(item.x ?? 0) + dx, (item.y ?? 0) + dy];
  const [width, height] = [Number(item['width'] ?? 0), Number(item['height'] ?? 0)];
  if (width <= 0 || height <= 0) return '';
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
}

/** Where an item stands, from the corner of its group. */
export function pointOf(item: SceneItem, [dx, dy]: Point): Point {
  return [(item.x ?? 0) + dx, (item.y ?? 0) + dy];
}

/** Where an item of some length ends. */
export function endOf(item: SceneItem, [dx, dy]: Point): Point {
  return [Number(item['x2'] ?? item.x ?? 0) + dx, Number(item['y2'] ?? item.y ?? 0) + dy];
}

/** The series an item belongs to, if any. */
export function seriesOf({ datum }: SceneItem): string | null {
  return typeof datum?.series === 'string' ? datum.series : null;
}

export function bySeries(items: readonly SceneItem[]): Iterable<readonly SceneItem[]> {
  return Map.groupBy(items, seriesOf).values();
}
