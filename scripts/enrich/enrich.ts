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
import { type Observation, observeRepository, type Question } from './git/observe.ts';
import { type LicenseReader, readLicenseList } from './licenses/read.ts';

export interface EnrichOptions {
  /** The frameworks to read; null for all that have a repository. */
  readonly only: readonly string[] | null;
  /** Skip what was observed within this many days; null to read every repository. */
  readonly staleDays: number | null;
  /** Read, but write nothing. */
  readonly dryRun: boolean;
  /** Frameworks whose rewritten or shortened history a person has checked. */
  readonly accepted: readonly string[];
  /** The time limit for one repository. */
  readonly timeoutSeconds: number;
}

/** How enrichment reaches the outside world. */
interface EnrichWorld {
  readonly effects: Effects;
  readonly access: GitAccess;
  /** A folder for clones, each of which is removed as soon as its facts are read. */
  readonly workFolder: string;
  /** The current time in seconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly writeFacts: (framework: string, text: string) => void;
  readonly say: (line: string) => void;
}

export type Outcome = 'fresh' | 'unchanged' | 'kept' | Failure['state'];

/** The result for one framework's facts. */
export interface EnrichRow {
  readonly framework: string;
  readonly outcome: Outcome;
  readonly facts: RepositoryFacts;
  readonly changed: boolean;
  /** A bug of ours that this repository revealed; null if there was none. */
  readonly bug: unknown;
}

export interface Enriched {
  readonly issues: readonly Issue[];
  /** Null if the project has errors: then no repository was read. */
  readonly rows: readonly EnrichRow[] | null;
}

/** Reads the repositories of a project's frameworks and writes the changed facts, one file per framework. */
export async function enrich(options: EnrichOptions, world: EnrichWorld): Promise<Enriched> {
  const { project, issues: all } = validateProject(
    loadProject(world.effects.files, world.effects.shared),
    world.effects.latestDay,
  );
  // Damaged facts do not stop this run, since it may repair them.
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
  const to = failure.to === null ? '' : `; it names ${failure.to}, for you to check`;
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

/** The summary: how many repositories had which outcome, and which of them need attention. */
export function summarizeRows(rows: readonly EnrichRow[], now: number): readonly string[] {
  const oldest = dayOf(now - staleDays * 86_400);
  const stale = rows.filter(({ facts: { seen } }) => seen !== null && seen.observed < oldest);
  const changed = rows.filter((row) => row.changed).length;
  const repositories = rows.length === 1 ? '1 repository' : `${rows.length} repositories`;
  const byOutcome = outcomes.map((outcome) => ({
    name: outcome,
    rows: rows.filter((row) => row.outcome === outcome),
  }));
  const lines = [...byOutcome, { name: `stale (not observed since ${oldest})`, rows: stale }].filter(
    (one) => one.rows.length > 0,
  );
  return [
    `${repositories}, ${changed === 1 ? '1 facts file' : `${changed} facts files`} changed`,
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

/** Writes the facts if they changed. Facts of a URL that the registry no longer names stay until new ones are read. */
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

/** Processes all items, at most `atOnce` at a time, and returns the results in the order of the items. */
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
