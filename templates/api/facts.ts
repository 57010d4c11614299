import { writeDate } from '../../scripts/domain/dates.ts';
import type { RepositoryFacts } from '../../scripts/domain/facts.ts';
import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { activityOf, latestReleases, windowOf } from '../../scripts/merge/activity.ts';
import { viewProof } from '../../scripts/render/source.ts';

/** Repository facts under `api/v1/repositories/`, one file a framework, and every contradiction in one. */
export function renderFactsApi(report: Report): readonly Output[] {
  const facts = [...report.repositories.values()];
  return [
    { path: 'api/v1/contradictions.json', content: `${JSON.stringify(contradictionsOf(report), null, 1)}\n` },
    ...facts.map((one) => ({
      path: `api/v1/repositories/${one.framework}.json`,
      content: `${JSON.stringify(factsOf(one))}\n`,
    })),
  ];
}

/** The facts as they are kept, with what is computed from them: the twelve months before, and the state by its rule. */
function factsOf({ file: _, seen, ...rest }: RepositoryFacts): object {
  if (seen === null) return { ...rest, seen, computed: null };
  const { key: __, ...shown } = seen;
  return {
    ...rest,
    seen: shown,
    computed: { window: windowOf(seen, seen.observed), activity: activityOf(seen), latest: latestReleases(seen) },
  };
}

function contradictionsOf({ contradictions, sources }: Report): readonly object[] {
  return contradictions.map(({ cell, claim, witness, edition }) => ({
    framework: cell.framework.id,
    feature: cell.feature.id,
    edition: edition.definition.id,
    claim: {
      value: claim.value,
      said: claim.said,
      on: claim.on === null ? null : writeDate(claim.on),
      proofs: claim.proofs.map((proof) => viewProof(proof, sources).href),
    },
    git: { says: witness.says, asOf: witness.asOf, proof: viewProof(witness.proof, sources).href },
  }));
}
