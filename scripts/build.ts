import { hasErrors, sortIssues } from './domain/issue.ts';
import type { Project } from './domain/project.ts';
import type { Report } from './domain/report.ts';
import type { Issue, Output } from './domain/source.ts';
import { type Loaded, loadProject } from './load/project.ts';
import { reportContradictions } from './merge/contradictions.ts';
import { reportFacts } from './merge/facts-issues.ts';
import { mergeReport } from './merge/merge.ts';
import type { Effects } from './platform/effects.ts';
import { readAcknowledged, type Split, splitAcknowledged } from './validate/acknowledged.ts';
import { validateProject } from './validate/project.ts';

interface CheckResult {
  readonly loaded: Loaded;
  /** Null if there is any error. */
  readonly project: Project | null;
  readonly report: Report | null;
  readonly issues: readonly Issue[];
  /** Warnings that `data/acknowledged.yaml` lets stand. */
  readonly acknowledged: readonly Issue[];
}

export interface Built {
  /** Null if the inputs have errors: no site is better than a wrong one. */
  readonly outputs: readonly Output[] | null;
  readonly issues: readonly Issue[];
  readonly acknowledged: readonly Issue[];
}

/** Where a site will be published, if not where its settings say. */
export interface Publication {
  readonly base?: string;
  readonly url?: string;
}

/** Reads and validates every input, and compares what authors wrote with what repositories say. */
export function check(effects: Effects, at: Publication = {}): CheckResult {
  const loaded = loadProject(effects.files, effects.shared);
  const validated = validateProject(loaded, effects.latestDay);
  const { project } = validated;
  const split = (all: readonly Issue[]): Split => acknowledge(all, loaded, effects.latestDay);
  if (project === null || hasErrors(validated.issues))
    return { loaded, project: null, report: null, ...split(validated.issues) };
  const report = mergeReport(publishedAt(project, at), effects.today);
  return {
    loaded,
    project,
    report,
    ...split([...validated.issues, ...reportContradictions(report), ...reportFacts(report)]),
  };
}

/** The sorted issues without those that are acknowledged. An error hides warnings, so only without one is an entry stale. */
function acknowledge(all: readonly Issue[], { acknowledged: source }: Loaded, latestDay: string): Split {
  const entries = source === null ? null : readAcknowledged(source).value;
  if (source === null || entries === null) return { issues: sortIssues(all), acknowledged: [] };
  const found = splitAcknowledged(all, entries, source, latestDay);
  const shown = hasErrors(all) ? found.issues.filter(({ rule }) => rule !== 'acknowledged-stale') : found.issues;
  return { issues: sortIssues(shown), acknowledged: sortIssues(found.acknowledged) };
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
  const { loaded, report, issues, acknowledged } = check(effects, at);
  if (report === null) return { outputs: null, issues, acknowledged };
  effects.log('render');
  // A check loads nothing that makes pages.
  const { renderSite } = await import('./site.ts');
  return { outputs: await renderSite(report, loaded.kit, effects), issues, acknowledged };
}
