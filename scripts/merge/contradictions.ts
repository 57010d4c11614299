import type { Claim, ClaimSource } from '../domain/claim.ts';
import { compareDates, writeDate } from '../domain/dates.ts';
import { issue } from '../domain/issue.ts';
import type { Report } from '../domain/report.ts';
import type { Issue } from '../domain/source.ts';

/** A warning for every claim that its repository contradicts and no other claim disputes, with both sources. */
export function reportContradictions({ contradictions }: Pick<Report, 'contradictions'>): readonly Issue[] {
  const open = contradictions.filter(({ cell, claim }) => !cell.disputes.some((by) => disputes(by, claim)));
  return open.map(({ cell: { feature }, claim, evidence, edition }) => {
    const { commit } = evidence.source as { readonly commit: string };
    const message = `${feature.label} (${edition.definition.label}): the claim says ${describeClaim(claim)}; the repository at ${commit.slice(0, 7)}, as of ${evidence.asOf}: ${evidence.says}. Add a newer claim, or dispute this one`;
    return issue('git-contradicts', claim.place, message);
  });
}

function disputes(by: Claim, { on }: Claim): boolean {
  return on !== null && by.disputes !== null && compareDates(on, by.disputes) === 0;
}

function describeClaim({ value, on, sources }: Claim): string {
  const details = [...(on === null ? [] : [writeDate(on)]), ...sources.map(citeSource)].join(', ');
  return `${[value].flat().join(', ')}${details === '' ? '' : ` (${details})`}`;
}

/** A source in a form that its author recognizes. */
function citeSource(source: ClaimSource): string {
  switch (source.kind) {
    case 'named':
      return source.part === null ? source.source : `${source.source} ${source.part}`;
    case 'url':
      return source.url;
    case 'file':
      return `${source.path}${source.line === null ? '' : `:${source.line}`} at ${source.commit.slice(0, 7)}`;
    case 'commit':
      return `commit ${source.commit.slice(0, 7)}`;
    case 'tag':
      return `tag ${source.tag}`;
    case 'search':
      return `search for ${source.search} at ${source.commit.slice(0, 7)}`;
    default:
      return source satisfies never;
  }
}
