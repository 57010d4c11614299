import { UserError } from '../../domain/errors.ts';
import { escapeHtml } from '../../render/html.ts';
import { baseSize, colorAttributes, isVisible, shiftOf, textAttributes } from './attributes.ts';
import { light } from './palette.ts';
import { linePath, markerPath, type Point, type Shape, shapes, short, strokePath } from './path.ts';
import { bandPath, bySeries, endOf, pointOf, rectPath, type SceneItem, type SceneMark, seriesOf } from './scene.ts';

/** How a series is drawn everywhere: a hue (0 for baselines), a style of dash and marker, and whether it is context. */
export interface SeriesMark {
  readonly hue: number;
  readonly style: number;
  readonly context?: boolean;
}

/** The parts of a picture: what belongs to no series, by kind, and the series with their parts in order. */
interface Parts {
  grid: string;
  axes: string;
  readonly texts: Map<string, string[]>;
  /** Words that belong to no axis: they stand over everything. */
  readonly over: Map<string, string[]>;
  readonly others: string[];
  readonly ideal: string[];
  readonly series: Map<string, string[]>;
  /** Paths that are used again and again, and their ids. */
  readonly shared: Map<string, string>;
  readonly prefix: string;
}

/**
 * The inside of a figure's SVG from Vega's scenegraph: classes instead of attributes, one path for the grid, everything of
 * a series in one group. Throws at what figures do not have: images, arcs, clipped or filled groups.
 */
export function compactParts(
  root: SceneMark,
  origin: Point,
  styles: Readonly<Record<string, SeriesMark>>,
  prefix: string,
): string {
  const parts: Parts = {
    grid: '',
    axes: '',
    texts: new Map(),
    over: new Map(),
    others: [],
    ideal: [],
    series: new Map(),
    shared: new Map(),
    prefix,
  };
  visit(root, origin, parts);
  const shared = [...parts.shared].map(([data, id]) => `<path id="${id}" d="${data}"/>`).join('');
  return [
    shared === '' ? '' : `<defs>${shared}</defs>`,
    path('g', parts.grid),
    path('a', parts.axes),
    ...textGroups(parts.texts),
    ...parts.others,
    parts.ideal.length === 0 ? '' : `<g class="i">${parts.ideal.join('')}</g>`,
    ...inOrder(parts.series, styles).map(([id, list]) => group(id, list, styles[id])),
    ...textGroups(parts.over),
  ].join('');
}

/** Context first, so that what stands out lies over it. */
function inOrder<T>(
  series: ReadonlyMap<string, T>,
  styles: Readonly<Record<string, SeriesMark>>,
): readonly (readonly [string, T])[] {
  const isContext = ([id]: readonly [string, T]): boolean => styles[id]?.context === true;
  return [...[...series].filter(isContext), ...[...series].filter((one) => !isContext(one))];
}

function textGroups(texts: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...texts].map(([attributes, list]) =>
    attributes === '' ? list.join('') : `<g${attributes}>${list.join('')}</g>`,
  );
}

function group(id: string, parts: readonly string[], style: SeriesMark | undefined): string {
  const { hue = 0, style: dash = 1, context = false } = style ?? {};
  return `<g class="s h${hue} d${dash}${context ? ' c' : ''}" data-s="${escapeHtml(id)}">${parts.join('')}</g>`;
}

function visit(mark: SceneMark, at: Point, parts: Parts): void {
  if (mark.clip !== undefined && mark.clip !== false && mark.clip !== null) throw unknown('something clipped');
  if (mark.marktype === 'group') for (const item of mark.items) visitGroup(item, at, parts);
  else drawMark(mark, at, parts);
}

function visitGroup(item: SceneItem, at: Point, parts: Parts): void {
  if (isVisible(item['fill']) || isVisible(item['stroke'])) throw unknown('a framed or filled view');
  const inside: Point = [at[0] + (item.x ?? 0), at[1] + (item.y ?? 0)];
  for (const inner of (item.items ?? []) as readonly SceneMark[]) visit(inner, inside, parts);
}

function drawMark(mark: SceneMark, at: Point, parts: Parts): void {
  const items = mark.items.filter((item) => item['opacity'] !== 0);
  const [first] = items;
  if (first === undefined) return;
  switch (mark.marktype) {
    case 'rule':
      drawRules(mark, items, at, parts);
      break;
    case 'text':
      drawTexts(mark, items, at, parts);
      break;
    case 'symbol':
      drawSymbols(items, at, parts);
      break;
    case 'line':
      drawLine(mark, items, at, parts);
      break;
    case 'area':
      place(parts, mark, first, 'b', bandPath(items, at));
      break;
    case 'rect':
      for (const item of items)
        place(parts, mark, item, item['fill'] === light.paper ? 'r o' : 'r', rectPath(item, at));
      break;
    default:
      throw unknown(`the mark \`${mark.marktype}\``);
  }
}

