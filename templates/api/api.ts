import type { Claim, NamedSource } from '../../scripts/domain/claim.ts';
import { writeDate } from '../../scripts/domain/dates.ts';
import type { Feature } from '../../scripts/domain/feature.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { Edition, MatrixCell, Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { viewSource } from '../../scripts/render/source.ts';
import { type ChangeDay, changesOf } from '../changes/changes.ts';
import type { Site } from '../layout/site.ts';
import { apiTables, tableCsv } from '../parts/dataset/tables.ts';
import type { Answer } from './answer.ts';
import { benchmarkOf, runOf, sourceJson } from './benchmark.ts';
import { renderContradictionsApi, repositoryFactsOf } from './facts.ts';
import type { frameworkShape } from './facts-shape.ts';
import type {
  changesShape,
  editionShape,
  featuresShape,
  frameworksShape,
  indexShape,
  shortlistsShape,
  sourcesShape,
} from './shape.ts';

type ClaimAnswer = Answer<typeof frameworkShape>['claims'][string][number];
type CellAnswer = Answer<typeof editionShape>['frameworks'][string][string];

/** Everything the site knows, as JSON and CSV under `api/v1/`. */
export function renderApi(site: Site): readonly Output[] {
  const { report } = site;
  return [
    json('index', indexOf(site)),
    json('features', featuresOf(report)),
    json('sources', [...report.sources.values()].map(sourceOf)),
    json(
      'frameworks',
      report.frameworks.map((framework) => summaryOf(framework, site)),
    ),
    ...report.frameworks.map((framework) => json(`frameworks/${framework.id}`, frameworkOf(framework, site))),
    renderContradictionsApi(report),
    ...report.editions.map((edition) => json(`editions/${edition.definition.id}`, editionOf(edition))),
    json('shortlists', shortlistsOf(report)),
    json(
      'changes',
      changesOf(report).map((day) => changeDayOf(day, report)),
    ),
    ...report.benchmarks.flatMap((benchmark) => [
      json(`benchmarks/${benchmark.benchmark.id}`, benchmarkOf(benchmark)),
      ...benchmark.runs.map((run) =>
        json(`benchmarks/${benchmark.benchmark.id}/${run.run.id}`, runOf(benchmark, run, site)),
      ),
    ]),
    ...apiTables(report).map((table) => ({ path: table.path, content: tableCsv(table) })),
  ];
}

function json(path: string, value: unknown): Output {
  return { path: `api/v1/${path}.json`, content: `${JSON.stringify(value)}\n` };
}

function indexOf({ report, absolute }: Site): Answer<typeof indexShape> {
  const { title, tagline, license } = report.site;
  return {
    version: 'v1',
    title,
    tagline,
    url: absolute.home,
    license,
    updated: report.updated,
    openapi: absolute.apiFile('openapi.json'),
    datapackage: absolute.file('datapackage.json'),
    feed: absolute.file('changes.xml'),
    frameworks: report.frameworks.map(({ id }) => id),
    editions: report.editions.map(({ definition, asOf }) => ({
      id: definition.id,
      label: definition.label,
      asOf,
    })),
    benchmarks: report.benchmarks.map(({ benchmark, runs }) => ({
      id: benchmark.id,
      runs: runs.map(({ run }) => run.id),
    })),
  };
}

/** Key by key and not by spreading: what the model gains is no part of the API until its schema says so. */
function featuresOf({ catalog: { groups, features } }: Report): Answer<typeof featuresShape> {
  return {
    groups: groups.map(({ id, label }) => ({ id, label })),
    features: features.map(featureOf),
  };
}

function featureOf(feature: Feature): Answer<typeof featuresShape>['features'][number] {
  const { id, label, short, question, help, group, kind, unit, better, choices, reviewYears, fromGit, facet } = feature;
  return { id, label, short, question, help, group, kind, unit, better, choices, reviewYears, fromGit, facet };
}

function sourceOf({
  id,
  title,
  author,
  url,
  date,
  parts,
  partUrl,
  note,
}: NamedSource): Answer<typeof sourcesShape>[number] {
  return { id, title, author, url, date, parts, partUrl, note };
}

function summaryOf(
  { id, name, summary, category, language, homepage, repository }: Framework,
  { absolute }: Site,
): Answer<typeof frameworksShape>[number] {
  return {
    id,
    name,
    summary,
    category,
    language,
    homepage,
    repository,
    page: absolute.framework(id),
  };
}

function frameworkOf(framework: Framework, site: Site): Answer<typeof frameworkShape> {
  const { report } = site;
  const claims = [...framework.claims].map(([feature, list]) => [feature, list.map((claim) => claimOf(claim, report))]);
  const facts = report.repositories.get(framework.id);
  return {
    ...summaryOf(framework, site),
    package: framework.package,
    claims: Object.fromEntries(claims),
    repositoryFacts: facts === undefined ? null : repositoryFactsOf(facts, report),
  };
}

function claimOf({ value, said, link, note, by, on, sources, disputes }: Claim, report: Report): ClaimAnswer {
  return {
    value,
    said,
    link,
    note,
    by,
    on: on === null ? null : writeDate(on),
    disputes: disputes === null ? null : writeDate(disputes),
    sources: sources.map((source) => sourceJson(source, report)),
  };
}

function changeDayOf(
  { date, answers, runs, first, confirmed }: ChangeDay,
  { sources }: Report,
): Answer<typeof changesShape>[number] {
  return {
    date: writeDate(date),
    answers: answers.map(({ framework, feature, kind, before, after }) => ({
      framework: framework.id,
      feature: feature.id,
      kind,
      before: { value: before.value, on: writeDate(before.on) },
      after: {
        value: after.value,
        said: after.said,
        sources: after.sources.map((source) => viewSource(source, sources).href),
      },
    })),
    runs: runs.map(({ benchmark: { benchmark }, run }) => ({ benchmark: benchmark.id, run: run.id, title: run.title })),
    first: Object.fromEntries(first.map(([framework, count]) => [framework.id, count])),
    confirmed,
  };
}

function cellOf({ claim, disputes, aged, filled, git }: MatrixCell): CellAnswer {
  return {
    value: claim?.value ?? 'unknown',
    said: claim?.said ?? null,
    on: claim?.on == null ? null : writeDate(claim.on),
    disputed: disputes.length > 0,
    aged,
    fromGit: filled,
    git: git === null ? null : { verdict: git.verdict, says: git.says, asOf: git.asOf },
  };
}

function editionOf({ definition, asOf, features, rows }: Edition): Answer<typeof editionShape> {
  return {
    id: definition.id,
    label: definition.label,
    asOf,
    features: features.map(({ id }) => id),
    frameworks: Object.fromEntries(
      rows.map(({ framework, cells }) => [
        framework.id,
        Object.fromEntries(cells.map((cell) => [cell.feature.id, cellOf(cell)])),
      ]),
    ),
  };
}

function shortlistsOf({ shortlists }: Report): Answer<typeof shortlistsShape> {
  return shortlists.map(({ shortlist, edition, entries, disagreements }) => ({
    id: shortlist.id,
    edition: edition.definition.id,
    conditions: shortlist.conditions,
    frameworks: entries.filter(({ meets }) => meets).map(({ framework }) => framework.id),
    disagreements: disagreements.map(({ row, listed }) => ({
      framework: row.framework.id,
      listed,
      meets: row.meets,
    })),
  }));
}
