import type { Claim, Proof } from '../domain/claim.ts';
import { writeDate } from '../domain/dates.ts';
import { issue } from '../domain/issue.ts';
import type { Report } from '../domain/report.ts';
import type { Issue } from '../domain/source.ts';

/** A warning for every claim that its repository contradicts, with both proofs. */
export function reportContradictions({ contradictions }: Pick<Report, 'contradictions'>): readonly Issue[] {
  return contradictions.map(({ cell: { feature }, claim, witness }) => {
    const { commit } = witness.proof as { readonly commit: string };
    const message = `${feature.label}: claim says ${describeClaim(claim)}; the repository at ${commit.slice(0, 7)}, as of ${witness.asOf}: ${witness.says}`;
    return issue('git-contradicts', claim.place, message);
  });
}

function describeClaim({ value, on, proofs }: Claim): string {
  const details = [...(on === null ? [] : [writeDate(on)]), ...proofs.map(citeProof)].join(', ');
  return `${[value].flat().join(', ')}${details === '' ? '' : ` (${details})`}`;
}

/** A proof as its author would recognize it. */
function citeProof(proof: Proof): string {
  switch (proof.kind) {
    case 'named':
      return proof.part === null ? proof.source : `${proof.source} ${proof.part}`;
    case 'url':
      return proof.url;
    case 'file':
      return `${proof.path}${proof.line === null ? '' : `:${proof.line}`} at ${proof.commit.slice(0, 7)}`;
    case 'commit':
      return `commit ${proof.commit.slice(0, 7)}`;
    case 'tag':
      return `tag ${proof.tag}`;
    case 'search':
      return `search for ${proof.search} at ${proof.commit.slice(0, 7)}`;
    default:
      return proof satisfies never;
  }
}
