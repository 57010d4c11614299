import type { Effects } from './effects.ts';
import { hasErrors, sortIssues } from './issues.ts';
import { type Loaded, loadProject } from './load.ts';
import { mergeReport } from './merge.ts';
import type { Issue, Output } from './model.ts';
import { renderSite } from './render/site.ts';
import { type Project, validateProject } from './validate/project.ts';

export interface Checkup {
  readonly loaded: Loaded;
  /** Null where any error stands in the way. */
  readonly project: Project | null;
  readonly issues: readonly Issue[];
}

export interface Built {
  /** Null where the inputs have errors: then there is no site at all rather than a wrong one. */
  readonly outputs: readonly Output[] | null;
  readonly issues: readonly Issue[];
}

/** Reads and judges every input: the stages before anything is made. */
export function check(effects: Effects): Checkup {
  const loaded = loadProject(effects.files, effects.shared);
  const { project, issues } = validateProject(loaded);
  return { loaded, project: hasErrors(issues) ? null : project, issues: sortIssues(issues) };
}

/** The whole way from a project's files to the files of its site. */
export async function build(effects: Effects): Promise<Built> {
  effects.log('read and check');
  const { loaded, project, issues } = check(effects);
  if (project === null) return { outputs: null, issues };
  effects.log('merge');
  const report = mergeReport(project.registry, project.benchmarks, project.runs, effects.today);
  effects.log('render');
  const outputs = await renderSite(report, loaded, effects);
  return { outputs, issues };
}
