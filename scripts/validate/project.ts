import type { Benchmark } from '../domain/benchmark.ts';
import type { NamedSource } from '../domain/claim.ts';
import type { Catalog } from '../domain/feature.ts';
import type { FigurePart, Redirect } from '../domain/figure.ts';
import { isId, stemOf } from '../domain/ids.ts';
import { issue } from '../domain/issue.ts';
import type { ProgramSet } from '../domain/program.ts';
import type { Project } from '../domain/project.ts';
import type { Run } from '../domain/run.ts';
import { splitSweeps } from '../domain/series.ts';
import type { Registry, SiteSettings } from '../domain/site.ts';
import type { Issue, Source, TextFile } from '../domain/source.ts';
import type { BenchmarkFiles, Loaded } from '../load/project.ts';
import { readAcknowledged } from './acknowledged.ts';
import { checkBadges } from './badges.ts';
import { readBenchmark } from './benchmark.ts';
import { readCatalog } from './catalog.ts';
import { checkChartData, checkTemplates, withCategories, withFacets } from './charts.ts';
import { checkDirectives, type DirectiveNames } from './directives.ts';
import { checkFigureIds, checkParts, checkRedirects, readParts, readRedirects, wholeFigures } from './figures.ts';
import { readFramework } from './framework.ts';
import { checkFactsFuture, checkFuture } from './future.ts';
import { checkLead } from './lead.ts';
import { checkPage } from './page.ts';
import { checkSweeps, checkUnchanged, readPrograms } from './program.ts';
import { checkFramework, checkRun, type Known } from './references.ts';
import { checkRepositoryFacts, readRepositoryFacts } from './repository.ts';
import { checkTables, readRun } from './run.ts';
import { checkScales } from './scales.ts';
import { checkSeriesStyles } from './series-styles.ts';
import { checkEditions, checkShortlists } from './settings.ts';
import type { Checked } from './shape.ts';
import { readShortlists, readSite, readSources } from './site.ts';

interface Validated {
  /** Null only if the catalog, the sources or the settings of the site cannot be read. */
  readonly project: Project | null;
  readonly issues: readonly Issue[];
}

/** Validates all loaded inputs and returns the project with every issue of every file; `latestDay` is the last one allowed. */
export function validateProject(loaded: Loaded, latestDay: string): Validated {
  const issues: Issue[] = [...loaded.issues, ...checkDates(loaded, latestDay)];
  const site = take(loaded.site, readSite, issues);
  const catalog = take(loaded.catalog, readCatalog, issues);
  const sources = take(loaded.sources, readSources, issues);
  const shortlists = take(loaded.shortlists, readShortlists, issues) ?? [];
  const frameworks = loaded.frameworks.flatMap((source) => {
    const framework = take(source, (one) => readFramework(one, stemOf(one.file)), issues);
    return framework === null ? [] : [{ framework, source }];
  });
  const measured = loaded.benchmarks.flatMap((files) => readBenchmarkFiles(files, loaded.programs, issues));
  const facts = loaded.repositories.flatMap((source) => {
    const read = take(source, (one) => readRepositoryFacts(one, stemOf(one.file)), issues);
    return read === null ? [] : [{ facts: read, source }];
  });
  const figureParts = take(loaded.figures, readParts, issues) ?? [];
  const redirects = take(loaded.redirects, readRedirects, issues) ?? [];
  take(loaded.acknowledged, readAcknowledged, issues);
  const known = namesOf(loaded, site, catalog, sources);
  issues.push(
    ...loaded.pages.flatMap(checkPage),
    ...loaded.benchmarks.flatMap(checkFolders),
    ...measured.flatMap(({ benchmark, source }) => checkTemplates(source, benchmark, loaded.kit.templates)),
    ...frameworks.flatMap(({ framework, source }) => checkFramework(framework, source, known)),
    ...facts.flatMap((one) =>
      checkRepositoryFacts(
        one.facts,
        one.source,
        frameworks.map(({ framework }) => framework),
      ),
    ),
    ...(loaded.site === null || site === null ? [] : checkEditions(loaded.site, site, known)),
    ...(loaded.shortlists === null ? [] : checkShortlists(loaded.shortlists, shortlists, known)),
    ...measured.flatMap(({ runs }) => runs.flatMap(({ run, source }) => checkRun(run, source, known))),
    ...measured.flatMap(checkMeasured),
    ...(loaded.site === null || site === null ? [] : checkBadges(loaded.site, site, measured)),
    ...checkSeriesStyles(measured, frameworks),
    ...checkFigureNames(loaded, site, catalog, measured, figureParts, redirects),
  );
  if (site === null || catalog === null || sources === null) return { project: null, issues };
  const registry: Registry = {
    site,
    catalog,
    sources,
    shortlists,
    frameworks: frameworks.map(({ framework }) => framework),
  };
  const benchmarks = measured.map(drawnBenchmark);
  const runs = measured.flatMap((one) => one.runs.map(({ run }) => run));
  const repositories = new Map(facts.map((one) => [one.facts.framework, one.facts]));
  const programs = measured.flatMap((one) => one.programs ?? []);
  return {
    project: { registry, benchmarks, runs, repositories, programs, figureParts, redirects, prose: loaded.pages },
    issues,
  };
}

