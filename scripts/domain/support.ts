import type { ClaimValue } from './claim.ts';

/** How much support a value of a support feature says: 2 full, 1 partial, 0 none, -1 where it says nothing. */
export function supportRank(value: ClaimValue): number {
  return value === 'full' ? 2 : value === 'partial' ? 1 : value === 'none' ? 0 : -1;
}
