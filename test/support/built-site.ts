import { build, check } from '../../scripts/build.ts';
import { printIssue } from '../../scripts/domain/issue.ts';
import type { Project } from '../../scripts/domain/project.ts';
import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { inMemory, readFixture, realEffects } from './project.ts';

/** A project, and the site built from it. */
export interface BuiltSite {
  readonly effects: Effects;
  readonly project: Project;
  readonly report: Report;
  readonly outputs: readonly Output[];
  /** Every output by its path, as it is written. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The same as text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Builds a site that must succeed. */
export async function buildSite(effects: Effects): Promise<BuiltSite> {
  const { project, report } = check(effects);
  const { outputs, issues } = await build(effects);
  if (project === null || report === null || outputs === null)
    throw new Error(`the build has errors:\n${issues.map(printIssue).join('\n')}`);
  const files = new Map(outputs.map(({ path, content }) => [path, content]));
  const texts = new Map([...files].map(([path, content]) => [path, Buffer.from(content).toString('utf8')]));
  return { effects, project, report, outputs, files, texts };
}

// One build serves every file of a worker; without isolation a worker runs many.
const built = new Map<string, Promise<BuiltSite>>();

/** The site of this repository's own comparison. */
export function realSite(): Promise<BuiltSite> {
  return once('', realEffects);
}

/** The site of a project in `test/projects`. */
export function caseSite(name: string): Promise<BuiltSite> {
  return once(name, () => inMemory(readFixture(name)));
}

function once(name: string, effects: () => Effects): Promise<BuiltSite> {
  const found = built.get(name) ?? buildSite(effects());
  built.set(name, found);
  return found;
}

/** Is this an output under a former id, that is, a copy or a page that leads on? */
export function isMoved({ report }: BuiltSite, path: string): boolean {
  return report.redirects.some(({ from }) => `/${path}`.split(/[.@]/)[0]?.concat('/').includes(`/${from}/`) === true);
}
