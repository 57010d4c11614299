import { compareDates } from '../dates.ts';
import type { Benchmark, Claim, Feature, Framework, Measure, Statement, TextFile } from '../model.ts';
import type { DatedClaim, Report, Witness } from '../report.ts';
import { newestFirst, viewClaim } from './claim.ts';
import { viewProof } from './proof.ts';
import { viewRepository } from './repository.ts';
import {
  claimWords,
  counted,
  dateWords,
  intervalWords,
  qualified,
  quantity,
  saturationWords,
  statedWords,
} from './words.ts';

/** A framework's page: facts, results, claims by group with their proofs, and the claims in order of time. */
export function viewFramework(framework: Framework, report: Report, programs: readonly TextFile[]): object {
  const { site, catalogue } = report;
  const claims = [...framework.claims.values()].flat();
  const dated = claims.filter(({ on }) => on !== null);
  return {
    name: framework.name,
    summary: framework.summary ?? '',
    facts: factsOf(framework, report),
    claimSummary: `${counted(dated.length, 'claim')}, ${claims.filter(({ proofs }) => proofs.length > 0).length} of them with a proof`,
    groups: catalogue.groups.map(({ id, label }) => ({
      id: `group-${id}`,
      label,
      features: catalogue.features
        .filter(({ group }) => group === id)
        .map((feature) => viewFeature(feature, framework, report)),
    })),
    disputes: viewDisputes(framework, report),
    contradictions: viewContradicted(framework, report),
    repository: viewRepository(report.repositories.get(framework.id), framework.id, report.updated),
    results: viewResults(framework, report),
    programs: programs
      .filter(({ file }) => file.includes(`/servers/${framework.id}/`))
      .map(({ file, text }) => ({ file, text })),
    timeline: viewTimeline(framework, catalogue.features),
    editHref: `${site.repository}/edit/${site.branch}/${framework.file}`,
    jsonHref: `${site.base}api/v1/frameworks/${framework.id}.json`,
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
    silent: history.length === 0,
    witnesses: viewWitnesses(feature, framework, report),
    claims: newestFirst(history).map((claim) => viewClaim(claim, feature, framework, report.site, report.sources)),
  };
}

/** What git says to the answer that each edition shows; where two editions hear the same, it is said once. */
function viewWitnesses(feature: Feature, framework: Framework, { editions, sources }: Report): readonly object[] {
  const heard = editions.toReversed().flatMap(({ definition, rows }) => {
    const cell = rows.find((row) => row.framework === framework)?.cells.find((one) => one.feature === feature);
    return cell?.git == null ? [] : [{ git: cell.git, claim: cell.claim, edition: definition.label }];
  });
  const once = new Map(
    heard.toReversed().map((one) => [JSON.stringify([one.git.says, one.git.asOf, one.git.verdict]), one]),
  );
  return [...once.values()].toReversed().map(({ git, claim, edition }) => ({
    verdict: git.verdict,
    sentence: verdictWords(git, claim, feature),
    edition,
    asOf: git.asOf,
    proof: viewProof(git.proof, sources),
  }));
}

function verdictWords({ verdict, says }: Witness, claim: Claim | null, feature: Feature): string {
  const claimed = claim === null ? '' : claimWords(claim, feature);
  switch (verdict) {
    case 'confirmed':
      return `confirms ${claimed}: ${says}`;
    case 'contradicted':
      return `contradicts ${claimed}: ${says}`;
    case 'silent':
      return `does not decide it: ${says}`;
    default:
      return verdict satisfies never;
  }
}

/** The features on which voices contradict one another, whichever edition shows it. */
function viewDisputes(framework: Framework, { catalogue }: Report): readonly object[] {
  return catalogue.features
    .filter(({ id }) => (framework.claims.get(id) ?? []).some(({ disputes }) => disputes !== null))
    .map(({ id, label }) => ({ id, label }));
}

/** The features on which the repository contradicts a claim, whichever edition shows it. */
function viewContradicted(framework: Framework, { contradictions }: Report): readonly object[] {
  const features = contradictions.filter(({ cell }) => cell.framework === framework).map(({ cell }) => cell.feature);
  return [...new Set(features)].map(({ id, label }) => ({ id, label }));
}

function viewResults(framework: Framework, report: Report): readonly object[] {
  return report.benchmarks.flatMap(({ benchmark, runs }) => {
    const axis = benchmark.measures.find(({ id }) => id === benchmark.axis);
    return runs.flatMap(({ run, sweeps }) => {
      const href = `${report.site.base}benchmarks/${benchmark.id}/${run.id}/`;
      const measured = sweeps
        .filter(({ sweep }) => sweep.framework === framework.id)
        .map(({ sweep, saturation, levels }) => {
          const chart = benchmark.charts[0];
          const measure = benchmark.measures.find(({ id }) => id === chart?.measure);
          const last = levels.at(-1)?.spreads.get(chart?.measure ?? '');
          const words =
            saturation !== null && axis !== undefined
              ? `${benchmark.saturation?.label ?? ''} ${saturationWords(saturation, axis)} (${intervalWords(saturation, axis)})`
              : measure === undefined || last === undefined
                ? 'not measured'
                : `${measure.label} ${quantity(last.median, measure)}`;
          return { label: sweep.label, words, note: sweep.version ?? sweep.runtime ?? '' };
        });
      const stated = viewStated(
        run.statements.filter((one) => one.framework === framework.id),
        benchmark,
      );
      const rows = [...measured, ...stated];
      return rows.length === 0
        ? []
        : [
            {
              benchmark: benchmark.title,
              title: run.title,
              date: dateWords(run.date),
              busy: run.condition === 'busy',
              href,
              rows,
            },
          ];
    });
  });
}

/** Statements of one setting and attempted rate on one line. */
function viewStated(statements: readonly Statement[], benchmark: Benchmark): readonly object[] {
  const measure = (id: string): Measure | undefined => benchmark.measures.find((one) => one.id === id);
  const axis = measure(benchmark.axis);
  const places = Map.groupBy(statements, (one) => {
    const at = one.axis === null || axis === undefined ? '' : `at ${statedWords(one.axis, axis)}`;
    return [at, one.setting ?? ''].filter((part) => part !== '').join(', ');
  });
  return [...places].map(([place, together]) => {
    const values = together.flatMap((one) => {
      const of = measure(one.measure);
      return of === undefined ? [] : [`${of.label} ${qualified(one.qualifier)}${statedWords(one.value, of)}`];
    });
    return { label: 'Stated', words: values.join('; '), note: place };
  });
}

function viewTimeline(framework: Framework, features: readonly Feature[]): readonly object[] {
  const all = features.flatMap((feature) =>
    (framework.claims.get(feature.id) ?? []).map((claim: Claim) => ({ claim, feature })),
  );
  return all
    .filter((one): one is { claim: DatedClaim; feature: Feature } => one.claim.on !== null)
    .sort((a, b) => compareDates(a.claim.on, b.claim.on))
    .map(({ claim, feature }) => ({
      date: dateWords(claim.on),
      label: feature.label,
      id: feature.id,
      words: claimWords(claim, feature),
      said: claim.said ?? '',
    }));
}
