import type { SiteSettings } from '../domain/site.ts';
import { type Figure, nameOf } from './figure.ts';
import type { PlannedFigure } from './planned.ts';
import { runProvenance } from './provenance.ts';

/** The figures of a site, for its pages to look up. */
export interface Figures {
  /** Those with addresses of their own, in the order of their list: of a chart the latest first, then the pinned ones. */
  readonly wholes: readonly Figure[];
  /** The same of the parts that the project names. */
  readonly parts: readonly Figure[];
  /** A figure by its name (`ping-pong-errors`, `ping-pong-errors@2026-11-22-epyc`) or its key in the plan; null where there is none. */
  readonly get: (key: string) => Figure | null;
  /** The pinned charts of a run. */
  readonly ofRun: (benchmark: string, run: string) => readonly Figure[];
  /** The figures that a page alone shows, by its path. */
  readonly onPage: (path: string) => readonly Figure[];
}

type Drawn = readonly [planned: PlannedFigure, figure: Figure];

/** Lookups over the figures of a plan. */
export function figuresOf(drawn: readonly Drawn[], site: SiteSettings): Figures {
  const published = drawn.filter(([{ use }]) => use !== 'page');
  const groups = [...Map.groupBy(published, ([{ id }]) => id).values()];
  const listed = (wanted: PlannedFigure['use']): readonly Figure[] =>
    groups.filter(([first]) => first?.[0].use === wanted).flatMap((group) => withLatest(group, site));
  const [wholes, parts] = [listed('whole'), listed('part')];
  const byKey = new Map([
    ...drawn.map(([{ key }, figure]) => [key, figure] as const),
    ...[...wholes, ...parts].map((figure) => [nameOf(figure), figure] as const),
  ]);
  const byRun = Map.groupBy(wholes, ({ benchmark, pin }) => `${benchmark}/${pin}`);
  return {
    wholes,
    parts,
    get: (key) => byKey.get(key) ?? null,
    ofRun: (benchmark, run) => byRun.get(`${benchmark}/${run}`) ?? [],
    onPage: (path) => drawn.filter(([{ key }]) => key.startsWith(path)).map(([, figure]) => figure),
  };
}

/** The figures of one id, pinned charts behind the latest of them: that of the lead run, or of the newest that has data. */
function withLatest(group: readonly Drawn[], site: SiteSettings): readonly Figure[] {
  const figures = group.map(([, figure]) => figure);
  const latest = group
    .slice(0, 1)
    .flatMap(([planned, figure]) =>
      planned.kind === 'chart'
        ? [{ ...figure, pin: null, provenance: runProvenance({ ...planned, pin: null }, site) }]
        : [],
    );
  return [...latest, ...figures];
}
