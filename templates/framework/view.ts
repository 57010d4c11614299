import type { Claim } from '../../scripts/domain/claim.ts';
import { compareDates } from '../../scripts/domain/dates.ts';
import type { Feature } from '../../scripts/domain/feature.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { DatedClaim, Evidence, Report } from '../../scripts/domain/report.ts';
import { formatClaim, formatCount, formatDate } from '../../scripts/render/format.ts';
import { jsonInScript } from '../../scripts/render/html.ts';
import { viewSource } from '../../scripts/render/source.ts';
import { compareHref, type Prepared } from '../compare/comparisons.ts';
import { leastAnswers, type Similarity } from '../compare/similar.ts';
import { viewEditionDiff } from '../matrix/view.ts';
import { newestFirst, viewCell, viewClaim } from '../parts/claim/view.ts';
import { linesHtml, type ProgramView } from '../parts/program/view.ts';
import { viewRepository } from '../parts/repository/view.ts';
import { viewResults, warnOfResults } from './results.ts';

/** A framework's page: facts, results, claims by group with their proofs, and the claims in order of time. */
export function viewFramework(
  framework: Framework,
  report: Report,
  programs: readonly ProgramView[],
  prepared: readonly Prepared[],
  similar: readonly Similarity[],
): object {
  const { site, catalog } = report;
  const claims = [...framework.claims.values()].flat();
  const dated = claims.filter(({ on }) => on !== null);
  return {
    name: framework.name,
    summary: framework.summary ?? '',
    facts: factsOf(framework, report),
    claimSummary: `${formatCount(dated.length, 'claim')}, ${formatSourced(dated)}`,
    glance: viewGlance(framework, report),
    groups: catalog.groups.map(({ id, label }) => ({
      id: `group-${id}`,
      label,
      features: catalog.features
        .filter(({ group }) => group === id)
        .map((feature) => viewFeature(feature, framework, report)),
    })),
    disputes: viewDisputes(framework, report),
    contradictions: viewContradicted(framework, report),
    repository: viewRepository(report.repositories.get(framework.id), framework.id, report.updated),
    results: viewResults(framework, report),
    resultsWarning: warnOfResults(framework, report),
    programs: viewPrograms(framework, programs),
    changes: viewChanges(framework, report),
    similar: viewSimilar(framework, similar, prepared, site.base),
    similarRule: `By the share of equal answers among the questions that both answer, at least ${leastAnswers} of them. That two frameworks answer alike does not say that they are.`,
    compared: prepared
      .filter(({ frameworks }) => frameworks.includes(framework))
      .map(({ path, title }) => ({ href: `${site.base}${path}`, title })),
    timeline: viewTimeline(framework, catalog.features),
    editHref: `${site.repository}/edit/${site.branch}/${framework.file}`,
    jsonHref: `${site.base}api/v1/frameworks/${framework.id}.json`,
    compareHref: `${site.base}frameworks/${framework.id}.json`,
    dataHtml: `<script type="application/ld+json">${jsonInScript(sourceCodeOf(framework, report))}</script>`,
  };
}

function formatSourced(claims: readonly Claim[]): string {
  const sourced = claims.filter(({ sources }) => sources.length > 0).length;
  return `${claims.length > 1 && sourced === claims.length ? 'all' : sourced} with a proof`;
}

