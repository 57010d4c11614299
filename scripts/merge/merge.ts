import type { Benchmark } from '../domain/benchmark.ts';
import type { Claim } from '../domain/claim.ts';
import { compareDates, earliestDay, yearsBetween } from '../domain/dates.ts';
import { cellsIn } from '../domain/edition.ts';
import type { RepositoryFacts } from '../domain/facts.ts';
import type { Feature } from '../domain/feature.ts';
import type { Framework } from '../domain/framework.ts';
import type { Project } from '../domain/project.ts';
import type {
  BenchmarkReport,
  CellChange,
  Contradiction,
  DatedClaim,
  Edition,
  EditionDiff,
  MatrixCell,
  Report,
} from '../domain/report.ts';
import type { Run } from '../domain/run.ts';
import { seriesStylesOf } from '../domain/series-style.ts';
import type { EditionDefinition, Registry } from '../domain/site.ts';
import { fillFromGit } from './filled.ts';
import { findEvidence } from './git-evidence.ts';
import { applyShortlist } from './shortlists.ts';
import { summarizeSweeps } from './statistics.ts';

/** Merges a project into its report: editions, edition diffs, shortlists, summaries. `today` replaces the newest day in the data. */
export function mergeReport(project: Project, today: string | null): Report {
  const { registry, benchmarks, runs, repositories } = project;
  const updated = today ?? newestDay(registry, runs, repositories);
  const editions = registry.site.editions.map((definition) =>
    mergeEdition(registry, definition, definition.on ?? updated, repositories),
  );
  const latest = editions.find(({ definition }) => definition.on === null) ?? (editions.at(-1) as Edition);
  const claims = registry.frameworks.flatMap((framework) => [...framework.claims.values()].flat());
  return {
    site: registry.site,
    catalog: registry.catalog,
    sources: registry.sources,
    frameworks: registry.frameworks,
    repositories,
    editions,
    latest,
    comparisons: editions.filter((edition) => edition !== latest).map((before) => diffEditions(before, latest)),
    shortlists: registry.shortlists.flatMap((shortlist) =>
      editions.map((edition) => applyShortlist(shortlist, edition, repositories)),
    ),
    benchmarks: inOrder(benchmarks, registry.site.benchmarks).map((benchmark) =>
      mergeBenchmark(benchmark, runs, registry.frameworks),
    ),
    programs: project.programs,
    figureParts: project.figureParts,
    redirects: project.redirects,
    prose: project.prose,
    contradictions: findContradictions(latest, editions),
    toReview: latest.rows.flatMap(({ cells }) => cells.filter(({ aged, filled }) => aged && !filled)),
    updated,
    claimCount: claims.filter(({ on }) => on !== null).length,
    sourcedCount: claims.filter(({ sources }) => sources.length > 0).length,
  };
}

/** The claim in a cell's history that an edition shows. */
export function claimAt(
  history: readonly Claim[],
  { on, source }: Pick<EditionDefinition, 'on' | 'source'>,
): Claim | null {
  const dated = history.filter(
    (claim): claim is DatedClaim => claim.on !== null && (on === null || earliestDay(claim.on) <= on),
  );
  const own = dated.filter((claim) => cites(claim, source));
  const candidates = own.length > 0 ? own : dated;
  const newest = candidates.reduce<DatedClaim | null>(
    (best, claim) => (best === null || compareDates(claim.on, best.on) >= 0 ? claim : best),
    null,
  );
  return newest ?? (on === null ? (history.find((claim) => claim.on === null) ?? null) : null);
}

/** Every claim that a repository contradicts, once, with the newest edition that shows it. */
function findContradictions(latest: Edition, editions: readonly Edition[]): readonly Contradiction[] {
  const newestFirst = [latest, ...editions.filter((edition) => edition !== latest).toReversed()];
  const all = newestFirst.flatMap((edition) =>
    edition.rows.flatMap(({ cells }) => cells.flatMap((cell) => toContradiction(cell, edition))),
  );
  return [...new Map(all.toReversed().map((one) => [one.claim, one])).values()].toReversed();
}

function toContradiction(cell: MatrixCell, edition: Edition): readonly Contradiction[] {
  const { claim, git } = cell;
  return claim !== null && git?.verdict === 'contradicted' ? [{ cell, claim, evidence: git, edition }] : [];
}

function mergeEdition(
  registry: Registry,
  definition: EditionDefinition,
  asOf: string,
  repositories: ReadonlyMap<string, RepositoryFacts>,
): Edition {
  const features = pick(registry.catalog.features, definition.features);
  const order = registry.site.categories.map(({ id }) => id);
  const sorted = [...registry.frameworks].sort(
    (a, b) => order.indexOf(a.category) - order.indexOf(b.category) || byName(a, b),
  );
  const frameworks = pick(sorted, definition.frameworks);
  const rows = frameworks.map((framework) => ({
    framework,
    cells: features.map((feature) => mergeCell(framework, feature, definition, asOf, repositories.get(framework.id))),
  }));
  return { definition, asOf, features, rows };
}

