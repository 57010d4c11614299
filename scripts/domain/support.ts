import type { ClaimValue } from './claim.ts';

/** The rank of a support value: 2 full, 1 partial, 0 none, -1 for any other value. */
export function supportRank(value: ClaimValue): number {
  return value === 'full' ? 2 : value === 'partial' ? 1 : value === 'none' ? 0 : -1;
}