/** Every answer of today in short, by group; each leads to its claims below. */
function viewGlance(framework: Framework, { latest, catalog, site }: Report): readonly object[] {
  const cells = latest.rows.find((row) => row.framework === framework)?.cells ?? [];
  return catalog.groups
    .map(({ id, label }) => ({
      id: `group-${id}`,
      label,
      rows: cells
        .filter(({ feature }) => feature.group === id)
        .map((cell) => ({ label: cell.feature.label, cell: viewCell(cell, site.base) })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** What became of the answers of older editions. */
function viewChanges(framework: Framework, report: Report): readonly object[] {
  return report.comparisons.flatMap((comparison) => {
    const rows = comparison.rows.filter((row) => row.framework === framework);
    return rows.length === 0 ? [] : [viewEditionDiff({ ...comparison, rows }, report)];
  });
}

function viewSimilar(
  framework: Framework,
  similar: readonly Similarity[],
  prepared: readonly Prepared[],
  base: string,
): readonly object[] {
  return similar.map(({ framework: other, equal, answered }) => ({
    name: other.name,
    href: `${base}frameworks/${other.id}/`,
    text: `${equal} of ${answered} answers are equal`,
    compareHref: compareHref([framework, other], prepared, base),
  }));
}

function viewPrograms({ id }: Framework, programs: readonly ProgramView[]): readonly object[] {
  return programs
    .filter(({ frameworks }) => frameworks.includes(id))
    .map(({ compared: program }, index) => ({
      id: `program-${program.id}`,
      label: program.label,
      about: `Of ${program.written}. ${program.about}`,
      note: program.note,
      command: `${program.command} PORT`,
      open: index === 0,
      files: program.files.map(({ name, lines }) => ({ name, codeHtml: linesHtml(lines) })),
    }));
}

/** The framework in the words of schema.org. */
function sourceCodeOf({ id, name, summary, homepage, repository, language }: Framework, report: Report): object {
  const { site, latest, catalog } = report;
  const licenses = catalog.features.filter(({ kind }) => kind === 'license');
  const cells = latest.rows.find(({ framework }) => framework.id === id)?.cells ?? [];
  const license = cells.find(({ feature }) => feature === licenses[0])?.claim?.value;
  const single = typeof license === 'string' && /^(?!LicenseRef|unknown$|inapplicable$)[A-Za-z0-9.+-]+$/.test(license);
  return {
    '@context': 'https://schema.org',
    '@type': 'SoftwareSourceCode',
    name,
    url: `${site.url}${site.base}frameworks/${id}/`,
    programmingLanguage: language,
    ...(summary === null ? {} : { description: summary }),
    ...(repository === null ? {} : { codeRepository: repository }),
    ...(homepage === null ? {} : { sameAs: homepage }),
    ...(single ? { license: `https://spdx.org/licenses/${license}` } : {}),
  };
}

function factsOf(framework: Framework, { site }: Report): readonly object[] {
  const category = site.categories.find(({ id }) => id === framework.category)?.label ?? framework.category;
  const link = (href: string | null): { readonly text: string; readonly href: string } => ({
    text: (href ?? '').replace(/^https?:\/\//, ''),
    href: href ?? '',
  });
  return [
    { label: 'Language', text: framework.language, href: '' },
    { label: 'Category', text: category, href: '' },
    ...(framework.homepage === null ? [] : [{ label: 'Home page', ...link(framework.homepage) }]),
    {
      label: 'Repository',
      ...(framework.repository === null ? { text: 'not known', href: '' } : link(framework.repository)),
    },
    ...(framework.package === null
      ? []
      : [{ label: 'Package', text: `${framework.package.name} (${framework.package.index})`, href: '' }]),
  ];
}

function viewFeature(feature: Feature, framework: Framework, report: Report): object {
  const history = framework.claims.get(feature.id) ?? [];
  return {
    id: feature.id,
    label: feature.label,
    question: feature.question,
    silent: history.every(({ on, value, sources }) => on === null && value === 'unknown' && sources.length === 0),
    improveHref: improveHref(history, framework, report),
    evidence: viewEvidence(feature, framework, report),
    claims: newestFirst(history).map((claim) => viewClaim(claim, feature, framework, report.site, report.sources)),
  };
}

/** The line to improve where nothing is claimed yet: that of an open question, or the file. */
function improveHref([open]: readonly Claim[], framework: Framework, { site }: Report): string {
  const line = open === undefined ? '' : `#L${open.place.line}`;
  return `${site.repository}/edit/${site.branch}/${framework.file}${line}`;
}

/** What git says to the answer that each edition shows; where two editions hear the same, it is said once. */
function viewEvidence(feature: Feature, framework: Framework, { editions, sources }: Report): readonly object[] {
  const heard = editions.toReversed().flatMap(({ definition, rows }) => {
    const cell = rows.find((row) => row.framework === framework)?.cells.find((one) => one.feature === feature);
    return cell?.git == null ? [] : [{ git: cell.git, claim: cell.claim, edition: definition.label }];
  });
  const once = new Map(
    heard.toReversed().map((one) => [JSON.stringify([one.git.says, one.git.asOf, one.git.verdict]), one]),
  );
  return [...once.values()].toReversed().map(({ git, claim, edition }) => ({
    verdict: git.verdict,
    sentence: formatVerdict(git, claim, feature),
    edition,
    asOf: git.asOf,
    source: viewSource(git.source, sources),
  }));
}

function formatVerdict({ verdict, says }: Evidence, claim: Claim | null, feature: Feature): string {
  const claimed = claim === null ? '' : formatClaim(claim, feature);
  switch (verdict) {
    case 'confirmed':
      return `confirms ${claimed}: ${says}`;
    case 'contradicted':
      return `contradicts ${claimed}: ${says}`;
    case 'inconclusive':
      return `does not decide it: ${says}`;
    default:
      return verdict satisfies never;
  }
}

/** The features on which voices contradict one another, whichever edition shows it. */
function viewDisputes(framework: Framework, { catalog }: Report): readonly object[] {
  return catalog.features
    .filter(({ id }) => (framework.claims.get(id) ?? []).some(({ disputes }) => disputes !== null))
    .map(({ id, label }) => ({ id, label }));
}

/** The features on which the repository contradicts a claim, whichever edition shows it. */
function viewContradicted(framework: Framework, { contradictions }: Report): readonly object[] {
  const features = contradictions.filter(({ cell }) => cell.framework === framework).map(({ cell }) => cell.feature);
  return [...new Set(features)].map(({ id, label }) => ({ id, label }));
}

function viewTimeline(framework: Framework, features: readonly Feature[]): readonly object[] {
  const all = features.flatMap((feature) =>
    (framework.claims.get(feature.id) ?? []).map((claim: Claim) => ({ claim, feature })),
  );
  return all
    .filter((one): one is { claim: DatedClaim; feature: Feature } => one.claim.on !== null)
    .sort((a, b) => compareDates(a.claim.on, b.claim.on))
    .map(({ claim, feature }) => ({
      date: formatDate(claim.on),
      label: feature.label,
      id: feature.id,
      text: formatClaim(claim, feature),
      said: claim.said ?? '',
    }));
}
