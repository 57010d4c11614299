import type { Claim } from '../domain/claim.ts';
import type { Seen } from '../domain/facts.ts';
import type { Framework } from '../domain/framework.ts';
import { issue } from '../domain/issue.ts';
import type { Report } from '../domain/report.ts';
import type { Issue } from '../domain/source.ts';
import { repositoryName } from './git-evidence.ts';

/**
 * A warning for every claim that states a number of commits "in all" which the repository facts do not have: a copy that
 * was cut off, or a number that was read elsewhere.
 */
export function reportFacts({
  frameworks,
  repositories,
}: Pick<Report, 'frameworks' | 'repositories'>): readonly Issue[] {
  return frameworks.flatMap((framework) => {
    const facts = repositories.get(framework.id);
    if (facts?.seen == null || framework.repository === null) return [];
    const name = repositoryName(framework.repository);
    return claimsOf(framework).flatMap((claim) => compareCommits(claim, facts.seen as Seen, name));
  });
}

function claimsOf({ claims }: Framework): readonly Claim[] {
  return [...claims.values()].flat();
}

function compareCommits(claim: Claim, { commit, history }: Seen, repository: string): readonly Issue[] {
  const stated = [...(claim.note ?? '').matchAll(/\b(\d{1,3}(?:,\d{3})+|\d+) in all\b/g)].map(([, count = '']) =>
    Number(count.replaceAll(',', '')),
  );
  const source = claim.sources.find((one) => one.kind === 'commit' && one.repository === repository);
  if (stated.length === 0 || source?.kind !== 'commit' || stated.includes(history.commits)) return [];
  const most = Math.max(...stated);
  const isSame = source.commit === commit;
  // A claim of another commit may count fewer; a history that is shorter than an older claim has lost something.
  if (!isSame && most < history.commits) return [];
  const where = isSame ? 'at the same commit' : `at ${commit.slice(0, 7)}`;
  const message = `Found ${most} commits in all in the note, but the repository facts count ${history.commits} ${where}: one of the two was read from a copy that is cut off or joined with other history`;
  return [issue('facts-differ', claim.place, message)];
}
