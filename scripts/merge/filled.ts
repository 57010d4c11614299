import type { Claim } from '../domain/claim.ts';
import type { Feature } from '../domain/feature.ts';
import type { Framework } from '../domain/framework.ts';
import type { Evidence } from '../domain/report.ts';

/**
 * Git's own answer to a feature that asks for it (`fill`), as a claim with its source, if no claim knows one; null
 * otherwise. It is shown as "from git" and counts as no claim.
 */
export function fillFromGit(
  feature: Feature,
  claim: Claim | null,
  evidence: Evidence | null,
  framework: Framework,
): Claim | null {
  const { fromGit, kind } = feature;
  if (fromGit?.kind !== 'fact' || !fromGit.fill || evidence === null) return null;
  if (claim !== null && claim.value !== 'unknown') return null;
  const value = answerOf(evidence.short, kind);
  if (value === null) return null;
  return {
    value,
    said: null,
    link: null,
    note: 'From git: read in the repository, claimed by nobody.',
    by: null,
    on: { kind: 'on', text: evidence.asOf },
    sources: [evidence.source],
    disputes: null,
    place: claim?.place ?? { file: framework.file, line: 1, column: 1 },
  };
}

/** What git found in the form of a feature's kind; null if it has none there. */
function answerOf(short: string, kind: Feature['kind']): string | null {
  switch (kind) {
    case 'support':
      return /^[1-9]/.test(short) ? 'full' : null;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(short) ? short : null;
    case 'license':
      return /^[A-Za-z0-9.+ ()-]+$/.test(short) && short !== 'not told' ? short : null;
    case 'text':
      return short;
    default:
      return null;
  }
}