/** Checks everything that refers to a figure: parts of figures, redirects, directives in prose. */
function checkFigureNames(
  loaded: Loaded,
  site: SiteSettings | null,
  catalog: Catalog | null,
  measured: readonly Measured[],
  parts: readonly FigurePart[],
  redirects: readonly Redirect[],
): readonly Issue[] {
  // If the settings or the features are broken, every reference to them would look broken too.
  if (site === null || catalog === null) return [];
  const benchmarks = measured.map(drawnBenchmark);
  const whole = wholeFigures(benchmarks, site);
  const runs = measured.flatMap((one) => one.runs.map(({ run }) => run));
  const known: DirectiveNames = {
    figures: [...whole, ...parts.map(({ id }) => id)],
    frameworks: loaded.frameworkIds,
    features: catalog.features.map(({ id }) => id),
    benchmarks: benchmarks.map(({ id }) => id),
    pages: loaded.pages.map(({ file }) => file.replace(/^site\/pages\/|\.md$/g, '')),
    editions: site.editions.map(({ id }) => id),
    runs: new Map(benchmarks.flatMap((benchmark) => seriesByRun(benchmark, runs))),
    measures: benchmarks.flatMap(({ measures }) =>
      measures.filter(({ kind }) => kind === 'number').map(({ id }) => id),
    ),
    parts: parts.map(({ id }) => id),
  };
  return [
    ...checkFigureIds(measured, site),
    ...(loaded.figures === null ? [] : checkParts(loaded.figures, parts, whole, known)),
    ...(loaded.redirects === null ? [] : checkRedirects(loaded.redirects, redirects, known)),
    ...loaded.pages.flatMap((page) => checkDirectives(page, known)),
  ];
}

/** Checks that nothing is dated in the future. */
function checkDates(loaded: Loaded, latestDay: string): readonly Issue[] {
  const described = loaded.benchmarks.flatMap(({ source, programs, runs }) => [
    source,
    programs,
    ...runs.map((run) => run.source),
  ]);
  const authored = [loaded.site, loaded.sources, loaded.shortlists, ...loaded.frameworks, ...described];
  return [
    ...authored.flatMap((source) => (source === null ? [] : checkFuture(source, latestDay))),
    ...loaded.repositories.flatMap((source) => checkFactsFuture(source, latestDay)),
  ];
}

