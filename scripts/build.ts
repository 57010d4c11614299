import { hasErrors, sortIssues } from './domain/issue.ts';
import type { Project } from './domain/project.ts';
import type { Report } from './domain/report.ts';
import type { Issue, Output } from './domain/source.ts';
import { type Loaded, loadProject } from './load/project.ts';
import { reportContradictions } from './merge/contradictions.ts';
import { reportFacts } from './merge/facts-issues.ts';
import { mergeReport } from './merge/merge.ts';
import type { Effects } from './platform/effects.ts';
import { validateProject } from './validate/project.ts';

interface CheckResult {
  readonly loaded: Loaded;
  /** Null if there is any error. */
  readonly project: Project | null;
  readonly report: Report | null;
  readonly issues: readonly Issue[];
}

export interface Built {
  /** Null if the inputs have errors: no site is better than a wrong one. */
  readonly outputs: readonly Output[] | null;
  readonly issues: readonly Issue[];
}

/** Where a site will be published, if not where its settings say. */
export interface Publication {
  readonly base?: string;
  readonly url?: string;
}

/** Reads and validates every input, and compares what authors wrote with what repositories say. */
export function check(effects: Effects, at: Publication = {}): CheckResult {
  const loaded = loadProject(effects.files, effects.shared);
  const { project, issues } = validateProject(loaded, effects.latestDay);
  if (project === null || hasErrors(issues)) return { loaded, project: null, report: null, issues: sortIssues(issues) };
  const report = mergeReport(publishedAt(project, at), effects.today);
  return {
    loaded,
    project,
    report,
    issues: sortIssues([...issues, ...reportContradictions(report), ...reportFacts(report)]),
  };
}

function publishedAt(project: Project, { base, url }: Publication): Project {
  const { site } = project.registry;
  return {
    ...project,
    registry: { ...project.registry, site: { ...site, base: base ?? site.base, url: url ?? site.url } },
  };
}

/** Makes the files of a site from those of its project. */
export async function build(effects: Effects, at: Publication = {}): Promise<Built> {
  effects.log('read, check and merge');
  const { loaded, report, issues } = check(effects, at);
  if (report === null) return { outputs: null, issues };
  effects.log('render');
  // A check loads nothing that makes pages.
  const { renderSite } = await import('./site.ts');
  return { outputs: await renderSite(report, loaded.kit, effects), issues };
}
