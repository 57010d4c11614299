import type { Evidence, MatrixCell } from '../../../scripts/domain/report.ts';
import { formatClaim, formatDate, glyphOf, stateOf } from '../../../scripts/render/format.ts';
import type { Urls } from '../../../scripts/render/urls.ts';

/** A cell of a matrix: a link to its proof. */
export interface CellView {
  readonly href: string;
  readonly text: string;
  readonly glyph: string;
  /** The year, `from git` if nobody claimed it, and `disputed` or `aged` where the claim is. */
  readonly marks: string;
  readonly className: string;
  readonly title: string;
  /** What git says where it contradicts the claim: `BSD-3-Clause`; empty where it does not. */
  readonly git: string;
}

/** A cell with value, date and doubts in words; in the source's own words where `ownText`. */
export function viewCell(cell: MatrixCell, urls: Urls, ownText = false): CellView {
  const { claim, feature, framework, filled, git } = cell;
  const state = stateOf(claim?.value ?? null, feature);
  const full = claim === null ? 'Unknown' : formatClaim(claim, feature);
  const text = ownText ? (claim?.said ?? full) : full;
  const year = claim?.on === null || claim === null ? '' : claim.on.text.slice(0, 4);
  const doubts = doubtsOf(cell);
  return {
    href: urls.claims(framework.id, feature.id),
    text: shorten(text),
    glyph: glyphOf(claim?.value ?? null, feature),
    marks: [year, filled ? 'from git' : '', ...doubts].filter((mark) => mark !== '').join(' · '),
    className: [state, ...doubts].map((name) => `is-${name}`).join(' '),
    title: `${framework.name}, ${feature.label}: ${full}${claim === null ? '' : `, ${formatDate(claim.on)}`}${filled ? ', from git' : ''}${formatEvidence(git)}`,
    git: git?.verdict === 'contradicted' ? shorten(git.short) : '',
  };
}

function formatEvidence(git: Evidence | null): string {
  if (git === null || git.verdict === 'inconclusive') return '';
  return `; git ${git.verdict === 'confirmed' ? 'confirms' : 'contradicts'} it: ${git.says} (as of ${git.asOf})`;
}

/** What a reader should know before trusting a cell. */
function doubtsOf({ disputes, corrections, aged, git }: MatrixCell): readonly string[] {
  const disagreements = disputes.length > 0 ? ['disputed'] : corrections.length > 0 ? ['corrected'] : [];
  return [...disagreements, ...(git?.verdict === 'contradicted' ? ['contradicted'] : []), ...(aged ? ['aged'] : [])];
}

const longest = 28;

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[,;]?\s+\S*$/, '')}…`;
}
