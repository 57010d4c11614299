import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../domain/errors.ts';
import type { Failure, RepositoryFacts } from '../domain/facts.ts';
import type { Framework } from '../domain/framework.ts';
import { hasErrors, sortIssues, unexpected } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Project } from '../domain/project.ts';
import type { Issue } from '../domain/source.ts';
import { loadProject } from '../load/project.ts';
import type { Effects } from '../platform/effects.ts';
import { validateProject } from '../validate/project.ts';
import type { GitAccess } from './git/access.ts';
import type { Asked } from './git/content.ts';
import { printFacts } from './git/file.ts';
import { dayOf } from './git/history.ts';
import { type LicenseReader, readLicenseList } from './git/license.ts';
import { type Observation, observeRepository, type Question } from './git/observe.ts';

export interface EnrichOptions {
  /** Frameworks to read; null for all that have a repository. */
  readonly only: readonly string[] | null;
  /** Leave out what was observed within so many days; null to ask every repository. */
  readonly staleDays: number | null;
  /** Ask and read, write nothing. */
  readonly dryRun: boolean;
  /** Frameworks whose rewritten or shrunken history a person has looked at. */
  readonly accepted: readonly string[];
  /** How long one repository may take in all. */
  readonly timeoutSeconds: number;
}

/** What enrichment may do in the world. */
interface EnrichWorld {
  readonly effects: Effects;
  readonly access: GitAccess;
  /** A folder for clones, each removed as soon as its facts are read. */
  readonly workFolder: string;
  /** Seconds since 1970 that count as now. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly writeFacts: (framework: string, text: string) => void;
  readonly say: (line: string) => void;
}

export type Outcome = 'fresh' | 'unchanged' | 'kept' | Failure['state'];

/** What became of one framework's facts. */
export interface EnrichRow {
  readonly framework: string;
  readonly outcome: Outcome;
  readonly facts: RepositoryFacts;
  readonly changed: boolean;
  /** A mistake of ours that this repository brought to light; null where there was none. */
  readonly bug: unknown;
}

export interface Enriched {
  readonly issues: readonly Issue[];
  /** Null where the project has errors: then nothing was asked. */
  readonly rows: readonly EnrichRow[] | null;
}

/** Reads the repositories of a project's frameworks and writes what changed, one file a framework. */
export async function enrich(options: EnrichOptions, world: EnrichWorld): Promise<Enriched> {
  const { project, issues: all } = validateProject(loadProject(world.effects.files, world.effects.shared));
  // Damaged facts are no hindrance: they are what this run may mend.
  const issues = sortIssues(all.filter(({ place }) => !place.file.startsWith('data/repositories/')));
  if (project === null || hasErrors(issues)) return { issues, rows: null };
  const chosen = choose(project, options);
  let list: Promise<LicenseReader> | null = null;
  const detect = (): Promise<LicenseReader> => {
    list ??= readLicenseList();
    return list;
  };
  const rows = await inParallel(chosen, limits.gitAtOnce, async (framework, index) => {
    const row = await enrichOne(framework, project, options, world, detect);
    world.say(`${index + 1}/${chosen.length} ${describeRow(row)}`);
    return row;
  });
  return { issues, rows };
}

/** `tornado: fresh, 5,054 commits until 2026-07-24`, or what went wrong. */
export function describeRow({ framework, outcome, facts: { seen, failure } }: EnrichRow): string {
  const kept = seen === null ? 'nothing known' : `${seen.history.commits} commits, observed until ${seen.observed}`;
  if (failure === null) return `${framework}: ${outcome}, ${kept}`;
  const to = failure.to === null ? '' : `; it names ${failure.to}, for you to look at`;
  return `${framework}: ${outcome}, the repository ${failure.detail}${to} (${kept})`;
}

const outcomes: readonly Outcome[] = [
  'fresh',
  'unchanged',
  'kept',
  'moved',
  'gone',
  'unreachable',
  'refused',
  'broken',
];
const staleDays = 30;

/** The table at the end: how many repositories came out how, and which of them want a person's eye. */
export function summarizeRows(rows: readonly EnrichRow[], now: number): readonly string[] {
  const oldest = dayOf(now - staleDays * 86_400);
  const stale = rows.filter(({ facts: { seen } }) => seen !== null && seen.observed < oldest);
  const formatCount = outcomes.map((outcome) => ({
    name: outcome,
    rows: rows.filter((row) => row.outcome === outcome),
  }));
  const lines = [...formatCount, { name: `stale (not observed since ${oldest})`, rows: stale }].filter(
    (one) => one.rows.length > 0,
  );
  return [
    `${rows.length} repositories, ${rows.filter(({ changed }) => changed).length} facts files changed`,
    ...lines.map(({ name, rows: own }) => {
      const names = ['fresh', 'unchanged', 'kept'].includes(name)
        ? ''
        : `: ${own.map(({ framework }) => framework).join(', ')}`;
      return `${String(own.length).padStart(5)} ${name}${names}`;
    }),
  ];
}

function choose(
  { registry }: Project,
  { only, accepted }: EnrichOptions,
): readonly (Framework & { readonly repository: string })[] {
  const ids = registry.frameworks.map(({ id }) => id);
  const stranger = [...(only ?? []), ...accepted].find((id) => !ids.includes(id));
  if (stranger !== undefined) throw new UserError(unexpected('framework', stranger, ids));
  return registry.frameworks.filter(
    (framework): framework is Framework & { readonly repository: string } =>
      framework.repository !== null && (only === null || only.includes(framework.id)),
  );
}

async function enrichOne(
  framework: Framework & { readonly repository: string },
  project: Project,
  options: EnrichOptions,
  world: EnrichWorld,
  detect: () => Promise<LicenseReader>,
): Promise<EnrichRow> {
  const previous = project.repositories.get(framework.id) ?? null;
  if (previous !== null && isYoung(previous, framework, options.staleDays, world.now))
    return { framework: framework.id, outcome: 'kept', facts: previous, changed: false, bug: null };
  const folder = mkdtempSync(join(world.workFolder, `${framework.id}-`));
  try {
    const { now, access, signal } = world;
    const { timeoutSeconds } = options;
    const question = askOf(framework, project, previous, options);
    const observation = await observeRepository(question, { now, folder, access, detect, timeoutSeconds, signal });
    return keep(framework, previous, observation, options, world);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function isYoung(
  { repository, seen, failure }: RepositoryFacts,
  framework: Framework,
  staleDays: number | null,
  now: number,
): boolean {
  if (staleDays === null || seen === null || failure !== null || repository !== framework.repository) return false;
  return seen.observed > dayOf(now - staleDays * 86_400);
}

function askOf(
  framework: Framework & { readonly repository: string },
  { registry: { catalog, site } }: Project,
  previous: RepositoryFacts | null,
  { accepted }: EnrichOptions,
): Question {
  const asked = catalog.features.flatMap(({ fromGit }): Asked[] =>
    fromGit?.kind === 'grep' ? fromGit.patterns.map((pattern) => ({ pattern, in: fromGit.in })) : [],
  );
  const days = site.editions.flatMap(({ on, frameworks }) =>
    on !== null && (frameworks === null || frameworks.includes(framework.id)) ? [on] : [],
  );
  return {
    framework: framework.id,
    repository: framework.repository,
    templates: framework.tags,
    asked: [...new Map(asked.map((one) => [`${one.in} ${one.pattern}`, one])).values()],
    days: [...new Set(days)].sort(),
    hosts: site.hosts,
    previous,
    accepted: accepted.includes(framework.id),
  };
}

/** Writes the facts where they changed. Facts of an address that the registry no longer names stay until new ones are read. */
function keep(
  framework: Framework & { readonly repository: string },
  previous: RepositoryFacts | null,
  { outcome, seen, failure, bug }: Observation,
  { dryRun }: EnrichOptions,
  world: EnrichWorld,
): EnrichRow {
  const { id, repository } = framework;
  const facts: RepositoryFacts = { framework: id, repository, seen, failure, file: `data/repositories/${id}.json` };
  const text = printFacts(facts);
  const superseded = previous?.seen != null && seen === null;
  const changed = !superseded && (previous === null || printFacts(previous) !== text);
  if (changed && !dryRun) world.writeFacts(id, text);
  return { framework: id, outcome, facts, changed, bug };
}

/** Works on all items, at most `atOnce` at a time; results in the order of the items. */
async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T, at);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