/** The names that may be referred to; a broken file must not make every reference to it look broken too. */
function namesOf(
  loaded: Loaded,
  site: SiteSettings | null,
  catalog: Catalog | null,
  sources: ReadonlyMap<string, NamedSource> | null,
): Known {
  return {
    frameworks: loaded.frameworkIds,
    features: catalog?.features ?? null,
    sources,
    categories: site?.categories.map(({ id }) => id) ?? null,
    hosts: site?.hosts ?? null,
    editions: site?.editions.map(({ id }) => id) ?? null,
    benchmarks: loaded.benchmarks.map(({ id }) => id),
  };
}

/** Checks a benchmark against its runs. */
function checkMeasured({ benchmark, source, runs, runIds }: Measured): readonly Issue[] {
  const all = runs.map(({ run }) => run);
  return [
    ...checkLead(source, benchmark, all, runIds),
    ...checkChartData(source, benchmark, all),
    ...checkScales(benchmark, all),
  ];
}

/** A benchmark as it is drawn: with a chart for each value of a facet. */
function drawnBenchmark({ benchmark, runs }: Measured): Benchmark {
  return withFacets(
    benchmark,
    runs.map(({ run }) => run),
  );
}

/** The series of each run of a benchmark; the keys are `benchmark/run`. */
function seriesByRun(benchmark: Benchmark, runs: readonly Run[]): readonly (readonly [string, readonly string[]])[] {
  return runs
    .filter((run) => run.benchmark === benchmark.id)
    .map((run) => [`${benchmark.id}/${run.id}`, splitSweeps(run, benchmark).map(({ series }) => series)]);
}

/** Checks the names of folders and CSV files, which become URLs and ids. */
function checkFolders({ id, runs }: BenchmarkFiles): readonly Issue[] {
  const named = [
    { file: `data/${id}/benchmark.yaml`, name: id },
    ...runs.flatMap((run) => [
      { file: `data/${id}/runs/${run.id}/run.yaml`, name: run.id },
      ...run.tables.map(({ file }) => ({ file, name: file.replace(/^.*\/|\.csv$/g, '') })),
    ]),
  ];
  return named
    .filter(({ name }) => !isId(name))
    .map(({ file, name }) =>
      issue(
        'file-name',
        { file, line: 1, column: 1 },
        `The name \`${name}\` is not an id; use lowercase letters, digits and single hyphens`,
      ),
    );
}

interface Measured {
  readonly benchmark: Benchmark;
  readonly source: Source;
  readonly runs: readonly { readonly run: Run; readonly source: Source }[];
  /** All of them, also those that cannot be read. */
  readonly runIds: readonly string[];
  readonly programs: ProgramSet | null;
}

function readBenchmarkFiles(files: BenchmarkFiles, texts: readonly TextFile[], issues: Issue[]): readonly Measured[] {
  const benchmark = take(files.source, (source) => readBenchmark(source, files.id), issues);
  if (benchmark === null || files.source === null) return [];
  const runs = files.runs.flatMap(({ id, source, tables }) => {
    const run = take(source, (one) => readRun(one, tables, id, benchmark), issues);
    if (source === null) issues.push(...checkTables(tables, benchmark));
    return run === null || source === null ? [] : [{ run, source }];
  });
  const programs = take(files.programs, (one) => readPrograms(one, files.id, texts), issues);
  if (programs !== null && files.programs !== null) {
    issues.push(
      ...checkSweeps(
        files.programs,
        programs,
        runs.map(({ run }) => run),
      ),
    );
    const lead = runs.find(({ run }) => run.id === benchmark.lead) ?? (runs.length === 1 ? runs[0] : undefined);
    issues.push(...checkUnchanged(files.programs, programs, lead?.run));
  }
  const whole = withCategories(
    benchmark,
    runs.map(({ run }) => run),
  );
  return [{ benchmark: whole, source: files.source, runs, runIds: files.runs.map(({ id }) => id), programs }];
}

function take<T>(source: Source | null, read: (source: Source) => Checked<T>, issues: Issue[]): T | null {
  if (source === null) return null;
  const { value, issues: found } = read(source);
  issues.push(...found);
  return value;
}