function pick<T extends { readonly id: string }>(all: readonly T[], ids: readonly string[] | null): readonly T[] {
  if (ids === null) return all;
  const byId = new Map(all.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function byName(a: Framework, b: Framework): number {
  const left = a.name.toLowerCase();
  const right = b.name.toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

function mergeCell(
  framework: Framework,
  feature: Feature,
  definition: EditionDefinition,
  asOf: string,
  facts: RepositoryFacts | undefined,
): MatrixCell {
  const history = framework.claims.get(feature.id) ?? [];
  const claimed = claimAt(history, definition);
  const evidence = findEvidence(feature, claimed, facts, definition.on);
  const filled = fillFromGit(feature, claimed, evidence, framework);
  const claim = filled ?? claimed;
  const age = claim === null || claim.on === null ? 0 : yearsBetween(earliestDay(claim.on), asOf);
  return {
    framework,
    feature,
    claim,
    filled: filled !== null,
    disputes: claim === null ? [] : disputesOf(claim, history),
    corrections: claim === null ? [] : correctionsOf(claim, history, definition.source),
    aged: feature.reviewYears !== null && age >= feature.reviewYears,
    git: filled === null ? evidence : null,
  };
}

function correctionsOf(shown: Claim, history: readonly Claim[], source: string | null): readonly Claim[] {
  return history.filter(
    (claim) =>
      shown.on !== null &&
      claim.on !== null &&
      compareDates(claim.on, shown.on) > 0 &&
      cites(claim, source) &&
      JSON.stringify(claim.value) !== JSON.stringify(shown.value),
  );
}

function cites({ sources }: Claim, source: string | null): boolean {
  return sources.some((one) => one.kind === 'named' && one.source === source);
}

/** The claims of a history that contradict `claim`, or that it contradicts. */
export function disputesOf(claim: Claim, history: readonly Claim[]): readonly Claim[] {
  return history.filter((other) => other !== claim && (isDisputed(claim, other) || isDisputed(other, claim)));
}

function isDisputed(claim: Claim, by: Claim): boolean {
  if (claim.on === null || by.disputes === null || compareDates(claim.on, by.disputes) !== 0) return false;
  return JSON.stringify(claim.value) !== JSON.stringify(by.value);
}

function diffEditions(before: Edition, after: Edition): EditionDiff {
  const rows = before.rows.map(({ framework, cells }) => {
    const today = cellsIn(after, framework);
    const changes = cells.flatMap((cell): CellChange[] => {
      const counterpart = today.find(({ feature }) => feature === cell.feature);
      return counterpart === undefined
        ? []
        : [{ before: cell, after: counterpart, kind: changeKind(cell, counterpart) }];
    });
    return { framework, changes };
  });
  return { before, after, rows };
}

function changeKind(before: MatrixCell, after: MatrixCell): CellChange['kind'] {
  if (before.claim === after.claim) return 'repeated';
  return JSON.stringify(before.claim?.value) === JSON.stringify(after.claim?.value) ? 'same' : 'changed';
}

/** The named benchmarks first, in that order, then the others. */
function inOrder(benchmarks: readonly Benchmark[], ids: readonly string[]): readonly Benchmark[] {
  return [...pick(benchmarks, ids), ...benchmarks.filter(({ id }) => !ids.includes(id))];
}

function mergeBenchmark(benchmark: Benchmark, runs: readonly Run[], frameworks: readonly Framework[]): BenchmarkReport {
  const newestFirst = runs
    .filter((run) => run.benchmark === benchmark.id)
    .sort((a, b) => compareDates(b.date, a.date) || (a.id < b.id ? -1 : 1));
  const lead = newestFirst.find(({ id }) => id === benchmark.lead) ?? newestFirst[0];
  const reports = [...newestFirst.filter((run) => run === lead), ...newestFirst.filter((run) => run !== lead)].map(
    (run) => ({ run, sweeps: summarizeSweeps(run, benchmark) }),
  );
  const measures = new Map(benchmark.measures.map((measure) => [measure.id, measure]));
  return { benchmark, measures, runs: reports, seriesStyles: seriesStylesOf(benchmark, newestFirst, frameworks) };
}

/** The newest day in any claim, source, run or observation. */
function newestDay(
  registry: Registry,
  runs: readonly Run[],
  repositories: ReadonlyMap<string, RepositoryFacts>,
): string {
  const claims = registry.frameworks.flatMap(({ claims: all }) => [...all.values()].flat());
  const days = [
    ...claims.flatMap(({ on }) => (on === null ? [] : [on.text])),
    ...[...registry.sources.values()].map(({ date }) => date),
    ...runs.map(({ date }) => date.text),
    ...[...repositories.values()].flatMap(({ seen, failure }) => [seen?.observed ?? '', failure?.since ?? '']),
  ];
  return days.filter((day) => day.length === 10).reduce((newest, day) => (day > newest ? day : newest), '1970-01-01');
}