/** A template may ask Vega for more than figures have styles for. */
function unknown(what: string): UserError {
  return new UserError(`a chart's template draws ${what}, which figures do not have; see docs/figures.md`);
}

/** A line, in pieces where points are missing. What is repeated in every panel is drawn once and then referred to. */
function drawLine(mark: SceneMark, items: readonly SceneItem[], at: Point, parts: Parts): void {
  if (mark.name?.startsWith('context') === true) drawContext(items, at, parts);
  else place(parts, mark, items[0], 'l', piecesPath(items, at));
}

function piecesPath(items: readonly SceneItem[], at: Point): string {
  const pieces: Point[][] = [[]];
  for (const item of items) {
    if (item['defined'] === false) pieces.push([]);
    else pieces.at(-1)?.push(pointOf(item, at));
  }
  return pieces.map(linePath).join('');
}

function drawContext(items: readonly SceneItem[], [x, y]: Point, parts: Parts): void {
  const data = piecesPath(items, [0, 0]);
  const known = parts.shared.get(data);
  const id = known ?? `${parts.prefix}-${parts.shared.size + 1}`;
  if (known === undefined) parts.shared.set(data, id);
  const place = `x="${short(x)}" y="${short(y)}"`;
  parts.others.push(`<use class="z" href="#${id}" ${place}/>`);
}

function drawRules(mark: SceneMark, items: readonly SceneItem[], at: Point, parts: Parts): void {
  const strokes = (list: readonly SceneItem[]): string =>
    strokePath(list.map((item) => [pointOf(item, at), endOf(item, at)] as const));
  if (mark.role === 'axis-grid') parts.grid += strokes(items);
  else if (mark.role === 'axis-tick' || mark.role === 'axis-domain') parts.axes += strokes(items);
  else {
    const kind = mark.name?.startsWith('leader') === true ? 'k' : 'w';
    for (const list of bySeries(items)) place(parts, mark, list[0], kind, strokes(list));
  }
}

function drawSymbols(items: readonly SceneItem[], at: Point, parts: Parts): void {
  for (const list of bySeries(items)) {
    const byStyle = Map.groupBy(list, ({ shape, size, fill }) => JSON.stringify([shape, size, fill === light.paper]));
    for (const same of byStyle.values()) {
      const item = same[0] as SceneItem;
      const shape = String(item['shape'] ?? 'circle') as Shape;
      if (!shapes.includes(shape)) throw unknown(`markers of the shape \`${shape}\``);
      const points = same.map((one) => pointOf(one, at));
      const radius = Math.sqrt(Number(item['size'] ?? 64)) / 2;
      place(parts, null, item, item['fill'] === light.paper ? 'm o' : 'm', markerPath(points, shape, radius));
    }
  }
}

function drawTexts(mark: SceneMark, items: readonly SceneItem[], at: Point, parts: Parts): void {
  for (const item of items) {
    if (Array.isArray(item['text']) || String(item['text'] ?? '') === '') continue;
    const id = seriesOf(item);
    const size = Number(item['fontSize'] ?? baseSize);
    const [x, y] = pointOf(item, at);
    const where = ` x="${short(x + Number(item['dx'] ?? 0))}" y="${short(y + Number(item['dy'] ?? 0) + shiftOf(item['baseline'], size))}"`;
    const turn = item['angle'] ? ` transform="rotate(${item['angle']} ${short(x)} ${short(y)})"` : '';
    const text = escapeHtml(String(item['text']).trim());
    const attributes = textAttributes(item, size, id !== null);
    if (id !== null) add(parts.series, id, `<text class="n"${attributes}${where}${turn}>${text}</text>`);
    else if (isIdeal(mark)) parts.ideal.push(`<text${attributes}${where}${turn}>${text}</text>`);
    else add(mark.role === 'mark' ? parts.over : parts.texts, attributes, `<text${where}${turn}>${text}</text>`);
  }
}

/** Puts a path where it belongs: into its series, the ideal, or with its own colors beside them. */
function place(parts: Parts, mark: SceneMark | null, item: SceneItem | undefined, kind: string, data: string): void {
  if (item === undefined || data === '') return;
  const id = seriesOf(item);
  if (id !== null) add(parts.series, id, path(kind, data));
  else if (mark !== null && isIdeal(mark)) parts.ideal.push(path('', data));
  else parts.others.push(`<path${colorAttributes(item)} d="${data}"/>`);
}

function isIdeal({ name }: SceneMark): boolean {
  return name?.startsWith('ideal') === true;
}

function path(kind: string, data: string): string {
  return data === '' ? '' : `<path${kind === '' ? '' : ` class="${kind}"`} d="${data}"/>`;
}

function add<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
