import { daysBetween, earliestDay } from '../domain/dates.ts';
import type { RepositoryFacts } from '../domain/facts.ts';
import type { Framework } from '../domain/framework.ts';
import type { Edition, MatrixCell, ShortlistResult, ShortlistRow } from '../domain/report.ts';
import type { Condition, Shortlist } from '../domain/site.ts';
import { supportRank } from '../domain/support.ts';
import { activityBounds, activityRank } from './activity.ts';

/** Applies a shortlist's rule to every framework of an edition. */
export function applyShortlist(
  shortlist: Shortlist,
  edition: Edition,
  repositories: ReadonlyMap<string, RepositoryFacts>,
): ShortlistResult {
  const features = edition.features.map(({ id }) => id);
  const entries = edition.rows.map(({ framework, cells }): ShortlistRow => {
    const latestRelease = newestReleaseClaimed(cells, edition.asOf);
    const judged = shortlist.conditions.flatMap((condition) => {
      const cell = cells[features.indexOf(condition.feature)];
      if (cell === undefined) return [];
      return [{ cell, ...judge(cell, condition, edition, { framework, repositories, latestRelease }) }];
    });
    return {
      framework,
      meets: judged.length === shortlist.conditions.length && judged.every(({ meets }) => meets),
      cells: judged,
    };
  });
  return { shortlist, edition, entries, disagreements: findDisagreements(shortlist, edition, entries) };
}

function findDisagreements(
  { listed }: Shortlist,
  edition: Edition,
  entries: readonly ShortlistRow[],
): ShortlistResult['disagreements'] {
  if (listed === null || listed.edition !== edition.definition.id) return [];
  return entries
    .map((row) => ({ row, listed: listed.frameworks.includes(row.framework.id) }))
    .filter(({ row, listed: isListed }) => isListed !== row.meets);
}

interface Known {
  readonly framework: Framework;
  readonly repositories: ReadonlyMap<string, RepositoryFacts>;
  /** The newest release date that a claim states, null if none does. */
  readonly latestRelease: string | null;
}

type Judged = Omit<ShortlistRow['cells'][number], 'cell'>;

/** Whether a cell meets a condition, and the day of the fact or claim it is based on. */
function judge(cell: MatrixCell, { atLeast, still }: Condition, edition: Edition, known: Known): Judged {
  const { claim, feature, aged } = cell;
  const claimed = claim?.on == null ? null : earliestDay(claim.on);
  const rank = claim === null ? -1 : supportRank(claim.value);
  const wanted = supportRank(atLeast);
  if (!still) return { meets: rank >= wanted, basedOn: claimed };
  if (feature.fromGit?.kind !== 'fact' || feature.fromGit.fact !== 'last-activity')
    return { meets: rank >= wanted && !aged, basedOn: claimed };
  const happened = newestActivity(known, edition.asOf);
  const isNewer = happened !== null && (claimed === null || happened > claimed);
  const basedOn = isNewer ? happened : claimed;
  if (basedOn === null) return { meets: false, basedOn };
  // A claim of activity holds on its day; from then on it ages like a commit or a release.
  const rankNow = activityRank(daysBetween(basedOn, edition.asOf));
  return { meets: (isNewer ? rankNow : Math.min(rank, rankNow)) >= wanted, basedOn };
}

/** The newest commit or release that is known by a day. */
function newestActivity({ framework, repositories, latestRelease }: Known, day: string): string | null {
  const seen = repositories.get(framework.id)?.seen ?? null;
  const bounds = seen === null ? null : activityBounds(seen, day);
  return [bounds?.earliest ?? null, latestRelease].reduce(
    (newest, one) => (one !== null && (newest === null || one > newest) ? one : newest),
    null,
  );
}

/** The newest whole day that a claim about the latest release states. */
function newestReleaseClaimed(cells: readonly MatrixCell[], day: string): string | null {
  const dates = cells.flatMap(({ feature, claim }) =>
    feature.fromGit?.kind === 'fact' && feature.fromGit.fact === 'newest-tag' && typeof claim?.value === 'string'
      ? [claim.value]
      : [],
  );
  return (
    dates
      .filter((date) => /^\d{4}-\d\d-\d\d$/.test(date) && date <= day)
      .sort()
      .at(-1) ?? null
  );
}
